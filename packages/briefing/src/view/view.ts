import type { Analysis, Comparison, IssueChange, Point, Series, Value } from "@jianbao/analysis";
import type { Chart } from "@jianbao/charts";
import { type Theme, textOf } from "@jianbao/document";
import { type DomainPack, type Language, labelIn, periodKey } from "@jianbao/model";
import { type Phrase, mergeNotes, observationsIn, phrase } from "../phrase.ts";
import type { Group, Statement } from "../statement.ts";
import { wordingOf } from "../wording/index.ts";
import type { SignatureParts } from "../wording/correction.ts";
import type { Distribution, Movement, Ranking, Words } from "../wording/wording.ts";
import { areaOrder } from "./area-order.ts";
import { type ChartView, changeChart, rankedChart, seriesChart } from "./charts.ts";
import { conflictSentence, findingSentences } from "./checks.ts";
import { type CorrectionsView, correctionsOf } from "./corrections.ts";
import {
  type Context,
  conflictId,
  figureOf,
  fullLabelOf,
  hasLevel,
  labelOf,
  notesOf,
  publicationOf,
  statementOf,
  unitTextOf,
} from "./context.ts";
import { type EvidenceView, evidenceOf } from "./evidence.ts";
import { closedMonths, keyComparisons } from "./rank.ts";
import { type TableView, areasTable, changeTable } from "./tables.ts";

/** What an issue says about itself. */
export interface IssueFacts {
  readonly title: string;
  readonly issuer: string;
  /** Its number within the year and since the first; null where issues are not numbered. */
  readonly number: { readonly number: number; readonly total: number | null } | null;
  /** `YYYY-MM-DD` */
  readonly date: string;
  /** True until the issue is signed. */
  readonly draft: boolean;
  /** Who signed it and when; null or absent for a draft. */
  readonly signature?: SignatureParts | null;
  readonly distribution: Distribution;
  /** Ids of the themes that have a section, in order; all of the pack's where absent or empty. */
  readonly sections?: readonly string[];
}

/** Everything that a view is made with. */
export interface ViewOptions {
  readonly pack: DomainPack;
  readonly theme: Theme;
  readonly language: Language;
  readonly issue: IssueFacts;
}

/** A theme's section: what is said, the table, the chart. */
export interface SectionView {
  readonly id: string;
  readonly heading: string;
  readonly paragraphs: readonly Phrase[];
  readonly table: TableView | null;
  readonly charts: readonly ChartView[];
}

/** Everything that a template prints, already worded. */
export interface View {
  readonly title: string;
  readonly shortTitle: string;
  readonly words: Words;
  readonly headings: Readonly<
    Record<"key" | "changes" | "areas" | "checks" | "sources" | "method" | "evidence", string>
  >;
  readonly issueLine: Phrase;
  readonly issue: string | null;
  readonly issuer: string;
  readonly date: Phrase;
  readonly draft: boolean;
  /** 签发：… with the day; null for a draft. */
  readonly signature: Phrase | null;
  readonly pageWords: { readonly before: string; readonly between: string; readonly after: string };
  readonly lead: readonly Phrase[];
  /** What signed issues printed wrongly; null where nothing was. */
  readonly corrections: CorrectionsView | null;
  readonly changes: readonly Phrase[];
  readonly sections: readonly SectionView[];
  readonly areas: SectionView | null;
  readonly checks: {
    readonly conflictsHeading: string;
    readonly conflicts: readonly { readonly id: string; readonly text: Phrase }[];
    readonly noConflicts: string;
    readonly findingsHeading: string;
    readonly findings: readonly Phrase[];
    readonly noFindings: string;
  };
  readonly sources: readonly { readonly id: string; readonly text: Phrase; readonly url: string | null }[];
  readonly noSources: string;
  readonly method: readonly string[];
  readonly evidence: readonly EvidenceView[];
  readonly distribution: readonly string[];
}

