import { createHash } from "node:crypto";
import type { CleanArticle, Diagnostic, Observation, SourceText, Span } from "@jianbao/model";
import type { DatabaseSync } from "node:sqlite";
import {
  type Row,
  articleColumns,
  articleOf,
  bytesOf,
  json,
  number,
  observationOf,
  sourceColumns,
  sourceOf,
  sourceTables,
  string,
} from "./rows.ts";
import { articleValues, contentDigest, observationColumnNames, observationValues, publishedLast } from "./stored.ts";

const rebuild = "make the archive anew from the sources: jianbao archive rebuild";

/** Checks pages, references, the search index, hashes and spans; an archive in order gives no diagnostics. */
export function verifyRows(db: DatabaseSync, path: string): Diagnostic[] {
  const found = [...pageProblems(db, path), ...referenceProblems(db, path)];
  // Rows of a broken file tell nothing more than that it is broken.
  if (found.length > 0) return found;
  found.push(...searchProblems(db, path));
  found.push(...blobProblems(db, path));
  const articles = db.prepare(
    `SELECT ${articleColumns}, a.published_last FROM articles a JOIN sources s ON s.id = a.source WHERE a.source = ? ORDER BY a.part`,
  );
  const observations = db.prepare(`SELECT ${observationColumnNames} FROM observations WHERE source = ? ORDER BY seq`);
  const sources = db.prepare(`SELECT s.id, s.digest, ${sourceColumns} FROM ${sourceTables} ORDER BY s.document`);
  for (const row of sources.iterate()) {
    found.push(...sourceProblems(row, articles.all(number(row, "id")), observations.all(number(row, "id"))));
  }
  found.push(...printedProblems(db));
  return found;
}

function pageProblems(db: DatabaseSync, path: string): Diagnostic[] {
  return db
    .prepare("PRAGMA integrity_check(20)")
    .all()
    .map((row) => string(row, "integrity_check"))
    .filter((text) => text !== "ok")
    .map((text) => problem("error", "damaged", `damaged archive: ${text}`, path, rebuild));
}

function referenceProblems(db: DatabaseSync, path: string): Diagnostic[] {
  return db
    .prepare("PRAGMA foreign_key_check")
    .all()
    .map((row) => problem("error", "lost-parent", `row without its ${row["parent"]}: ${row["table"]}`, path, rebuild));
}

function searchProblems(db: DatabaseSync, path: string): Diagnostic[] {
  const articles = db.prepare("SELECT count(*) AS n FROM articles").get();
  const indexed = db.prepare("SELECT count(*) AS n FROM search").get();
  if (articles?.["n"] === indexed?.["n"]) return [];
  const message = `incomplete search index: ${indexed?.["n"]} of ${articles?.["n"]} articles`;
  return [problem("warning", "search-index", message, path, rebuild)];
}

/** Bytes that no source file claims: they take room and nothing else. */
function blobProblems(db: DatabaseSync, path: string): Diagnostic[] {
  const lost = db
    .prepare("SELECT count(*) AS n FROM blobs b WHERE NOT EXISTS (SELECT 1 FROM sources s WHERE s.blob = b.id)")
    .get();
  if (lost?.["n"] === 0) return [];
  return [problem("warning", "unclaimed-bytes", `unclaimed bytes: of ${lost?.["n"]} files`, path, rebuild)];
}

