import type { Analysis, Comparison, StepSeries, Value } from "@jianbao/analysis";
import type { Chart } from "@jianbao/charts";
import type { Reference, Theme } from "@jianbao/document";
import type { Diagnostic, DomainPack, Language } from "@jianbao/model";
import { type Phrase, observationsIn, phrase } from "../phrase.ts";
import type { SpecFile } from "../spec-file.ts";
import { wordingOf } from "../wording/index.ts";
import type { SignatureParts } from "../wording/correction.ts";
import type { Distribution, Words } from "../wording/wording.ts";
import { alone } from "./alone.ts";
import { areasOf } from "./areas.ts";
import { withOneNote } from "./caption-notes.ts";
import { changeSentences } from "./changes.ts";
import { inOrder, paragraphsOf } from "./groups.ts";
import { leadOf } from "./lead.ts";
import { changeChart } from "./change-chart.ts";
import type { ChartView } from "./charts.ts";
import { conflictSentence, findingSentences } from "./checks.ts";
import { type CorrectionsView, correctionsOf } from "./corrections.ts";
import { type Context, conflictId, publicationOf, questionedIn, statementOf } from "./context.ts";
import { type EvidenceView, evidenceOf } from "./evidence.ts";
import { newsKey } from "./rank.ts";
import { stepTable } from "./step-table.ts";
import { newestOf, saysOf, stepSentences } from "./steps.ts";
import { type SpecView, specCharts } from "./spec-chart.ts";
import { type TableView, changeTable } from "./tables.ts";
import { themeCharts } from "./theme-charts.ts";

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
  /** 密级 or 内部资料 注意保存, for the head of the first page; nothing where null or absent. */
  readonly secrecy?: string | null;
  /** 份号: the six-digit number of a copy of a secret issue; nothing where null or absent. */
  readonly serial?: string | null;
  /** Ids of the themes that have a section, in order; all of the pack's where absent or empty. */
  readonly sections?: readonly string[];
}

/** Everything that a view is made with. */
export interface ViewOptions {
  readonly pack: DomainPack;
  readonly theme: Theme;
  readonly language: Language;
  readonly issue: IssueFacts;
  /** Charts that the template brings. */
  readonly specs?: readonly SpecFile[];
}

/** A theme's section: what is said, the table, the chart. */
export interface SectionView {
  readonly id: string;
  readonly heading: string;
  readonly paragraphs: readonly Phrase[];
  /** （见表1、图2）, for the end of the text; null where it has neither. */
  readonly see: Phrase | null;
  readonly tables: readonly TableView[];
  readonly charts: readonly ChartView[];
}

/** Everything that a template prints, already worded. */
export interface View {
  readonly title: string;
  readonly shortTitle: string;
  /** What this issue is about: 2023年12月全国打击治理电信网络诈骗情况. */
  readonly headline: Phrase;
  readonly words: Words;
  readonly headings: Readonly<
    Record<"key" | "changes" | "areas" | "checks" | "sources" | "method" | "evidence", string>
  >;
  readonly issueLine: Phrase;
  readonly issue: string | null;
  readonly issuer: string;
  readonly date: Phrase;
  readonly draft: boolean;
  readonly secrecy: string | null;
  readonly serial: string | null;
  /** 签发：… with the day; null for a draft. */
  readonly signature: Phrase | null;
  readonly pageWords: { readonly before: string; readonly between: string; readonly after: string };
  readonly lead: readonly Phrase[];
  /** The figures of the lead beside those of the year before; empty where fewer than two can be compared. */
  readonly leadCharts: readonly ChartView[];
  /** （见图1）, for the end of the lead; null where it has no chart. */
  readonly leadSee: Phrase | null;
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
  /** The distribution without the number of copies, and that number in words: 共印120份. */
  readonly addressees: readonly string[];
  readonly copies: string | null;
}

