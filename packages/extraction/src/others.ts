import { wholeOf } from "./ellipsis.ts";
import type { Figure } from "./figure.ts";
import type { Lexicon } from "./lexicon.ts";
import type { Meaning } from "./meaning.ts";
import { Pattern } from "./pattern.ts";
import type { Run, View } from "./reading.ts";

/**
 * Tells whether words of the pack say here what is none of it: what courts take in was not reported to them, what others were
 * made to do is no deed of theirs, offences of the road are no cases, those who were rescued were not reached.
 */
export function isOfOthers(
  view: View,
  run: Run,
  figure: Figure,
  { indicator, verb, noun }: Meaning,
  clauseStart: number,
): boolean {
  const { reading, sentence } = view;
  const { text, lexicon } = reading;
  if (isOnRoad(lexicon, wordsBefore(text, figure, clauseStart), indicator.unit, noun)) return true;
  // 共审结案件384件。2018年收案62件: what is taken in is none of what was done.
  if (takenIn.in(text, clauseStart, figure.prefixStart) && !/[收受]/u.test(verb?.word ?? "收")) return true;
  if (verb === null) return false;
  const isCommon = indicator.common?.some((opening) => verb.word.startsWith(opening)) === true;
  // 法院受理案件168万件, 12315平台接到案件1.3万件.
  if (isCommon && /^(?:新?收|受理)/u.test(verb.word) && courts.in(text, sentence.start, sentence.end)) return true;
  if (isCommon && markets.in(text, sentence.start, sentence.end)) return true;
  // 监督公安机关立案2316件: what the procurators had others do.
  if (/监督[\p{Script=Han}]{0,8}$/u.test(text.slice(clauseStart, verb.start))) return true;
  // 肇事1210起，晚间发生402起: what happened was none of the pack's.
  if (verb.word === "发生" && noun === null && wholeOf(view, run, figure) === null) return true;
  // 受理提请审查逮捕1529件2064人: who is to be judged is not yet.
  if (figure.unit === "person" && asked.in(text, clauseStart, figure.prefixStart)) return true;
  // 移送线索29件: no case of theirs yet, and nobody caught.
  if (verb.word.startsWith("移送") && leads.in(text, clauseStart, figure.prefixStart)) return true;
  // 参加灭火救援行动共营救被困人员1589人: the deed nearest to it.
  return (
    figure.unit === "person" && !/[救转疏]/u.test(verb.word) && rescued.test(wordsBefore(text, figure, clauseStart))
  );
}

function wordsBefore(text: string, { prefixStart }: Figure, clauseStart: number): string {
  return text.slice(Math.max(clauseStart, prefixStart - 16), prefixStart);
}

/** Offices that take in cases of their own, and what they do with them. */
const courts = new Pattern(/法院|法庭|检察|审判|仲裁|结案率?|审结|裁决|审查(?:逮捕|起诉)|提请(?:批准)?逮捕/u);

/** Those who take in the complaints of buyers. */
const markets = new Pattern(/12315|消[保委协费](?!防)|市场监管/u);

// Matches `受理提请审查逮捕案件1529件`, `受理移送审查起诉`; must not match `审查起诉`.
const asked = new Pattern(/受理[^，,。；;\d]{0,8}(?:(?:审查|提请|报请)(?:批准)?逮捕|审查起诉|移送起诉)/u);

// Matches `移送刑事犯罪线索`, `移送“保护伞”线索分别为28件`; must not match `移送起诉`.
const leads = new Pattern(/移送[^，,。；;\d]{0,14}线索/u);

// Matches `营救被困人员`, `疏散群众`; must not match `救援行动，参与群众`.
const rescued = /(?:营救|抢救|救出|搜救|疏散|转移)[^，,。；;\d]{0,10}$/u;

// Matches `交通违法行为`, `超速行驶`, `酒后驾驶`, `闯红灯`; must not match `违法犯罪案件`.
const roadOffence =
  /(?<word>(?:违法|违章|违规)(?:行为)?|超[速员载限]|[酒醉毒](?:后驾驶|驾)|疲劳驾驶|无证驾驶|闯红灯|逆行|应急车道|头盔|安全带)(?:行驶|驾驶)?(?:共计?|累计|合计|达|超|近|约|逾)*$/u;

/** 查处超速86万起: no case, unless the pack counts by the offence. */
function isOnRoad(lexicon: Lexicon, words: string, unit: string, noun: Meaning["noun"]): boolean {
  if (unit !== "case" || noun !== null) return false;
  const word = roadOffence.exec(words)?.groups?.["word"];
  const use = word === undefined ? null : lexicon.use(word);
  return (
    word !== undefined && [use?.verbs, use?.nouns, use?.phrases].every((of) => of === undefined || of.length === 0)
  );
}

// Matches `2018年收案`, `新收案件约`; must not match `收案后审结`, `回收`.
const takenIn = new Pattern(/(?:收案|新收)(?:案件?)?[数量]?[为共达约近超逾]*$/u);
