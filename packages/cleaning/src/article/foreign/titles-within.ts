import type { Change } from "../../draft.ts";
import type { Foreign } from "../page/reason.ts";
import { sharedPairs } from "./pairs.ts";
import type { View } from "./view.ts";
import { guarded } from "../../patterns/guarded.ts";

const putIn: Foreign = { rule: "cleaning/related-news", reason: "is the title of another article", score: 0.9 };

// Matches `《某事 某事又如何》某厅负责人表示，…`; must not match `《某条例》规定，…`, `《某报》报道称`.
const titleBefore = guarded(/^(《[^《》\n]{10,50}》)\s?(?=\p{Script=Han}[^》]{6})/u);
// What goes on with a title: it is said to be, to have, or to do something.
const goesOn = guarded(
  /^(?:[一以本该此这那其等和与及或的是为在由于对从将已经也都还就又被把要明确规发公实施印正式全共首第于年自经按根围针刊载登播讲写介报显指提出强认揭披说称]|电[影视]|文章|条例|办法|通知|意见|方案|案)/u,
);
/** What takes a title up: matches `这是反诈中心的新编小品`; must not match `这些天`. */
const takesUp = guarded(
  /这(?:是|[一部个篇首档场本份出段幅项组])|该(?:片|剧|书|文|曲|节目|作品|方案|活动|展览|报告)|[同该]名|作品|节目/u,
);
/** What begins a report of its own. */
const beginsReport = guarded(
  /^(?:另外|此外|据|日前|近日|目前|截至|今年|去年|\d{1,4}年?)|^[^。]{2,40}?(?:表示|介绍|透露|说[，：]|称[，：]|获悉|通报|了解到)/u,
);

// Matches `详情：某地某事||某事提示～。`; must not match `详情：请拨打12345||`, no title.
const links = guarded(
  /(?:详情|详见|链接|回顾|(?:延伸|相关|推荐)阅读|相关报道)[：:]\s?[^。！？：:\n|｜丨]{6,60}(?:\s?(?:\|{2}|｜{2}|丨{2}|\|)\s?[^。！？：:\n|｜丨]{4,60}){1,6}(?:。|$)/gu,
);

/** Titles of other articles that were put into a paragraph: before its first sentence, or in a row behind one. */
export function titlesWithin(views: readonly View[]): Change[] {
  return views.flatMap((view, i) => {
    const { prose, line } = view;
    if (!prose || line.marked) return [];
    const found = links
      .all(line.text)
      .map((match) => ({ start: line.start + match.index, end: line.start + match.index + match[0].length }));
    const title = titleBefore.exec(line.text);
    if (title !== null && i > 0 && isPutIn(views, i, title[1] ?? "", line.text.slice(title[0].length)))
      found.unshift({ start: line.start, end: line.start + title[0].length });
    return found.map(({ start, end }) => ({ start, end, replacement: "", ...putIn }));
  });
}

/** A title that no word of the sentence behind it takes up, and that shares next to nothing with the article. */
function isPutIn(views: readonly View[], i: number, title: string, behind: string): boolean {
  if (goesOn.test(behind) || takesUp.test(behind.slice(0, 60)) || !beginsReport.test(behind)) return false;
  const rest = views.map(({ line }, j) => (j === i ? behind : line.text));
  return sharedPairs(title, rest) < 0.3;
}
