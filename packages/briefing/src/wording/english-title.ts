import type { Publication } from "@jianbao/analysis";

/** “Title”; an article without one is named by its file, which is no title. */
export function englishTitle({ title, document }: Pick<Publication, "title" | "document">): string {
  return title === null ? `untitled, file ${document}` : `“${title}”`;
}
