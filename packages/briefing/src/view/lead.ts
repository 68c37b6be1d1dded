import type { Analysis, Comparison, StepSeries } from "@jianbao/analysis";
import { textOf } from "@jianbao/document";
import { periodKey } from "@jianbao/model";
import { type Phrase, phrase } from "../phrase.ts";
import type { Group, Statement } from "../statement.ts";
import { type Context, fullLabelOf, isQuestioned, statementOf } from "./context.ts";
import { compare, groupsOf, isDated } from "./groups.ts";
import { stepSentences } from "./steps.ts";
import { closedMonths, keyComparisons, newsKey } from "./rank.ts";

/** What an issue begins with, and the figures of its own area that are told there. */
export interface Lead {
  readonly paragraphs: readonly Phrase[];
  readonly told: readonly Comparison[];
}

/**
 * The first paragraph: the figures that matter most, each with what it did, the newest closed period first, and which of
 * them sources disagree on. An issue without figures of its own area begins with those of other areas.
 */
export function leadOf(context: Context, here: readonly Comparison[], elsewhere: readonly Comparison[]): Lead {
  const { analysis, wording } = context;
  const own = picked(context, here);
  const others = own.length === 0 ? picked(context, elsewhere) : [];
  if (own.length === 0 && others.length === 0) {
    const hasArticles = Object.values(analysis.publications).some(
      (publication) =>
        publication.published !== null &&
        publication.published >= analysis.period.start.slice(0, publication.published.length) &&
        publication.published <= analysis.period.end,
    );
    return { paragraphs: [wording.emptyLead(wording.period(analysis.period), hasArticles)], told: [] };
  }
  const opening =
    own.length === 0 ? wording.elsewhereLead(wording.period(analysis.period), wording.area(analysis.area)) : [];
  const groups = [...groupsOf(context, [...own, ...others].map(brief))].sort(
    (a, b) =>
      Number(longestOf(b) > 0) - Number(longestOf(a) > 0) || compare(endOf(b), endOf(a)) || longestOf(b) - longestOf(a),
  );
  const levels = groups.map((group, at) => {
    const before = groups[at - 1];
    const isSame = before !== undefined && periodOf(before) === periodOf(group) && isDated(group);
    return { group, sentences: wording.sentences(isSame ? { ...group, when: phrase(wording.samePeriod) } : group) };
  });
  const told = levels.filter((_, at) => {
    const before = [opening, ...levels.slice(0, at + 1).map(({ sentences }) => sentences)];
    return at === 0 || sentenceCount(before, wording.ends) < mostSentences;
  });
  const months = stepSentences(context, monthsOf(context, told));
  const isRoomy =
    sentenceCount([opening, ...told.map(({ sentences }) => sentences), ...months], wording.ends) < mostSentences;
  const disputed = told
    .flatMap(({ group }) => group.statements)
    .filter(({ comparison }) => comparison.current.conflict !== null)
    .map(({ comparison }) => fullLabelOf(context, comparison.key));
  const paragraph = phrase(
    opening,
    ...told.map(({ sentences }) => sentences),
    ...(isRoomy ? months : []),
    disputed.length === 0 ? null : wording.disputed([...new Set(disputed)]),
  );
  return {
    paragraphs: [paragraph],
    told: own.length === 0 ? [] : told.flatMap(({ group }) => group.statements.map(({ comparison }) => comparison)),
  };
}

/** The newest months of the first two statistics told otherwise: what is new in a monthly issue. */
function monthsOf(context: Context, told: readonly { readonly group: Group }[]): readonly StepSeries[] {
  const comparisons = told.flatMap(({ group }) => group.statements.map(({ comparison }) => comparison));
  const keys = comparisons.map(({ key }) => seriesName(key));
  const names = new Set(comparisons.map(({ key, current }) => newsKey(key, current.period)));
  return (context.analysis.steps ?? [])
    .filter(({ key, kind, steps }) => {
      const newest = steps.at(-1);
      return (
        kind === "month" &&
        keys.includes(seriesName(key)) &&
        newest !== undefined &&
        !names.has(newsKey(key, newest.period))
      );
    })
    .sort((a, b) => keys.indexOf(seriesName(a.key)) - keys.indexOf(seriesName(b.key)))
    .slice(0, 2);
}

function seriesName(key: Comparison["key"]): string {
  return newsKey(key, { start: null, end: null });
}

function picked(context: Context, comparisons: readonly Comparison[]): readonly Statement[] {
  const { analysis, pack } = context;
  const sure = comparisons.filter(({ current }) => !isQuestioned(context, current.value.observations));
  return keyComparisons(sure.length === 0 ? comparisons : sure, pack, analysis.period, 6, newsOf(analysis)).map((one) =>
    statementOf(context, one),
  );
}

/** What the issue before did not have, or had otherwise. */
function newsOf({ changes }: Analysis): ReadonlyMap<string, "new" | "revised"> {
  return new Map(
    changes.flatMap(({ kind, key, period }) => (kind === "withdrawn" ? [] : [[newsKey(key, period), kind] as const])),
  );
}

/** A statement with its change in few words: what else the article says and last year's figure are left to the sections. */
function brief(statement: Statement): Statement {
  return { ...statement, beside: [], previous: null };
}

/** How many sentences the first paragraph holds; the last may tell what is disputed. */
const mostSentences = 5;

function sentenceCount(phrases: readonly Phrase[], ends: string): number {
  const words = phrases.map((one) => textOf(one.filter((inline) => inline.type !== "footnote"))).join("");
  const marks = ends === ".!?" ? /[.!?](?= |$)/gu : /[。！？]/gu;
  return [...words.matchAll(marks)].length;
}

function periodOf(group: Group): string {
  return periodKey(group.statements[0]?.comparison.current.period ?? null);
}

function longestOf(group: Group): number {
  return Math.max(...group.statements.map(({ comparison }) => closedMonths(comparison.current.period)));
}

function endOf(group: Group): string {
  return group.statements[0]?.comparison.current.period.end ?? "";
}
