import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { readFileSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { type AnyNode, type Document, type Inline, referredTo, targetsOf, textOf, walk } from "@jianbao/document";
import { type Observation, observationJsonl } from "./observations.ts";
import { describe, expect, it } from "vitest";
import { blocksOfPdf } from "./pdf-blocks.ts";
import { textOfPdf } from "./pdf-text.ts";
import { copyExample, temporaryFolder } from "./run.ts";

const launcher = join(import.meta.dirname, "..", "bin", "jianbao.js");

/** Builds an issue with the bundled program in a process of its own. */
function build(workspace: string, period: string, env: Readonly<Record<string, string>>): void {
  execFileSync(process.execPath, [launcher, "build", period, "--workspace", workspace, "--fail-on", "never"], {
    env: { ...process.env, ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
}

/** SHA-256 of every file of a folder, by path. */
function hashes(folder: string): Readonly<Record<string, string>> {
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((file) =>
    statSync(join(folder, file)).isFile(),
  );
  return Object.fromEntries(
    files.sort().map((file) => [
      file,
      createHash("sha256")
        .update(readFileSync(join(folder, file)))
        .digest("hex"),
    ]),
  );
}

describe("the example's issues", () => {
  it("have the same bytes in two processes, time zones and locales", { timeout: 120_000 }, () => {
    using shanghai = temporaryFolder();
    using newYork = temporaryFolder();
    copyExample(shanghai.path);
    copyExample(newYork.path);
    for (const period of ["2023-12", "2024-01"]) {
      build(shanghai.path, period, { TZ: "Asia/Shanghai", LC_ALL: "zh_CN.UTF-8" });
      // The other way round, so that the second build of one meets an archive that the first did not.
      build(newYork.path, period === "2023-12" ? "2024-01" : "2023-12", {
        TZ: "America/New_York",
        LC_ALL: "en_US.UTF-8",
      });
    }
    const one = hashes(join(shanghai.path, "out"));
    expect(Object.keys(one).length).toBeGreaterThan(10);
    expect(hashes(join(newYork.path, "out"))).toEqual(one);
  });

  it("print every number of the document once, and every note that is called", { timeout: 120_000 }, async () => {
    using folder = temporaryFolder();
    copyExample(folder.path);
    for (const period of ["2023-12", "2024-01"]) {
      build(folder.path, period, {});
      const { document } = JSON.parse(readFileSync(join(folder.path, "out", period, "briefing.json"), "utf8")) as {
        document: Document;
      };
      const pdf = await blocksOfPdf(readFileSync(join(folder.path, "out", period, "briefing.pdf")));
      const { blocks, notes } = textsOf(document);
      const printed = pdf.text.flatMap(numbersOf).toSorted();
      expect(printed.length).toBeGreaterThan(200);
      expect(printed).toEqual(blocks.flatMap(numbersOf).toSorted());
      // In number of characters as well: no word is lost, none is said twice.
      expect(pdf.text.join("").length).toBe(blocks.join("").length);
      // Each note in full at least once, and nothing else but its short form.
      expect([...notes.keys()].filter((body) => !pdf.notes.includes(body))).toEqual([]);
      expect(pdf.notes.filter((note) => !notes.has(note) && ![...notes.values()].includes(note))).toEqual([]);
    }
  });

  it("lead every printed number to the characters of its article", { timeout: 120_000 }, async () => {
    using folder = temporaryFolder();
    copyExample(folder.path);
    const sources = observationJsonl(folder.path);
    for (const period of ["2023-12", "2024-01"]) {
      build(folder.path, period, {});
      const briefing = JSON.parse(readFileSync(join(folder.path, "out", period, "briefing.json"), "utf8")) as {
        document: Document;
        analysis: { observations: Record<string, Observation> };
      };
      const trail = trailOf(briefing.document);
      expect(trail.numbers).toBeGreaterThan(60);
      expect(trail.loose).toEqual([]);
      const pdf = await textOfPdf(readFileSync(join(folder.path, "out", period, "briefing.pdf")));
      const html = readFileSync(join(folder.path, "out", period, "briefing.html"), "utf8");
      const unprinted = trail.texts.filter(
        (text) => !pdf.includes(text.replaceAll(/\s+/gu, "")) || !html.includes(text),
      );
      expect(unprinted).toEqual([]);
      const lost = trail.observations.filter((id) => !sources.holds(briefing.analysis.observations[id]));
      expect(lost).toEqual([]);
    }
  });
});

/** Numbers as printed, whole: matches 43.7 and 1,234; not the 4 of 43.7. */
function numbersOf(text: string): string[] {
  return text.match(/\d+(?:[.,]\d+)*/gu) ?? [];
}

/** The blocks of a document in words, references resolved, white space aside; and the bodies of its notes with their short forms. */
function textsOf(document: Document): { blocks: string[]; notes: Map<string, string | null> } {
  const targets = targetsOf(document);
  const notes = new Map<string, string | null>();
  const wordsOf = (inlines: readonly Inline[]): string =>
    inlines
      .map((inline) => {
        if (inline.type === "text") return inline.value;
        if (inline.type === "reference") return referredTo(inline, targets, null) ?? "";
        if (inline.type === "footnote") {
          notes.set(bare(wordsOf(inline.children)), inline.short === undefined ? null : bare(inline.short));
          return "";
        }
        return "children" in inline ? wordsOf(inline.children) : "";
      })
      .join("");
  const blocks: string[] = [];
  walk(document, (node) => {
    if (node.type === "running" || node.type === "footnote") return false;
    if (node.type === "table" || node.type === "figure") blocks.push(bare(wordsOf(node.caption)));
    if (node.type === "table" && node.unit !== null) blocks.push(bare(node.unit));
    if (node.type !== "heading" && node.type !== "paragraph" && node.type !== "cell") return true;
    blocks.push(bare(wordsOf(node.children)));
    return false;
  });
  return { blocks, notes };
}

function bare(text: string): string {
  return text.replaceAll(/\s+/gu, "");
}

/** Numbers of a document: how many are printed, which stand outside `data` and notes, which observations they name. */
function trailOf(document: Document): {
  readonly numbers: number;
  readonly loose: readonly string[];
  readonly observations: readonly string[];
  readonly texts: readonly string[];
} {
  const named = new Set<string>();
  const vouched = new Set<string>();
  const loose: string[] = [];
  const texts: string[] = [];
  let numbers = 0;
  walk(document, (node: AnyNode, ancestors: readonly AnyNode[]) => {
    if (node.type === "data" && node.value !== null) {
      numbers++;
      texts.push(textOf(node.children));
      for (const id of node.observations) named.add(id);
      if (node.observations.length === 0) loose.push(`data without observations: ${JSON.stringify(node)}`);
    }
    if (node.type === "footnote") for (const id of node.observations) vouched.add(id);
    if (node.type === "text" && /\d/u.test(withoutOrdinals(node.value)) && !ancestors.some(isPlaceOfOtherNumbers))
      loose.push(node.value);
  });
  for (const id of named) if (!vouched.has(id)) loose.push(`no note vouches for ${id}`);
  return { numbers, loose, observations: [...named].sort(), texts };
}

/** Numbers that name something count nothing: a title's, 表1, 图2, 第12期, 共印120份, a file's name. */
function withoutOrdinals(text: string): string {
  return text.replaceAll(/《[^》]*》|[表图]\d+|第\d+期|总第\d+期|共印\d+份|[\w-]+\.(?:txt|html|md|pdf|docx)/gu, "");
}

/** Dates, notes, quotations, links, headings and running lines carry numbers that are no statistics. */
function isPlaceOfOtherNumbers(node: AnyNode): boolean {
  return (
    ["data", "time", "footnote", "quotation", "link", "heading", "running"].includes(node.type) ||
    ("role" in node && /^(?:masthead|source|evidence|method)/u.test(node.role ?? ""))
  );
}