/** Words an analysis: what a template prints, the charts it refers to, and those of its own with their data. */
export function viewOf(
  analysis: Analysis,
  options: ViewOptions,
): {
  readonly view: View;
  readonly charts: Readonly<Record<string, Chart>>;
  readonly specs: readonly SpecView[];
  readonly diagnostics: readonly Diagnostic[];
} {
  const { pack, issue } = options;
  const wording = wordingOf(options.language);
  const context: Context = {
    analysis,
    pack,
    theme: options.theme,
    wording,
    indicators: new Map(pack.indicators.map((indicator) => [indicator.id, indicator])),
    questioned: questionedIn(analysis),
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
  const lead = leadOf(context, [...here, ...besides], elsewhere);
  const drawnLead = changeChart(context, counters.chart + 1, wording.words.mainFigures, lead.told, 2);
  const leadChart =
    drawnLead === null ? null : { ...drawnLead, caption: withOneNote(context, drawnLead.ref, drawnLead.caption) };
  if (leadChart !== null) counters.chart++;
  const charted = new Set(leadChart?.keys);
  const sections = sectionsOf(context, themes, here, besides, counters, charted).map((one) => finished(context, one));
  const areas = elsewhere.length > 0 ? finished(context, areasOf(context, elsewhere, counters)) : null;
  const checksHeading = heading(wording.words.checks);
  const conflicts = analysis.conflicts.flatMap((conflict, index) =>
    isOurs(conflict) ? [{ id: conflictId(index), text: conflictSentence(context, conflict) }] : [],
  );
  const findings = findingSentences(context, analysis.findings);

  const own = specCharts(context, options.specs ?? []);
  const printed = observationsOf([
    ...lead.paragraphs,
    ...(leadChart === null ? [] : [leadChart.caption]),
    ...(corrections?.items.map(({ text }) => text) ?? []),
    ...changes,
    ...[...sections, ...(areas ? [areas] : [])].flatMap(phrasesOf),
    ...own.charts.map(({ notes }) => notes),
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
    headline: wording.headline(analysis.period, analysis.area, wording.term(pack.labels)),
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
    secrecy: issue.secrecy ?? null,
    serial: issue.serial ?? null,
    signature: issue.signature ? wording.corrections.signature(issue.signature) : null,
    pageWords: { before, between, after },
    lead: lead.paragraphs,
    leadCharts: leadChart === null ? [] : [leadChart],
    leadSee: leadChart === null ? null : wording.see([{ type: "reference", to: leadChart.ref, as: "label" }]),
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
      fonts: fontsOf(options.theme),
    }),
    evidence,
    distribution: wording.distribution(issue.distribution),
    addressees: wording.distribution({ ...issue.distribution, copies: null }),
    copies: wording.distribution({ report: [], send: [], issue: [], copies: issue.distribution.copies })[0] ?? null,
  };
  const figures = [...view.leadCharts, ...[...sections, ...(areas ? [areas] : [])].flatMap(({ charts }) => charts)];
  return {
    view,
    charts: Object.fromEntries(figures.map((figure) => [figure.ref, figure.chart])),
    specs: own.charts,
    diagnostics: own.diagnostics,
  };
}

/** A section before it refers to its tables and charts. */
export type SectionDraft = Omit<SectionView, "see">;

/** Gives captions one note each where they have many, and says which tables and charts the text is beside. */
function finished(context: Context, section: SectionDraft): SectionView {
  const charts = section.charts.map((chart) => ({
    ...chart,
    caption: withOneNote(context, chart.ref, chart.caption),
  }));
  const ids = [...section.tables.map(({ id }) => id), ...charts.map(({ ref }) => ref)];
  const references = ids.map((to): Reference => ({ type: "reference", to, as: "label" }));
  const isSaid = references.length > 0 && section.paragraphs.length > 0;
  return { ...section, charts, see: isSaid ? context.wording.see(references) : null };
}

/** The typefaces of a theme, each once, with what it stands for. */
function fontsOf({ families }: Theme): readonly { readonly name: string; readonly standsFor: string | null }[] {
  const fonts = Object.values(families).flatMap(({ screen, standsFor = null }) =>
    screen.slice(0, 1).map((name) => ({ name, standsFor })),
  );
  return [...new Map(fonts.map((font) => [JSON.stringify(font), font])).values()];
}

