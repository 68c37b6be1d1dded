import type { Publication } from "@jianbao/archive";
import type { Diagnostic, Language } from "@jianbao/model";
import type { Attachment } from "@jianbao/print";
import { issueInputs, manifestOf } from "./manifest.ts";
import type { ComposedIssue } from "./issue.ts";

/** What a PDF carries: the articles and the data, the data alone, or nothing. */
export type AttachmentChoice = "all" | "data" | "none";

/** The files that travel inside a PDF, and those that are too large to. */
export interface Attachments {
  readonly files: readonly Attachment[];
  readonly problems: readonly Diagnostic[];
}

/** The list of what an issue was made of, inside its PDF: a manifest cannot hold the hash of the file that it lies in. */
const inputsFile = "inputs.json";

/** Larger files stay outside, in bytes: a PDF that is mailed is to stay one that can be. */
const largest = 1 << 22;

/**
 * Gathers what an issue's PDF carries (ISO 19005-3, 6.8): the articles that it cites as they arrived, its figures and
 * its data, and the hashes of all that it was made of. All of it was known when the issue was signed, so that a signed
 * issue comes out the same.
 */
export function attachmentsOf(
  issue: ComposedIssue,
  data: { readonly csv: () => string; readonly json: () => string },
): Attachments {
  const choice = issue.settings.attachments;
  if (choice === "none") return { files: [], problems: [] };
  const words = wordsOf(issue.language);
  const files: Attachment[] = [];
  const problems: Diagnostic[] = [];
  const add = (file: Attachment): void => {
    if (file.bytes.length <= largest) files.push(file);
    else problems.push(tooLarge(file));
  };
  const dated = { modified: issue.date };
  const csv = encoded(data.csv());
  const json = encoded(data.json());
  add({
    name: "observations.csv",
    bytes: csv,
    mime: "text/csv",
    description: words.figures,
    relationship: "Data",
    ...dated,
  });
  add({
    name: "briefing.json",
    bytes: json,
    mime: "application/json",
    description: words.data,
    relationship: "Data",
    ...dated,
  });
  const inputs = issue.isAsSigned && issue.record !== null ? issue.record.inputs : issueInputs(issue);
  const manifest = manifestOf(issue, inputs, Object.fromEntries(files.map(({ name, bytes }) => [name, bytes])));
  const relationship = "Supplement";
  add({
    name: inputsFile,
    bytes: encoded(manifest),
    mime: "application/json",
    description: words.inputs,
    relationship,
    ...dated,
  });
  if (choice === "all") for (const article of articlesOf(issue, new Set(files.map(({ name }) => name)))) add(article);
  return { files, problems };
}

/** The files that hold the articles which an issue cites, by their names. */
function articlesOf(issue: ComposedIssue, taken: Set<string>): readonly Attachment[] {
  const byFile = Map.groupBy(Object.values(issue.analysis.publications), ({ document }) => document);
  return [...byFile.keys()].sort().flatMap((document): Attachment[] => {
    const bytes = issue.archive.bytes(document);
    if (bytes === null) return [];
    const parts = byFile.get(document) ?? [];
    const name = freeName(document, taken);
    const published = parts[0]?.published ?? "";
    return [
      {
        name,
        bytes,
        mime: mimeOf(document),
        description: parts.map((part) => described(part, issue.language)).join("；"),
        relationship: "Source",
        modified: published.length === "YYYY-MM-DD".length ? published : issue.date,
      },
    ];
  });
}

/** A file's path as one name, which no other attachment has. */
function freeName(document: string, taken: Set<string>): string {
  let name = document.replaceAll("~", "~~").replaceAll("/", "~");
  while (taken.has(name)) name = `_${name}`;
  taken.add(name);
  return name;
}

function described({ title, publisher, published, document }: Publication, language: Language): string {
  const facts = [publisher, published].filter((fact) => fact !== null).join(language === "en" ? ", " : "，");
  if (language === "en") return `Source: ${title ?? document}${facts === "" ? "" : ` (${facts})`}`;
  return `${wordsOf(language).source}：${title ?? document}${facts === "" ? "" : `（${facts}）`}`;
}

/** Types of the files that articles come in (IANA). */
const types: Readonly<Record<string, string>> = {
  txt: "text/plain",
  text: "text/plain",
  md: "text/markdown",
  markdown: "text/markdown",
  htm: "text/html",
  html: "text/html",
  xhtml: "application/xhtml+xml",
  mht: "multipart/related",
  eml: "message/rfc822",
  csv: "text/csv",
  json: "application/json",
  pdf: "application/pdf",
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
};

function mimeOf(file: string): string {
  return types[file.split(".").at(-1)?.toLowerCase() ?? ""] ?? "application/octet-stream";
}

function tooLarge({ name, bytes }: Attachment): Diagnostic {
  return {
    severity: "info",
    rule: "app/attachment-too-large",
    message: `too large to be attached to the PDF: ${name} (${(bytes.length / (1 << 20)).toFixed(1)} MiB)`,
    hint: "its hash is in the PDF; hand the file on beside it",
  };
}

/** Descriptions of what is attached. */
interface Words {
  readonly figures: string;
  readonly data: string;
  readonly inputs: string;
  readonly source: string;
}

function wordsOf(language: Language): Words {
  switch (language) {
    case "en":
      return {
        figures: "All figures that were read, with the places that they were read from",
        data: "The briefing as data: document, charts, analysis",
        inputs: "What the briefing was made of, with SHA-256",
        source: "Source",
      };
    case "zh-Hant-TW":
    case "zh-Hant-HK":
      return {
        figures: "讀出的全部數據及其出處",
        data: "簡報的數據：文檔、圖、分析",
        inputs: "簡報所據各項的清單，附 SHA-256",
        source: "來稿",
      };
    default:
      return {
        figures: "读出的全部数据及其出处",
        data: "简报的数据：文档、图、分析",
        inputs: "简报所据各项的清单，附 SHA-256",
        source: "来稿",
      };
  }
}

function encoded(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
