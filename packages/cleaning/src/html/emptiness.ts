import type { MarkupElement } from "../readers/markup.ts";
import type { Place } from "./article.ts";
import type { Measure } from "./measure.ts";
import { visit } from "./tree.ts";

/** Tells that what a page says is said to its reader and is no article: 页面不存在, 请输入验证码. */
export function isMessage(measure: Measure, place: Place): boolean {
  const lines = measure.lines.filter((line) => line.end > place.start && line.start < place.end);
  if (lines.length > 12 || lines.reduce((sum, line) => sum + line.text, 0) > 150) return false;
  // What stands in quotation marks is told of others, and what has a day is news.
  const text = lines.map((line) => measure.words(line).replaceAll(/“[^”]{0,80}”/gu, "")).join("\n");
  if (/\d月\d{1,2}日/u.test(text)) return false;
  // Matches `您访问的页面不存在`, `请输入验证码`; must not match `不存在虚假宣传`, `登录平台查询`.
  return /(?:您|你)(?:所|要|正在)?(?:访问|查看|查找|浏览|请求)的(?:页面|内容|文章|网页|信息|地址)|(?:页面|网页|内容|主题|文章|帖子|链接)(?:不存在|已(?:经)?(?:被.{0,6})?(?:删除|下线|失效)|找不到)|(?:访问|请求|操作)过于频繁|请(?:您)?(?:先)?(?:输入|填写|完成).{0,4}验证|登录(?:即表示|后(?:查看|继续|才))|请(?:先)?登录|系统繁忙|秒后.{0,6}(?:跳转|返回)|发布者删除|没有权限|^(?:403|404|50[0-4])(?:$|\n)/u.test(
    text,
  );
}

/** Says why a page may hold no article, and what to do about it; null where nothing tells. */
export function remedyFor(measure: Measure, isMessageOnly: boolean): string | null {
  if (isMessageOnly) return "the page only tells its reader that there is nothing to see: fetch the article again";
  const frames: string[] = [];
  let scripts = 0;
  visit(measure.page, (node) => {
    if (node.type === "text") return false;
    if (node.name === "frame" || node.name === "iframe") frames.push(sourceOf(node));
    if (node.name === "script") scripts++;
    return true;
  });
  const named = frames.filter((one) => one !== "");
  const { text, linked } = measure.of(measure.page);
  if (named.length > 0 && text < 400)
    return `the text stands in a frame: save ${named.slice(0, 3).join(" or ")} itself`;
  if (scripts > 0 && text < 200)
    return "the page loads its text by a script: save it from a browser once it is shown, or copy the text";
  if (linked * 2 > text) return "the page lists articles: save the article that is meant";
  return null;
}

function sourceOf(node: MarkupElement): string {
  const source = node.attributes["src"] ?? "";
  return /^(?:about:|javascript:|data:)/iu.test(source) ? "" : source.slice(0, 120);
}