/** Words an analysis: what a template prints, and the charts it refers to. */
export function viewOf(
  analysis: Analysis,
  options: ViewOptions,
): { readonly view: View; readonly charts: Readonly<Record<string, Chart>> } {
  const { pack, issue } = options;
  const wording = wordingOf(options.language);
  const context: Context = {
    analysis,
    pack,
    theme: options.theme,
    wording,
    indicators: new Map(pack.indicators.map((indicator) => [indicator.id, indicator])),
  };
  const isOurs = (one: { readonly key: Comparison["key"] }): boolean => one.key.subject === analysis.subject;
  const isHere = (one: Comparison): boolean =>
    one.key.area.code === analysis.area.code || one.key.area.code === "OVERSEAS";
  const all = [...analysis.comparisons, ...analysis.areas].filter(isOurs);
  const themes = themesOf(context, issue.sections ?? []);
  const isShown = (one: { readonly key: Comparison["key"] }): boolean =>
    themes.some((theme) => theme.id === themeIdOf(context, one.key.indicator));
  const here = all.filter((one) => isHere(one) && isShown(one));
  const elsewhere = all.filter((one) => !isHere(one));
  const besides = unlevelled(analysis).filter((one) => isOurs(one) && isHere(one) && isShown(one));

  const counters = { heading: 0, table: 0, chart: 0 };
  const heading = (title: string): string => wording.heading(++counters.heading, title);
  const key = heading(wording.words.key);
  const changes = changeSentences(context);
  const corrections = correctionsOf(context);
  const changesHeading = changes.length > 0 ? heading(wording.words.changes) : "";
  const sections = sectionsOf(context, themes, here, besides, counters);
  const areas = elsewhere.length > 0 ? areasOf(context, elsewhere, counters) : null;
  const checksHeading = heading(wording.words.checks);
  const lead = leadOf(context, [...here, ...besides]);
  const conflicts = analysis.conflicts.flatMap((conflict, index) =>
    isOurs(conflict) ? [{ id: conflictId(index), text: conflictSentence(context, conflict) }] : [],
  );
  const findings = findingSentences(context, analysis.findings);

  const printed = observationsOf([
    ...lead,
    ...(corrections?.items.map(({ text }) => text) ?? []),
    ...changes,
    ...[...sections, ...(areas ? [areas] : [])].flatMap(phrasesOf),
    ...conflicts.map((conflict) => conflict.text),
    ...findings,
  ]);
  const evidence = evidenceOf(context, printed);
  const cited = [...new Set(printed.flatMap((id) => keyOf(context, id)))];
  const number = issue.number === null ? null : wording.issueNumber(issue.number.number, issue.number.total);
  const [before, between, after] = wording.words.page;
  const view: View = {
    title: issue.title,
    shortTitle: issue.title,
    words: wording.words,
    headings: {
      key,
      changes: changesHeading,
      areas: areas?.heading ?? "",
      checks: checksHeading,
      sources: heading(wording.words.sources),
      method: heading(wording.words.method),
      evidence: wording.words.evidence,
    },
    issueLine: issueLineOf(number, issue.issuer, wording.date(issue.date)),
    issue: number,
    issuer: issue.issuer,
    date: wording.date(issue.date),
    draft: issue.draft,
    signature: issue.signature ? wording.corrections.signature(issue.signature) : null,
    pageWords: { before, between, after },
    lead,
    corrections,
    changes,
    sections,
    areas,
    checks: {
      conflictsHeading: wording.subheading(1, wording.words.conflicts),
      conflicts,
      noConflicts: wording.noConflicts,
      findingsHeading: wording.subheading(2, wording.words.doubts),
      findings,
      noFindings: wording.noFindings,
    },
    sources: cited.map((source, index) => ({
      id: `s-${index + 1}`,
      text: wording.note(publicationOf(context, source)),
      url: publicationOf(context, source).url,
    })),
    noSources: wording.noSources,
    method: wording.method({
      draft: issue.draft,
      fonts: Object.values(options.theme.families).flatMap((family) => family.screen.slice(0, 1)),
    }),
    evidence,
    distribution: wording.distribution(issue.distribution),
  };
  const figures = [...sections, ...(areas ? [areas] : [])].flatMap((section) => section.charts);
  return { view, charts: Object.fromEntries(figures.map((figure) => [figure.ref, figure.chart])) };
}