function sourceProblems(row: Row, articleRows: readonly Row[], observationRows: readonly Row[]): Diagnostic[] {
  const document = string(row, "document");
  let source: SourceText | null;
  let articles: CleanArticle[];
  let observations: Observation[];
  let bytes: Uint8Array | null;
  try {
    bytes = bytesOf(row);
    source = sourceOf(row);
    articles = articleRows.map(articleOf);
    observations = observationRows.map(observationOf);
  } catch (error) {
    return [
      problem(
        "error",
        "unreadable-row",
        `unreadable row: ${error instanceof Error ? error.message : ""}`,
        document,
        rebuild,
      ),
    ];
  }
  const found: Diagnostic[] = [];
  if (bytes !== null && createHash("sha256").update(bytes).digest("hex") !== row["sha256"]) {
    found.push(problem("error", "bytes-hash", "altered bytes: they no longer have their SHA-256", document, rebuild));
  }
  const digest = contentDigest(
    source?.text ?? null,
    articles.map(articleValues),
    observationRows.map((r) => string(r, "json")),
  );
  if (digest !== row["digest"]) {
    found.push(problem("error", "content-hash", "altered rows: they are not what was put", document, rebuild));
  }
  const isTold = articles.every(
    (article, i) =>
      (articleRows[i]?.["published_last"] ?? null) === publishedLast(article.metadata.published?.value ?? null),
  );
  if (!isTold || !observations.every((observation, i) => isTrueRow(observationRows[i] ?? {}, observation))) {
    const message = "altered columns: they do not say what the observations and articles do";
    found.push(problem("error", "columns", message, document, rebuild));
  }
  const length = source?.text.length ?? 0;
  for (const article of articles) found.push(...articleProblems(article, length));
  const texts = new Map(articles.map((article) => [article.part, article.text]));
  for (const observation of observations) {
    found.push(...observationProblems(observation, length, texts.get(observation.part) ?? ""));
  }
  return found;
}

/** Tells whether the columns beside an observation's JSON, which SQL asks, say what it says. */
function isTrueRow(row: Row, observation: Observation): boolean {
  const values = observationValues(observation);
  const names = observationColumnNames.split(", ");
  return values.every((value, i) => (row[names[i] ?? ""] ?? null) === value);
}

function articleProblems(article: CleanArticle, length: number): Diagnostic[] {
  const found: Diagnostic[] = [];
  const { map, document } = article;
  if (map.sourceLength !== length || map.cleanLength !== article.text.length) {
    const message = `misfit map of part ${article.part}: ${map.sourceLength} → ${map.cleanLength} for texts of ${length} → ${article.text.length}`;
    found.push(problem("error", "map-misfit", message, document, rebuild));
  }
  const outside = [
    ...[...article.removals, ...article.repairs].filter(({ span }) => !isWithin(span, length)).map(({ span }) => span),
    ...[...article.headings, ...article.doubts.map(({ cleanSpan }) => cleanSpan)].filter(
      (span) => !isWithin(span, article.text.length),
    ),
  ];
  for (const span of outside) found.push(outsideProblem(span, `part ${article.part}`, document));
  return found;
}

function observationProblems(observation: Observation, length: number, text: string): Diagnostic[] {
  const { source, document, id } = observation;
  const spans = [
    { start: source.start, end: source.end },
    { start: source.quoteStart, end: source.quoteEnd },
  ];
  const found = spans.filter((span) => !isWithin(span, length)).map((span) => outsideProblem(span, id, document));
  if (!text.includes(source.quote)) {
    found.push(
      problem("error", "lost-quote", `lost quote of ${id}: it does not stand in the clean text`, document, rebuild),
    );
  }
  return found;
}

/** Figures that were printed and whose observations are gone: the articles were removed or read anew since. */
function printedProblems(db: DatabaseSync): Diagnostic[] {
  const known = db.prepare("SELECT 1 FROM observations WHERE id = ?");
  const found: Diagnostic[] = [];
  for (const row of db.prepare("SELECT issue, id, json FROM printed ORDER BY issue, seq").iterate()) {
    const figure = json<{ value: { observations: readonly string[] } }>(row, "json");
    const lost = figure.value.observations.filter((id) => known.get(id) === undefined);
    if (lost.length === 0) continue;
    const message = `lost observations of a figure printed in ${row["issue"]}: ${lost.join(", ")}`;
    const hint = "the article was removed or is read otherwise now: see what changed in the next issue";
    found.push({ severity: "info", rule: "archive/printed-lost", message, hint });
  }
  return found;
}

function isWithin(span: Span, length: number): boolean {
  return span.start >= 0 && span.start <= span.end && span.end <= length;
}

function outsideProblem(span: Span, of: string, document: string): Diagnostic {
  return problem(
    "error",
    "span-outside",
    `span outside its text: ${span.start}..${span.end} of ${of}`,
    document,
    rebuild,
  );
}

function problem(
  severity: Diagnostic["severity"],
  rule: string,
  message: string,
  document: string,
  hint: string,
): Diagnostic {
  return { severity, rule: `archive/${rule}`, message, document, hint };
}