/** How many headings, tables and charts have a number. */
export interface Counters {
  heading: number;
  table: number;
  chart: number;
}

function issueLineOf(number: string | null, issuer: string, date: Phrase): Phrase {
  return phrase(number === null ? "" : `${number}　`, issuer, "　", date);
}

interface ThemeTitle {
  readonly id: string;
  readonly title: string;
}

/** The themes that have a section: those asked for, in that order; else all of the pack's and a last one for the rest. */
function themesOf(context: Context, wanted: readonly string[]): readonly ThemeTitle[] {
  const { pack, wording } = context;
  const titled = pack.themes.map((theme) => ({ id: theme.id, title: wording.term(theme.labels) }));
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

function sectionsOf(
  context: Context,
  themes: readonly ThemeTitle[],
  here: readonly Comparison[],
  besides: readonly Comparison[],
  counters: Counters,
  charted: ReadonlySet<string>,
): readonly SectionDraft[] {
  const { wording, analysis } = context;
  const sections: SectionDraft[] = [];
  for (const { id, title } of themes) {
    const isOfTheme = (one: { readonly key: Comparison["key"] }): boolean =>
      themeIdOf(context, one.key.indicator) === id;
    const comparisons = inOrder(context, here.filter(isOfTheme));
    const told = inOrder(context, [...comparisons, ...comparisons.flatMap(furtherOf), ...besides.filter(isOfTheme)]);
    if (told.length === 0) continue;
    const series = analysis.series.filter((one) => one.key.subject === analysis.subject && isOfTheme(one));
    const steps = stepsOf(analysis).filter(isOfTheme);
    // A whole is told with its parts, and not again by its months.
    const families = new Set(told.filter(({ key }) => key.breakdown !== null).map(wholeName));
    const stepping = steps.filter(({ key, steps: list }) => {
      const newest = list.at(-1);
      return newest === undefined || !families.has(wholeName({ key, current: newest }));
    });
    const said = saysOf(context, stepping);
    const table = stepTable(context, counters.table + 1, title, steps);
    if (table !== null) counters.table++;
    // What the table of steps has a row of stands in no other.
    const newest = new Set(newestOf(context, steps).map((one) => newsKey(one.series.key, one.step.period)));
    const rows = comparisons.filter(({ key, current }) => table === null || !newest.has(newsKey(key, current.period)));
    sections.push({
      id: id === "" ? "theme-rest" : `theme-${id}`,
      heading: wording.heading(++counters.heading, title),
      paragraphs: [
        ...paragraphsOf(
          context,
          told
            .filter(({ key, current }) => !said.has(newsKey(key, current.period)))
            .map((one) => statementOf(context, one)),
        ),
        ...stepSentences(context, stepping),
      ],
      tables: [
        ...(table === null ? [] : [table]),
        ...(rows.length === 0 || (rows.length === 1 && rows[0]?.implied === null)
          ? []
          : [
              changeTable(
                context,
                ++counters.table,
                title,
                rows.map((one) => statementOf(context, one)),
              ),
            ]),
      ],
      charts: themeCharts(
        context,
        counters,
        title,
        comparisons.filter(({ key, current }) => !charted.has(newsKey(key, current.period))),
        series,
        steps,
      ),
    });
  }
  return sections;
}

/** Names what a figure is a part of, in its period. */
function wholeName({
  key,
  current,
}: {
  readonly key: Comparison["key"];
  readonly current: Pick<Comparison["current"], "period">;
}): string {
  return newsKey({ ...key, breakdown: null }, current.period);
}

/** Months, quarters and halves of the issue's own area and subject. */
function stepsOf(analysis: Analysis): readonly StepSeries[] {
  return (analysis.steps ?? []).filter(
    ({ key }) => key.subject === analysis.subject && key.area.code === analysis.area.code,
  );
}

function phrasesOf(section: SectionView): readonly Phrase[] {
  return [
    ...section.paragraphs,
    ...section.tables.flatMap((table) => table.rows.flatMap((row) => row.cells.map((cell) => cell.text))),
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