interface Counters {
  heading: number;
  table: number;
  chart: number;
}

function issueLineOf(number: string | null, issuer: string, date: Phrase): Phrase {
  return phrase(number === null ? "" : `${number}　`, issuer, "　", date);
}

/** The first paragraphs: the figures that matter most, then what moved. */
function leadOf(context: Context, here: readonly Comparison[]): readonly Phrase[] {
  const { analysis, pack, wording } = context;
  const picked = keyComparisons(here, pack, analysis.period, 6).map((one) => statementOf(context, one));
  if (picked.length === 0) {
    const hasArticles = Object.values(analysis.publications).some(
      (publication) =>
        publication.published !== null &&
        publication.published >= analysis.period.start.slice(0, publication.published.length) &&
        publication.published <= analysis.period.end,
    );
    return [wording.emptyLead(wording.period(analysis.period), hasArticles)];
  }
  const groups = [...groupsOf(context, picked.map(levelOnly))].sort(
    (a, b) => longestOf(b) - longestOf(a) || compare(endOf(b), endOf(a)),
  );
  const levels = groups.map((group) => ({ group, sentences: wording.sentences(group) }));
  const told = levels.filter((_, at) => {
    const before = levels.slice(0, at + 1).map(({ sentences }) => sentences);
    return at === 0 || sentenceCount(before, wording.ends) <= mostSentences - 2;
  });
  const kept = new Set(told.flatMap(({ group }) => group.statements.map(({ comparison }) => comparison)));
  const moving = picked.filter(({ comparison }) => kept.has(comparison));
  return [
    phrase(
      ...told.map(({ sentences }) => sentences),
      wording.movements(statedMovements(context, moving), "stated"),
      wording.movements(computedMovements(context, moving), "computed"),
    ),
  ].filter((one) => one.length > 0);
}

/** How many sentences the first paragraph holds; two of them are for what moved. */
const mostSentences = 5;

function sentenceCount(phrases: readonly Phrase[], ends: string): number {
  const words = phrases.map((one) => textOf(one.filter((inline) => inline.type !== "footnote"))).join("");
  const marks = ends === ".!?" ? /[.!?](?= |$)/gu : /[。！？]/gu;
  return [...words.matchAll(marks)].length;
}

function longestOf(group: Group): number {
  return Math.max(...group.statements.map(({ comparison }) => closedMonths(comparison.current.period)));
}

function endOf(group: Group): string {
  return group.statements[0]?.comparison.current.period.end ?? "";
}

function statedMovements(context: Context, statements: readonly Statement[]): readonly Movement[] {
  return statements.flatMap(({ stated, figure, comparison }) =>
    stated?.number && stated.direction && stated.basis === "yoy" && figure
      ? [
          {
            label: fullLabelOf(context, comparison.key),
            direction: stated.direction,
            size: [stated.number],
            notes: stated.notes,
          },
        ]
      : [],
  );
}

/** Where an article states no change: what both years' figures give, vouched for by both. */
function computedMovements(context: Context, statements: readonly Statement[]): readonly Movement[] {
  return statements.flatMap(({ stated, computed, comparison }) =>
    computed && computed.direction !== null && !stated
      ? [
          {
            label: fullLabelOf(context, comparison.key),
            direction: computed.direction,
            size: [computed.number],
            notes: notesOf(context, computed.number.observations),
          },
        ]
      : [],
  );
}

/** A statement whose change is left to the sentences after; one that is a change alone keeps it. */
function levelOnly(statement: Statement): Statement {
  return statement.figure === null ? statement : { ...statement, stated: null, beside: [], computed: null };
}

interface ThemeTitle {
  readonly id: string;
  readonly title: string;
}

