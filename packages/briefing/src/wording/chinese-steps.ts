import type { StepKind } from "@jianbao/analysis";
import { type Phrase, join, mergeNotes, moved, notesIn, phrase, withoutNotes } from "../phrase.ts";
import type { Direction } from "../statement.ts";
import { lengthOf } from "./chinese-sentences.ts";
import type { MonthsFacts, StepChangeSaid, StepHeads, StepItem } from "./wording.ts";

type Translate = (text: string) => string;

/** Characters that the clauses of a sentence hold. */
const mostLength = 100;

/** What stands before a month, quarter or half. */
const before: Readonly<Record<StepKind, string>> = { month: "上月", quarter: "上季度", "half-year": "前一个半年" };

/** What stands for the same month, quarter or half a year before. */
const yearBefore: Readonly<Record<StepKind, string>> = {
  month: "上年同月",
  quarter: "上年同季",
  "half-year": "上年同期",
};

/** Heads of a table of steps: 当月, 上年同月, 上月. */
export function chineseStepHeads(kind: StepKind, t: Translate): StepHeads {
  const current: Readonly<Record<StepKind, string>> = { month: "当月", quarter: "当季", "half-year": "本半年" };
  return {
    current: t(current[kind]),
    yearBefore: t(yearBefore[kind]),
    before: t(before[kind]),
    stated: t("公布环比"),
    computed: t("推算环比"),
  };
}

/**
 * 由累计数相减推算，2024年11月，江西省发案1968起，环比上升15.4%，同比下降5.1%；… and for levels of articles:
 * 2024年11月，江西省抓获嫌疑人500名，与上年同月的480名、上月的450名相比，推算分别上升4.2%、11.1%。
 */
export function chineseSteps(
  when: Phrase,
  where: string | null,
  kind: StepKind,
  items: readonly StepItem[],
  t: Translate,
  direction: (way: Direction) => string,
): Phrase {
  const opening = phrase(
    items.some(({ isDerived }) => isDerived) ? t("由累计数相减推算，") : null,
    when,
    "，",
    where ?? t("境外方面，"),
  );
  const sentences: Phrase[][] = [];
  let length = 0;
  for (const item of items) {
    const clause = clauseOf(item, kind, t, direction);
    const size = lengthOf(clause);
    const last = sentences.at(-1);
    if (last && length + size <= mostLength) last.push(clause);
    else sentences.push([clause]);
    length = last && length + size <= mostLength ? length + size : size;
  }
  const again = items.some(({ isDerived }) => isDerived) ? t("同样推算，") : t("同期，");
  return mergeNotes(
    phrase(...sentences.map((clauses, at) => phrase(at === 0 ? opening : again, join(clauses, "；"), "。"))),
    "。",
  );
}

function clauseOf(item: StepItem, kind: StepKind, t: Translate, direction: (way: Direction) => string): Phrase {
  const moves = (said: StepChangeSaid): Phrase => movesOf(said, t, direction);
  const { label, figure, clauses, sequential, base, yearly, yearBase } = item;
  const compared = [
    { name: t(yearBefore[kind]), level: yearBase, said: yearly },
    { name: t(before[kind]), level: base, said: sequential },
  ].flatMap(({ name, level, said }) => (level === null || said === null ? [] : [{ name, level, said }]));
  if (compared.length > 0) {
    return phrase(
      label,
      figure,
      ...clauses.map((clause) => phrase("，", clause)),
      t("，与"),
      join(
        compared.map(({ name, level }) => phrase(name, t("的"), level)),
        "、",
      ),
      t("相比，推算"),
      compared.length > 1 ? t("分别") : null,
      movesTogether(
        compared.map(({ said }) => said),
        t,
        direction,
      ),
    );
  }
  return phrase(
    label,
    withoutNotes(figure),
    sequential === null ? null : phrase(t("，环比"), moves(sequential)),
    yearly === null ? null : phrase(t("，同比"), moves(yearly)),
    notesIn(figure, sequential?.notes ?? [], yearly?.notes ?? []),
  );
}

/** 分别上升4.2%、11.1%; 分别上升4.2%、下降3%. */
function movesTogether(said: readonly StepChangeSaid[], t: Translate, direction: (way: Direction) => string): Phrase {
  const [first, ...rest] = said;
  const way = first?.direction ?? null;
  const isShared = way !== null && way !== "flat" && rest.every((one) => one.direction === way);
  if (!isShared || first === undefined)
    return join(
      said.map((one) => movesOf(one, t, direction)),
      "、",
    );
  return phrase(movesOf(first, t, direction), ...rest.map(({ number }) => phrase("、", number)));
}

function movesOf(
  { direction: way, number }: StepChangeSaid,
  t: Translate,
  direction: (way: Direction) => string,
): Phrase {
  if (way === null) return phrase(t("变化在"), number, t("之间"));
  return way === "flat" ? phrase(direction(way)) : moved(direction(way), [number]);
}

/** 除2024年1月为公布的数字外，各月数由累计数相减推算。2024年3月、4月：无当月数。 */
export function chineseMonthsNote({ derived, stated, missing, mixed }: MonthsFacts, t: Translate): Phrase | null {
  if (mixed) return derived.length === 0 ? null : phrase(t("推算的数字由累计数相减得出。"));
  if (derived.length === 0 && missing.length === 0) return null;
  const computed = t("由累计数相减推算");
  return phrase(
    derived.length === 0
      ? null
      : stated.length === 0
        ? phrase(t("各月数"), computed, "。")
        : stated.length < derived.length
          ? phrase(t("除"), join(stated, "、"), t("为公布的数字外，各月数"), computed, "。")
          : phrase(join(derived, "、"), t("的数字"), computed, t("，其余为公布的数字。")),
    missing.length === 0 ? null : phrase(join(missing, "、"), t("：无当月数。")),
  );
}
