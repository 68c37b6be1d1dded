import type { IssueChange, Value } from "@jianbao/analysis";
import { periodKey } from "@jianbao/model";
import { type Phrase, mergeNotes, phrase } from "../phrase.ts";
import { areaOrder } from "./area-order.ts";
import { type Context, figureOf, fullLabelOf, notesOf, unitTextOf } from "./context.ts";
import { compare } from "./groups.ts";

/**
 * What happened since the issue before: revisions and withdrawals, a sentence for each period and area; new figures by
 * name, those of other areas by area.
 */
export function changeSentences(context: Context): readonly Phrase[] {
  const { analysis } = context;
  const mine = inOrder(
    context,
    analysis.changes.filter((change) => change.key.subject === analysis.subject),
  );
  const ofKind = (kind: IssueChange["kind"]): readonly IssueChange[] => mine.filter((change) => change.kind === kind);
  return [
    ...movedSentences(context, "revised", ofKind("revised")),
    ...movedSentences(context, "withdrawn", ofKind("withdrawn")),
    ...newSentences(
      context,
      ofKind("new").filter(({ after }) => after !== null),
    ),
  ];
}

function movedSentences(
  context: Context,
  kind: "revised" | "withdrawn",
  changes: readonly IssueChange[],
): readonly Phrase[] {
  const { wording } = context;
  return groupsBy(changes, ({ period, key }) => `${periodKey(period)}|${key.area.code}`).flatMap((members) => {
    const [first] = members;
    if (!first) return [];
    const where = first.key.area.code === "OVERSEAS" ? null : wording.area(first.key.area);
    const items = members.map(({ key, before, after }) => {
      const scale = wording.commonScale([before, after].filter((value) => value !== null));
      const worded = (value: Value | null): Phrase | null =>
        value === null
          ? null
          : phrase(
              figureOf(context, value, unitTextOf(context, value), scale),
              notesOrBefore(context, value.observations),
            );
      return { label: fullLabelOf(context, key), before: worded(before), after: worded(after) };
    });
    return [mergeNotes(wording.issueChanges(kind, wording.period(first.period), where, items), wording.ends)];
  });
}

function newSentences(context: Context, changes: readonly IssueChange[]): readonly Phrase[] {
  const { analysis, wording } = context;
  if (changes.length === 0) return [];
  const isOwn = ({ key }: IssueChange): boolean => key.area.code === analysis.area.code || key.area.code === "OVERSEAS";
  const periods = groupsBy(changes.filter(isOwn), ({ period }) => periodKey(period)).flatMap((members) => {
    const [first] = members;
    const names = new Set(members.map(({ key }) => fullLabelOf(context, key)));
    return first ? [{ when: wording.period(first.period), names: [...names] }] : [];
  });
  const areas = changes
    .filter((change) => !isOwn(change))
    .map(({ key }) => key.area)
    .sort((a, b) => compare(areaOrder(a), areaOrder(b)))
    .map((area) => wording.area(area));
  return [wording.newFigures(periods, [...new Set(areas)])];
}

/** By period, the newest first; then by area and the pack's order. */
function inOrder(context: Context, changes: readonly IssueChange[]): readonly IssueChange[] {
  const order = new Map(context.pack.indicators.map((indicator, index) => [indicator.id, index]));
  const rank = ({ key }: IssueChange): number => order.get(key.indicator) ?? order.size;
  return [...changes].sort(
    (a, b) =>
      compare(b.period.end ?? "9999", a.period.end ?? "9999") ||
      compare(a.period.start ?? "", b.period.start ?? "") ||
      compare(areaOrder(a.key.area), areaOrder(b.key.area)) ||
      rank(a) - rank(b) ||
      compare(a.key.breakdown ?? "", b.key.breakdown ?? ""),
  );
}

function groupsBy<T>(list: readonly T[], keyOf: (one: T) => string): readonly (readonly T[])[] {
  const groups = new Map<string, T[]>();
  for (const one of list) {
    const group = groups.get(keyOf(one));
    if (group) group.push(one);
    else groups.set(keyOf(one), [one]);
  }
  return [...groups.values()];
}

/** A figure that only the issue before knows is vouched for by that issue. */
function notesOrBefore(context: Context, observations: readonly string[]): Phrase {
  const notes = notesOf(context, observations);
  if (notes.length > 0) return notes;
  return [{ type: "footnote", source: "issue-before", observations, children: phrase(context.wording.issueBefore) }];
}