/** The themes that have a section: those asked for, in that order; else all of the pack's and a last one for the rest. */
function themesOf(context: Context, wanted: readonly string[]): readonly ThemeTitle[] {
  const { pack, wording } = context;
  const titled = pack.themes.map((theme) => ({ id: theme.id, title: labelIn(theme.labels, wording.language) }));
  if (wanted.length === 0) return [...titled, { id: "", title: wording.words.other }];
  return wanted.flatMap((id) => titled.filter((theme) => theme.id === id));
}

function themeIdOf(context: Context, indicator: string): string {
  const theme = context.indicators.get(indicator)?.theme;
  return theme !== undefined && context.pack.themes.some((one) => one.id === theme) ? theme : "";
}

/** Changes stated without a level, in the shape of comparisons: sentences say them, no table holds them. */
function unlevelled(analysis: Analysis): readonly Comparison[] {
  return (analysis.statedOnly ?? []).map(({ key, period, stated }) => {
    const observations = [...new Set(stated.map((one) => one.observation))];
    const value: Value = { value: 0, unit: key.unit, bound: "exact", low: null, high: null, text: null, observations };
    return alone(key, { period, value, stated, observations, conflict: null });
  });
}

/** Further figures of a series that the period's articles give (single months, campaigns): for sentences alone. */
function furtherOf(comparison: Comparison): readonly Comparison[] {
  return (comparison.also ?? []).map((point) => alone(comparison.key, point));
}

function alone(key: Comparison["key"], current: Point): Comparison {
  return {
    key,
    current,
    previousPeriod: null,
    previous: null,
    stated:
      current.stated.find(({ change }) => change.basis === "yoy" || change.basis === "mom") ??
      current.stated[0] ??
      null,
    computed: null,
    implied: null,
    reason: null,
  };
}

function sectionsOf(
  context: Context,
  themes: readonly ThemeTitle[],
  here: readonly Comparison[],
  besides: readonly Comparison[],
  counters: Counters,
): readonly SectionView[] {
  const { wording, analysis } = context;
  const sections: SectionView[] = [];
  for (const { id, title } of themes) {
    const isOfTheme = (one: { readonly key: Comparison["key"] }): boolean =>
      themeIdOf(context, one.key.indicator) === id;
    const comparisons = inOrder(context, here.filter(isOfTheme));
    const told = inOrder(context, [...comparisons, ...comparisons.flatMap(furtherOf), ...besides.filter(isOfTheme)]);
    if (told.length === 0) continue;
    const series = analysis.series.filter((one) => one.key.subject === analysis.subject && isOfTheme(one));
    sections.push({
      id: id === "" ? "theme-rest" : `theme-${id}`,
      heading: wording.heading(++counters.heading, title),
      paragraphs: paragraphsOf(
        context,
        told.map((one) => statementOf(context, one)),
      ),
      table:
        comparisons.length === 0 || (comparisons.length === 1 && comparisons[0]?.implied === null)
          ? null
          : changeTable(
              context,
              ++counters.table,
              title,
              comparisons.map((one) => statementOf(context, one)),
            ),
      charts: chartsOf(context, counters, title, comparisons, series),
    });
  }
  return sections;
}

function chartsOf(
  context: Context,
  counters: Counters,
  title: string,
  comparisons: readonly Comparison[],
  series: readonly Series[],
): readonly ChartView[] {
  const charts: ChartView[] = [];
  for (const draw of [
    (index: number): ChartView | null => changeChart(context, index, title, comparisons),
    (index: number): ChartView | null => seriesChart(context, index, title, series),
  ]) {
    const chart = draw(counters.chart + 1);
    if (!chart) continue;
    counters.chart++;
    charts.push(chart);
  }
  return charts;
}

