import type { ChangeBasis } from "@jianbao/model";
import type { FoundChange } from "./change.ts";
import type { Run, View } from "./reading.ts";

/** A change with the basis that the sentence has told before, where it tells none; `next` is that of the change before it in one list. */
export function withBasis(view: View, run: Run, found: FoundChange, next: ChangeBasis | null = null): FoundChange {
  const { text } = view.reading;
  if (found.change.basis !== "other" && found.change.basis !== "share") run.basis = found.change.basis;
  else if (run.basis !== null && /^(?:增幅|升幅|涨幅|降幅|跌幅)/u.test(found.change.text)) {
    // 较去年同期下降34.7%，…降幅28%: the same comparison goes on.
    found = { ...found, change: { ...found.change, basis: run.basis } };
  }
  if (
    found.change.basis === "other" &&
    run.basis !== null &&
    run.list !== null &&
    /^[，,、]?$/u.test(text.slice(run.list.end, found.start))
  ) {
    // 比上年同期净增208人，增长17.6%.
    found = { ...found, change: { ...found.change, basis: run.basis } };
  }
  if (found.change.basis === "other" && next !== null && next === run.basis)
    found = { ...found, change: { ...found.change, basis: next } };
  // 与去年同期相比，发案下降20%，破案上升11%.
  const opened = /(?:相比|相较|同比)[^，,。]{0,4}[，,]/u.test(text.slice(view.sentence.start, found.start));
  const goesOn =
    (found.change.unit === "percent" || found.change.unit === "times") &&
    /^(?:[急微大略飙激锐骤]|[大小]幅|明显|显著)?(?:上升|增长|增加|提高|上涨|下降|减少|降低|下跌|回落|[升降增减涨跌])/u.test(
      found.change.text,
    );
  if (
    found.change.basis === "other" &&
    run.basis !== null &&
    (opened || (goesOn && (run.last !== null || run.change !== null)))
  )
    found = { ...found, change: { ...found.change, basis: run.basis } };
  const compared = /[较比与同和](?<year>20\d\d)年/u.exec(found.change.text)?.groups?.["year"];
  const reported = run.last?.period?.start?.slice(0, 4) ?? null;
  if (
    found.change.basis === "yoy" &&
    compared !== undefined &&
    reported !== null &&
    Number(compared) < Number(reported) - 1 &&
    !/[去上]一?年/u.test(found.change.text)
  ) {
    // 较2019年同期增长14.2% told of 2023 compares with no year before.
    found = { ...found, change: { ...found.change, basis: "other" } };
  }
  return againstYearBefore(run, found);
}

/** 11月，案件3385件，较去年11月增长0.5%: the month of a year before compares years. */
function againstYearBefore({ last }: Run, found: FoundChange): FoundChange {
  const month = /(?:去年|上年)(?<month>1[0-2]|[1-9])月/u.exec(found.change.text)?.groups?.["month"];
  const isSame = month !== undefined && last?.period?.start?.slice(5, 7) === month.padStart(2, "0");
  return isSame && found.change.basis === "mom" ? { ...found, change: { ...found.change, basis: "yoy" } } : found;
}
