import type { Erratum, SeriesKey, Value } from "@jianbao/analysis";
import type { Data } from "@jianbao/document";
import { type Phrase, mergeNotes, number, phrase } from "../phrase.ts";
import { type Context, figureOf, fullLabelOf, notesOf, unitTextOf } from "./context.ts";

/** The correction box: what signed issues printed wrongly. */
export interface CorrectionsView {
  readonly heading: string;
  readonly items: readonly { readonly id: string; readonly text: Phrase }[];
}

/** Words the figures of signed issues that were wrong; null where there are none. */
export function correctionsOf(context: Context): CorrectionsView | null {
  const errata = (context.analysis.errata ?? []).filter(({ key }) => key.subject === context.analysis.subject);
  if (errata.length === 0) return null;
  return {
    heading: context.wording.corrections.heading,
    items: groupsOf(errata).map((group, index) => ({
      id: correctionId(index),
      text: mergeNotes(textOf(context, group), context.wording.ends),
    })),
  };
}

/** Puts figures of one issue that are withdrawn for one reason together; the others stand alone. */
function groupsOf(errata: readonly Erratum[]): readonly (readonly [Erratum, ...Erratum[]])[] {
  const groups = new Map<string, [Erratum, ...Erratum[]]>();
  for (const erratum of errata) {
    const { id, after, moved, issue, cause, decision } = erratum;
    const isBare = after === null && moved === undefined;
    const key = isBare ? JSON.stringify([issue.period.id, cause, decision ?? null]) : id;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [erratum]);
    else group.push(erratum);
  }
  return [...groups.values()];
}

/** The id of a correction's paragraph, by its place in the box. */
export function correctionId(index: number): string {
  return `correction-${index + 1}`;
}

function textOf(context: Context, [first, ...others]: readonly [Erratum, ...Erratum[]]): Phrase {
  const { corrections } = context.wording;
  const { issue, after, moved, cause, decision = null } = first;
  const name = corrections.issueName(issue, context.wording.period(issue.period));
  if (others.length > 0) {
    const figures = [first, ...others].map((one) =>
      context.wording.named(subjectOf(context, one), printedFigure(context, one, name)),
    );
    return corrections.withdrawal({ issue: name, figures, cause, decision });
  }
  return corrections.correction({
    issue: name,
    what: subjectOf(context, first),
    printed: printedFigure(context, first, name),
    after: after === null ? null : phrase(saidOf(context, after, first), notesOf(context, after.observations)),
    moved:
      moved === undefined
        ? null
        : { what: whatOf(context, moved.key, moved.period), figure: notedFigure(context, moved.value) },
    cause,
    decision,
  });
}

/** The figure as it was printed, vouched for by the issue that printed it. */
function printedFigure(context: Context, erratum: Erratum, name: Phrase): Phrase {
  const { printed, issue } = erratum;
  return phrase(saidOf(context, printed, erratum), {
    type: "footnote",
    source: `issue-${issue.period.id}`,
    observations: printed.observations,
    children: context.wording.corrections.issueNote(name),
  });
}

/** A figure with its unit; a change in the words of its article. */
function saidOf(context: Context, value: Value, { change }: Erratum): Data {
  if (change === undefined) return figureOf(context, value, unitTextOf(context, value));
  return number(context.wording.quoted(value.text ?? ""), value.value, value.observations);
}

function subjectOf(context: Context, { key, period, change }: Erratum): Phrase {
  const what = whatOf(context, key, period);
  return change === undefined ? what : context.wording.corrections.changeOf(what);
}

function notedFigure(context: Context, value: Value): Phrase {
  return phrase(figureOf(context, value, unitTextOf(context, value)), notesOf(context, value.observations));
}

/** 2023年全国破获案件 */
function whatOf(context: Context, key: SeriesKey, period: Erratum["period"]): Phrase {
  const { wording } = context;
  return wording.statistic(period, key.area.code === "OVERSEAS" ? null : key.area, phrase(fullLabelOf(context, key)));
}
