import type { Chart, ChartTable } from "@jianbao/charts";
import { walk } from "@jianbao/document";
import type { Evidence } from "@jianbao/html";
import type { Language, Observation } from "@jianbao/model";
import type { Layout } from "@jianbao/print";
import type { Timer } from "./command.ts";
import { toCsv } from "./csv.ts";
import type { ComposedIssue } from "./issue.ts";
import type { OutputFiles } from "./output.ts";

/** The media that an issue is written in. */
export type Medium = "pdf" | "html" | "json" | "csv";

/** All media. */
export const media: readonly Medium[] = ["pdf", "html", "json", "csv"];

/** Writes a composed issue in the wanted media; the files are as they will lie in `out/PERIOD`, without the manifest. */
export async function publish(
  issue: ComposedIssue,
  set: Layout | null,
  wanted: ReadonlySet<Medium>,
  timer: Timer,
): Promise<OutputFiles> {
  const { document, theme, faces, scenes } = issue;
  if (document === null || theme === null) return {};
  const files: Record<string, Uint8Array | string> = {};
  const observations = wanted.has("html") || wanted.has("csv") ? observationsOf(issue) : [];
  if (wanted.has("html")) {
    const [{ toHtml }, { tableOf }, { screenFonts }] = await timer.time("load", () =>
      Promise.all([import("@jianbao/html"), import("@jianbao/charts"), import("./screen-fonts.ts")]),
    );
    const pagesOfEvidence = await timer.time("write evidence", () => evidenceOf(issue, observations));
    timer.time("write HTML", () => {
      files["briefing.html"] = toHtml(document, {
        theme,
        charts: scenes,
        tables: tablesOf(issue, tableOf),
        evidence: quotesOf(issue, observations),
        fonts: screenFonts(scenes, theme, faces),
      });
      for (const [name, page] of Object.entries(pagesOfEvidence))
        files[name] = toHtml(page, { theme, charts: {}, evidence: {} });
    });
  }
  if (wanted.has("pdf") && set !== null) {
    files["briefing.pdf"] = await printPdf(issue, set, timer);
  }
  if (wanted.has("json")) files["briefing.json"] = `${JSON.stringify(dataOf(issue), null, 1)}\n`;
  if (wanted.has("csv")) files["observations.csv"] = `\ufeff${toCsv(observations)}`;
  return files;
}

/** Paints the pages of an issue into a PDF. */
export async function printPdf({ faces }: ComposedIssue, set: Layout, timer: Timer): Promise<Uint8Array> {
  const { toPdf } = await timer.time("load", () => import("@jianbao/print"));
  return timer.time("write PDF", () => toPdf(set.pages, { ...set, faces }));
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