/** In the pack's order; within an indicator home before abroad, the whole before its parts, the newest period first. */
function inOrder(context: Context, comparisons: readonly Comparison[]): readonly Comparison[] {
  const order = new Map(context.pack.indicators.map((indicator, index) => [indicator.id, index]));
  const rank = (one: Comparison): number => order.get(one.key.indicator) ?? order.size;
  return [...comparisons].sort(
    (a, b) =>
      rank(a) - rank(b) ||
      Number(a.key.area.code === "OVERSEAS") - Number(b.key.area.code === "OVERSEAS") ||
      Number(a.key.breakdown !== null) - Number(b.key.breakdown !== null) ||
      compare(b.current.period.end ?? "", a.current.period.end ?? ""),
  );
}

/** Length of a paragraph's text that no further period is added to. */
const longEnough = 120;

/** Period by period, the newest first; action abroad follows what was done at home; short periods share a paragraph. */
function paragraphsOf(context: Context, statements: readonly Statement[]): readonly Phrase[] {
  const { wording } = context;
  const paragraphs: Phrase[] = [];
  let before = "";
  for (const group of groupsOf(context, statements)) {
    const period = periodKey(group.statements[0]?.comparison.current.period ?? null);
    const isSame = period === before;
    before = period;
    const sentences = wording.sentences(isSame ? { ...group, when: phrase(wording.samePeriod) } : group);
    const last = paragraphs.at(-1);
    if (last && (isSame || textOf(last).length + textOf(sentences).length <= longEnough)) {
      paragraphs[paragraphs.length - 1] = phrase(last, sentences);
    } else paragraphs.push(sentences);
  }
  return paragraphs;
}

function groupsOf(context: Context, statements: readonly Statement[]): readonly Group[] {
  const groups = new Map<string, Statement[]>();
  for (const one of statements) {
    const { period } = one.comparison.current;
    const key = `${period.start ?? ""}..${period.end ?? ""}|${one.comparison.key.area.code}`;
    const group = groups.get(key);
    if (group) group.push(one);
    else groups.set(key, [one]);
  }
  return [...groups.values()]
    .map((members) => ({ members, first: members[0]?.comparison }))
    .flatMap(({ members, first }) => (first ? [{ members, first }] : []))
    .sort(
      (a, b) =>
        compare(b.first.current.period.end ?? "9999", a.first.current.period.end ?? "9999") ||
        compare(a.first.current.period.start ?? "", b.first.current.period.start ?? "") ||
        Number(a.first.key.area.code === "OVERSEAS") - Number(b.first.key.area.code === "OVERSEAS") ||
        compare(a.first.key.area.code, b.first.key.area.code),
    )
    .map(({ members, first }) => ({
      when: context.wording.period(first.current.period),
      where: first.key.area.code === "OVERSEAS" ? null : context.wording.area(first.key.area),
      statements: members,
    }));
}

/** Areas compared: one ranking a statistic that two areas of one level publish for one period, and a table of all. */
function areasOf(context: Context, elsewhere: readonly Comparison[], counters: Counters): SectionView {
  const { wording } = context;
  const ordered = [...inOrder(context, elsewhere)].sort((a, b) =>
    compare(areaOrder(a.key.area), areaOrder(b.key.area)),
  );
  const rankings = new Map<string, Comparison[]>();
  for (const one of inOrder(context, elsewhere)) {
    if (!hasLevel(context, one)) continue;
    const { key, current } = one;
    const level = key.area.code.startsWith("CN-") ? "province" : key.area.code.endsWith("00") ? "prefecture" : "county";
    const group = [
      key.indicator,
      key.breakdown,
      key.rate,
      key.unit,
      level,
      current.period.start,
      current.period.end,
    ].join("|");
    const members = rankings.get(group);
    if (members) members.push(one);
    else rankings.set(group, [one]);
  }
  const ranked = [...rankings.values()]
    .filter((members) => members.length >= 2)
    .map((members) => [...members].sort((a, b) => b.current.value.value - a.current.value.value))
    .sort((a, b) => b.length - a.length);
  const heading = wording.heading(++counters.heading, wording.words.areas);
  const byPeriod = new Map<string, { readonly when: Phrase; readonly rankings: Ranking[] }>();
  for (const members of ranked) {
    const [first] = members;
    if (!first) continue;
    const { start, end } = first.current.period;
    const entry = byPeriod.get(`${start}..${end}`) ?? { when: wording.period(first.current.period), rankings: [] };
    byPeriod.set(`${start}..${end}`, entry);
    const scale = wording.commonScale(members.map((one) => one.current.value));
    entry.rankings.push({
      label: wording.labelled(labelOf(context, first.key), first.key.breakdown, false),
      rows: members.map((one) => ({
        area: wording.area(one.key.area),
        figure: statementOf(context, one, scale).figure ?? [],
      })),
    });
  }
  const sentences = [...byPeriod.values()].map(({ when, rankings }) => wording.rankings(when, rankings));
  const chart = rankedChart(context, counters.chart + 1, ranked[0] ?? []);
  if (chart) counters.chart++;
  return {
    id: "areas",
    heading,
    paragraphs: sentences,
    table: areasTable(
      context,
      ++counters.table,
      ordered.map((one) => statementOf(context, one)),
    ),
    charts: chart ? [chart] : [],
  };
}

