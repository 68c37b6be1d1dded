import { isByline, isOutletName } from "../lines/forms.ts";
import type { Judged } from "./judgement.ts";
import { rarePairs } from "./pairs.ts";
import type { View } from "./view.ts";
import { guarded } from "../../patterns/guarded.ts";

/** What holds sentences together, and what an entry of a menu or a list of names has none of. */
const spoken = guarded(
  /[的了着过是在有被把将从对向就也都又还不没很更最要会能可让给到为与和及或但却而于以由这那此该其我你他她它们吗呢吧啊么什怎谁竟]|，$|^(?:近日|昨[日天]|日前|今[日天]|目前|随后|当晚|\d{1,2}月)/u,
);
const listed = guarded(/[|｜丨>»\t]|^[#＃@·•●\-*[【]|[：:]\S|https?:|\d{4}-\d{1,2}-\d{1,2}|\d{1,2}:\d{2}/u);
const opensQuotation = guarded(/“[^”]*$/u);
const closesQuotation = guarded(/^[^“]*”/u);
/** Calls of an account, which stand in short lines as well. */
const calls = guarded(
  /关注|点赞|在看|转发|扫码|二维码|蓝字|公众号|下载|阅读原文|收听|听全文|您|订阅|报名|加微信|长按/u,
);

interface Run {
  readonly from: number;
  readonly to: number;
  /** How many of its lines speak as sentences do. */
  readonly spoken: number;
  /** More than a few of them sell, and no one is quoted who does. */
  readonly sold: boolean;
}

/**
 * The lines of a text that its account set in short lines, a clause each and without marks, before its paragraphs,
 * between them and behind them: `近日`, `某地警方`, `在两根钢管中`, `起获毒品8公斤`. Those before the paragraphs or
 * between them tell how the text is set, and must have something of its words.
 */
export function shortLines(views: readonly View[], judged: readonly Judged[]): Set<number> {
  const runs = runsOf(views, judged);
  const first = views.findIndex(({ prose, line }) => prose && line.closed && line.han > 16);
  const last = views.findLastIndex(({ prose, line }) => prose && line.closed && line.han > 16);
  const found = new Set<number>();
  const keep = ({ from, to }: Run): void => {
    for (let i = from; i < to; i++) found.add(i);
  };
  const inside = runs.filter((run) => run.from < last || first < 0);
  // A block between the paragraphs of a text that is not set so may be anyone's.
  const likely = inside.filter((run) => isTold(views, run));
  const told =
    likely.length > 1
      ? likely
      : likely.filter(({ from, to }) => (from < 3 && views[to]?.prose === true) || to - from >= 10);
  // Where many lines stand so, a few that say little of its matter are no offer either.
  const isSetSo = told.some(({ from, to }) => to - from >= 10);
  for (const run of isSetSo ? inside.filter((one) => one.spoken * 2 >= one.to - one.from && !one.sold) : told)
    keep(run);
  // A text of nothing else, or its last words: set as the rest is.
  if (told.length > 0) for (const run of runs) if (run.from > last && last >= 0 && isQuiet(views, run)) keep(run);
  for (let i = 0; i < views.length; i++) for (const j of quotationFrom(views, judged, i)) found.add(j);
  const pairs = [...found].filter((i) => found.has(i + 2));
  for (const i of pairs) if (isCaption(views[i + 1], judged[i + 1])) found.add(i + 1);
  return found;
}

/** The lines of a quotation that opens in a short line, each clause on its own, up to where it closes. */
function quotationFrom(views: readonly View[], judged: readonly Judged[], from: number): number[] {
  const opening = views[from]?.line.text ?? "";
  if (opening.length > 40 || !opening.endsWith("，") || !opensQuotation.test(opening)) return [];
  for (let i = from; i < Math.min(views.length, from + 8); i++) {
    const text = views[i]?.line.text ?? "";
    if (judged[i]?.formed !== false || text.length > 40) return [];
    if (i === from) continue;
    if (closesQuotation.test(text)) return Array.from({ length: i - from + 1 }, (_none, k) => from + k);
    if (!text.endsWith("，")) return [];
  }
  return [];
}

/** What stands under a picture amid such lines: `某地查获冰毒93公斤 某站供图`. */
function isCaption(view: View | undefined, one: Judged | undefined): boolean {
  if (view === undefined || one?.formed !== false) return false;
  return view.line.text.length <= 48 && view.cues.phones + view.cues.links === 0 && !calls.test(view.line.text);
}

function runsOf(views: readonly View[], judged: readonly Judged[]): Run[] {
  const runs: Run[] = [];
  for (let from = 0; from < views.length; from++) {
    let to = from;
    let quoted = false;
    let count = 0;
    let sold = 0;
    while (to < views.length && judged[to]?.formed === false && isPiece(views[to], quoted)) {
      const text = views[to]?.line.text ?? "";
      if (quoted || spoken.test(text)) count++;
      if (!quoted && (judged[to]?.selling ?? 0) > 1.5) sold++;
      quoted = quoted ? !closesQuotation.test(text) : opensQuotation.test(text);
      to++;
    }
    if (to - from >= 3) runs.push({ from, to, spoken: count, sold: sold * 5 > to - from });
    if (to > from) from = to;
  }
  return runs;
}

/** A short line without a number to call, a label or a gap; within a quotation whatever it says. */
function isPiece(view: View | undefined, quoted: boolean): boolean {
  if (view === undefined) return false;
  const { line, cues } = view;
  if (view.prose && line.closed && line.han > 16) return false;
  if (line.text.length > 26 || line.han < 2 || line.marked || cues.phones + cues.links > 0) return false;
  if (quoted) return true;
  // Who wrote and who printed stands between a page's head and the text, and is no clause of it.
  if (isByline(line.text) || isOutletName(line.text)) return false;
  const offers = cues.words.filter(({ kind }) => kind === "offer" || kind === "call" || kind === "trade").length;
  return offers + cues.discounts + cues.prices < 2 && !listed.test(line.text) && !calls.test(line.text);
}

/** Most of its lines speak, and half of them share a word with the rest that few texts have; none sells. */
function isTold(views: readonly View[], { from, to, spoken: count, sold }: Run): boolean {
  if (count * 2 < to - from || sold) return false;
  if (to - from > 12) return true;
  const rest = views.filter((_view, i) => i < from || i >= to).map(({ line }) => line.text);
  const whole = [rest.join("\n")];
  const ties = views.slice(from, to).map(({ line }) => rarePairs(line.text, whole));
  // The first may be the headline, which hangs on the text whatever stands below it.
  const tied = ties.filter((tie) => tie > 0).length - 1;
  return to - from >= 4 && tied * 2 >= to - from - 1;
}

/** Clauses that are no headlines: short ones, most of which speak, with a word of the text that few texts have. */
function isQuiet(views: readonly View[], { from, to, spoken: count, sold }: Run): boolean {
  const lines = views.slice(from, to).map(({ line }) => line);
  const text = lines.map((line) => line.text).join("\n");
  const rest = views.slice(0, from).map(({ line }) => line.text);
  const letters = lines.reduce((sum, { han }) => sum + han, 0);
  return (
    !sold &&
    count * 2 >= lines.length &&
    letters <= lines.length * 9.5 &&
    rarePairs(text, rest) > 0 &&
    lines.every(({ text, han }) => han <= 14 && !/\d/u.test(text))
  );
}
