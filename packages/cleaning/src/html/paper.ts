import { isLabel } from "../article/page/mastheads.ts";
import { isByline, isNote, isOutletName } from "../article/lines/forms.ts";
import { labelledIn } from "../article/page/furniture.ts";
import type { MarkupElement } from "../readers/markup.ts";
import type { Headline } from "./headline.ts";
import type { Measure, PageLine } from "./measure.ts";
import { isInside } from "./tree.ts";

/** Tells that a page is of a newspaper's electronic edition: it has leaves to turn, or was made by a press's program. */
export function isPaperPage(source: string): boolean {
  // Matches `第A06版`, `版面导航`, `<!--enpproperty`; must not match `第三版《办法》`, `电子版下载`.
  return /<!--\s?enpproperty|<founder-content|版面(?:导航|目录|概览)|标题导航|上一版|下一版|数字报|第\s?[A-Z]?\d{1,2}\s?版/u.test(
    source,
  );
}

/**
 * The line that leads to the headline of a newspaper's page (引题), which nothing names: it stands right above the
 * headline in a box that begins with it.
 */
export function kickerOf(measure: Measure, headline: Headline, first: number): PageLine | null {
  if (!isPaperPage(measure.source)) return null;
  const line = measure.lines[first - 1];
  if (line === undefined || !isDeckLine(line, measure)) return null;
  let box: MarkupElement | null = headline.block;
  while (box !== null && !isInside(line.block, box)) box = box.parent;
  return box !== null && measure.of(box).from === first - 1 ? line : null;
}

/** A line of words of its own: not the page's data, a column's name, a button or a byline. */
function isDeckLine(line: PageLine, measure: Measure): boolean {
  if (line.linked > 0 || line.text < 5 || line.text > 48 || line.prose > 30) return false;
  const text = measure.text(line);
  return (
    !/\d\s?版|(?:19|20)\d{2}\s?[-/.年]\s?\d|星期|[>＞»]|首页|[上下]一[篇版期]|^\S{0,12}(?:报|网|社|台)$/u.test(text) &&
    !/放大|缩小|默认|打印|朗读/u.test(text) &&
    labelledIn(text).length === 0 &&
    !isLabel(text) &&
    !isByline(text) &&
    !isNote(text) &&
    !isOutletName(text)
  );
}

/** The second line of a headline: it opens with a dash, or stands right below that of a newspaper's page. */
export function isSubtitle(measure: Measure, line: PageLine, next: boolean): boolean {
  if (line.linked > 0 || line.text > 60) return false;
  // Matches `——某地一线见闻`, `——— 写在某日之际`; must not match `——————`, `-- 返回`.
  if (/^(?:—{1,3}|――?|──|--)\s?[\p{Script=Han}“《‘\d][^|丨<>＞]{3,}$/u.test(measure.text(line))) return true;
  // Matches `某某｜某报`, who wrote where.
  if (/[|｜丨]/u.test(measure.text(line))) return false;
  return next && isPaperPage(measure.source) && isDeckLine(line, measure);
}
