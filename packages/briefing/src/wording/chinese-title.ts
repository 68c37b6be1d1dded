import type { Publication } from "@jianbao/analysis";

/** 《公安部通报工作情况》; an article without a title is named by its file, which is no title. */
export function titleOf({ title, document }: Pick<Publication, "title" | "document">): string {
  if (title === null) return `（无标题，文件${document}）`;
  return `《${title.replaceAll("《", "〈").replaceAll("》", "〉")}》`;
}