/** What happened since the issue before: revisions and withdrawals one by one, new figures together. */
function changeSentences(context: Context): readonly Phrase[] {
  const { analysis, wording } = context;
  const mine = analysis.changes.filter((change) => change.key.subject === analysis.subject);
  const what = (change: IssueChange): Phrase =>
    phrase(
      wording.inPeriod(change.period),
      change.key.area.code === "OVERSEAS" ? "" : wording.inArea(change.key.area),
      fullLabelOf(context, change.key),
    );
  const worded = (value: Value | null): Phrase | null =>
    value === null
      ? null
      : phrase(figureOf(context, value, unitTextOf(context, value)), notesOrBefore(context, value.observations));
  const sentences: Phrase[] = mine
    .filter((change) => change.kind !== "new")
    .map((change) =>
      mergeNotes(
        wording.issueChange(change.kind, what(change), worded(change.before), worded(change.after)),
        wording.ends,
      ),
    );
  const fresh = mine.filter((change) => change.kind === "new" && change.after !== null);
  const isOwn = (change: IssueChange): boolean =>
    change.key.area.code === analysis.area.code || change.key.area.code === "OVERSEAS";
  const own = fresh.filter(isOwn);
  const byPeriod = new Map<string, { readonly period: Phrase; readonly names: Set<string> }>();
  for (const change of own) {
    const key = periodKey(change.period);
    const entry = byPeriod.get(key) ?? { period: wording.period(change.period), names: new Set() };
    byPeriod.set(key, entry);
    entry.names.add(fullLabelOf(context, change.key));
  }
  const names = [...byPeriod.values()].map((one) =>
    phrase(one.period, wording.bracketed([...one.names].join(wording.comma))),
  );
  if (fresh.length > 0) sentences.push(wording.newFigures(names, fresh.length > own.length));
  return sentences;
}

/** A figure that only the issue before knows is vouched for by that issue. */
function notesOrBefore(context: Context, observations: readonly string[]): Phrase {
  const notes = notesOf(context, observations);
  if (notes.length > 0) return notes;
  return [{ type: "footnote", source: "issue-before", observations, children: phrase(context.wording.issueBefore) }];
}

function phrasesOf(section: SectionView): readonly Phrase[] {
  return [
    ...section.paragraphs,
    ...(section.table?.rows.flatMap((row) => row.cells.map((cell) => cell.text)) ?? []),
    ...section.charts.map((chart) => chart.caption),
  ];
}

/** Every observation that is printed, vouched for by a note or drawn, in reading order. */
function observationsOf(phrases: readonly Phrase[]): readonly string[] {
  const ids = new Set<string>();
  for (const one of phrases) {
    for (const id of observationsIn(one)) ids.add(id);
    for (const inline of one) if (inline.type === "footnote") for (const id of inline.observations) ids.add(id);
  }
  return [...ids];
}

function keyOf(context: Context, id: string): readonly string[] {
  const found = context.analysis.observations[id];
  return found ? [`${found.document}#${found.part}`] : [];
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
