import type { Chart, ChartTable } from "@jianbao/charts";
import { walk } from "@jianbao/document";
import type { Evidence } from "@jianbao/html";
import type { Diagnostic, Language, Observation } from "@jianbao/model";
import type { Layout } from "@jianbao/print";
import { attachmentsOf } from "./attachments.ts";
import type { Timer } from "./command.ts";
import { toCsv } from "./csv.ts";
import type { ComposedIssue } from "./issue.ts";
import type { OutputFiles } from "./output.ts";

/** The media that an issue is written in. */
export type Medium = "pdf" | "html" | "json" | "csv";

/** All media. */
export const media: readonly Medium[] = ["pdf", "html", "json", "csv"];

/** An issue in its media: files as they will lie in `out/PERIOD`, without the manifest, and what to say of them. */
export interface Published {
  readonly files: OutputFiles;
  readonly problems: readonly Diagnostic[];
}

/** Writes a composed issue in the wanted media. */
export async function publish(
  issue: ComposedIssue,
  set: Layout | null,
  wanted: ReadonlySet<Medium>,
  timer: Timer,
): Promise<Published> {
  const { document, theme, faces, scenes } = issue;
  if (document === null || theme === null) return { files: {}, problems: [] };
  const files: Record<string, Uint8Array | string> = {};
  const problems: Diagnostic[] = [];
  const data = dataFiles(issue);
  if (wanted.has("html")) {
    const [{ toHtml }, { tableOf }, { screenFonts }] = await timer.time("load", () =>
      Promise.all([import("@jianbao/html"), import("@jianbao/charts"), import("./screen-fonts.ts")]),
    );
    const pagesOfEvidence = await timer.time("write evidence", () => evidenceOf(issue, data.observations()));
    timer.time("write HTML", () => {
      files["briefing.html"] = toHtml(document, {
        theme,
        charts: scenes,
        tables: tablesOf(issue, tableOf),
        evidence: quotesOf(issue, data.observations()),
        fonts: screenFonts(scenes, theme, faces),
      });
      for (const [name, page] of Object.entries(pagesOfEvidence))
        files[name] = toHtml(page, { theme, charts: {}, evidence: {} });
    });
  }
  if (wanted.has("pdf") && set !== null) {
    const printed = await printPdf(issue, set, timer, data);
    files["briefing.pdf"] = printed.bytes;
    problems.push(...printed.problems);
  }
  if (wanted.has("json")) files["briefing.json"] = data.json();
  if (wanted.has("csv")) files["observations.csv"] = data.csv();
  return { files, problems };
}

/** Paints the pages of an issue into a PDF that carries its articles and data, as the settings say. */
export async function printPdf(
  issue: ComposedIssue,
  set: Layout,
  timer: Timer,
  data: DataFiles = dataFiles(issue),
): Promise<{ readonly bytes: Uint8Array; readonly problems: readonly Diagnostic[] }> {
  const { toPdf } = await timer.time("load", () => import("@jianbao/print"));
  const { files, problems } = timer.time("gather attachments", () => attachmentsOf(issue, data));
  const { faces } = issue;
  const bytes = await timer.time("write PDF", () => toPdf(set.pages, { ...set, faces, attachments: files }));
  return { bytes, problems };
}

/** The issue as data, each made once however many files it goes into. */
interface DataFiles {
  readonly observations: () => readonly Observation[];
  readonly csv: () => string;
  readonly json: () => string;
}

function dataFiles(issue: ComposedIssue): DataFiles {
  const observations = once(() => observationsOf(issue));
  return {
    observations,
    csv: once(() => `\ufeff${toCsv(observations())}`),
    json: once(() => `${JSON.stringify(dataOf(issue), null, 1)}\n`),
  };
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => (made ??= { value: make() }).value;
}

/** The figures of the issue's charts, as far as they are known, by the keys of the charts. */
function tablesOf(
  { charts, language }: ComposedIssue,
  tableOf: (chart: Chart, language: Language) => ChartTable | null,
): Readonly<Record<string, ChartTable>> {
  return Object.fromEntries(
    Object.entries(charts).flatMap(([key, chart]) => {
      const table = tableOf(chart, language);
      return table === null ? [] : [[key, table]];
    }),
  );
}

/** Name of the evidence page of an article, relative to the output folder; no two articles share one. */
function evidencePath(document: string, part: number): string {
  return `evidence/${document.replaceAll("~", "~~").replaceAll("/", "~")}-${part}.html`;
}

/** All observations of the issue's articles, in the order of the archive. */
function observationsOf(issue: ComposedIssue): readonly Observation[] {
  const printed = issue.analysis.observations;
  const documents = new Set(Object.values(issue.analysis.publications).map((publication) => publication.key));
  return issue.archive
    .observations()
    .filter((o) => printed[o.id] !== undefined || documents.has(`${o.document}#${o.part}`));
}

function quotesOf(issue: ComposedIssue, observations: readonly Observation[]): Readonly<Record<string, Evidence>> {
  const { publications } = issue.analysis;
  const evidence: Record<string, Evidence> = {};
  for (const observation of observations) {
    const publication = publications[`${observation.document}#${observation.part}`];
    evidence[observation.id] = {
      quote: observation.source.quote,
      document: observation.document,
      title: publication?.title ?? null,
      publisher: publication?.publisher ?? null,
      published: publication?.published ?? null,
      start: observation.source.start,
      end: observation.source.end,
      href: `${evidencePath(observation.document, observation.part)}#${observation.id}`,
    };
  }
  return evidence;
}

/** The article as it arrived and as cleaned, a page an article that the issue cites. */
async function evidenceOf(issue: ComposedIssue, observations: readonly Observation[]) {
  const { evidencePage } = await import("@jianbao/briefing");
  const printed = placesOf(issue);
  const byArticle = Map.groupBy(observations, ({ document, part }) => `${document}#${part}`);
  const pages: Record<string, ReturnType<typeof evidencePage>> = {};
  // Asked for one by one: of an archive of years an issue cites few.
  const cited = new Set(Object.values(issue.analysis.publications).map(({ document }) => document));
  for (const document of [...cited].sort((a, b) => (a < b ? -1 : 1))) {
    const source = issue.archive.source(document);
    if (source === null) continue;
    for (const article of issue.archive.articles(document)) {
      const key = `${document}#${article.part}`;
      if (issue.analysis.publications[key] === undefined) continue;
      const own = byArticle.get(key) ?? [];
      pages[evidencePath(document, article.part)] = evidencePage(source, article, own, printed, issue.language);
    }
  }
  return pages;
}

/** Where the briefing prints each figure first, as seen from an evidence page. */
function placesOf({ document }: ComposedIssue): Readonly<Record<string, string>> {
  const places: Record<string, string> = {};
  if (document === null) return places;
  walk(document, (node) => {
    if ("id" in node && node.id?.startsWith("p-o-") === true) places[node.id.slice(2)] = `../briefing.html#${node.id}`;
  });
  return places;
}

/** The issue as data: the document tree, its drawn charts, and the analysis it was written from. */
function dataOf(issue: ComposedIssue): unknown {
  const { period, language, document, charts, scenes, analysis } = issue;
  return { format: "jianbao-briefing", version: 1, period: period.id, language, document, charts, scenes, analysis };
}
