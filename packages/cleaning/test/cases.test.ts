import { existsSync, readFileSync, readdirSync } from "node:fs";
import type { ArticleFacts, CleanArticle, SourceFormat } from "@jianbao/model";
import { describe, expect, test } from "vitest";
import { type Cleaned, cleaned, removed } from "./helpers.ts";

/** What README.md of the drawers describes. */
interface Case {
  readonly name: string;
  readonly source?: string | readonly string[];
  readonly sourceBase64?: string;
  readonly format?: SourceFormat;
  readonly document?: string;
  readonly facts?: ArticleFacts;
  readonly articles?: readonly ExpectedArticle[];
  readonly doubts?: readonly string[];
  readonly removed?: readonly { readonly rule: string; readonly text: string }[];
  readonly diagnostics?: readonly string[];
}

interface ExpectedArticle {
  readonly text: string | readonly string[];
  readonly headings?: readonly string[];
  readonly title?: string | null;
  readonly publisher?: string | null;
  readonly byline?: string | null;
  readonly published?: string | null;
  readonly url?: string | null;
  readonly area?: string | null;
  readonly script?: string;
}

const folder = new URL("cases/", import.meta.url);

function casesIn(drawer: string): Case[] {
  const path = new URL(`${drawer}/`, folder);
  if (!existsSync(path)) return [];
  const files = readdirSync(path).filter((name) => name.endsWith(".json"));
  return files.sort().flatMap((name) => JSON.parse(readFileSync(new URL(name, path), "utf8")) as Case[]);
}

for (const drawer of ["wild", "synthetic", "negative"]) {
  const cases = casesIn(drawer);
  describe.runIf(cases.length > 0)(drawer, () => {
    test.each(cases)("$name", async (one) => {
      assertCase(one, await run(one));
    });
  });
}

const failures = casesIn("known-failures");
describe.runIf(failures.length > 0)("known failures", () => {
  test.each(failures)("not yet: $name", async (one) => {
    const result = await run(one);
    expect(passes(one, result), "passes now: move it to its drawer").toBe(false);
  });
});

async function run({ source, sourceBase64, ...one }: Case): Promise<Cleaned> {
  const input = sourceBase64 === undefined ? joined(source ?? "") : Buffer.from(sourceBase64, "base64");
  return cleaned(input, {
    ...(one.document === undefined ? {} : { document: one.document }),
    format: one.format ?? "text",
    ...(one.facts === undefined ? {} : { facts: one.facts }),
  });
}

function passes(one: Case, result: Cleaned): boolean {
  try {
    assertCase(one, result);
    return true;
  } catch {
    return false;
  }
}

function assertCase(one: Case, result: Cleaned): void {
  if (one.articles === undefined) {
    expect(result.text).toBe(joined(one.source ?? ""));
    expect(result.articles.flatMap((article) => [...article.removals, ...article.repairs])).toEqual([]);
  } else {
    const expected = one.articles.map(({ text, ...facts }) => ({ ...facts, text: joined(text) }));
    expect(result.articles.map((article, i) => seenAs(article, expected[i]))).toEqual(expected);
  }
  if (one.doubts !== undefined) {
    const doubts = result.articles.flatMap(({ text, doubts }) =>
      doubts.map(({ cleanSpan }) => text.slice(cleanSpan.start, cleanSpan.end)),
    );
    expect(doubts).toEqual(one.doubts);
  }
  for (const { rule, text } of one.removed ?? []) {
    expect(removed(result, rule.replace("cleaning/", ""))).toContain(text);
  }
  expect(result.diagnostics.map(({ rule }) => rule)).toEqual(one.diagnostics ?? []);
}

/** The article in the fields that a case expects. */
function seenAs(article: CleanArticle, expected: ExpectedArticle | undefined): Record<string, unknown> {
  const { metadata } = article;
  const all: Record<string, unknown> = {
    text: article.text,
    headings: article.headings.map(({ start, end }) => article.text.slice(start, end)),
    title: metadata.title?.value ?? null,
    publisher: metadata.publisher?.value ?? null,
    byline: metadata.byline?.value ?? null,
    published: metadata.published?.value ?? null,
    url: metadata.url?.value ?? null,
    area: metadata.area?.value.code ?? null,
    script: metadata.script,
  };
  return Object.fromEntries(
    Object.entries(all).filter(([key]) => key === "text" || Object.hasOwn(expected ?? {}, key)),
  );
}

function joined(text: string | readonly string[]): string {
  return typeof text === "string" ? text : text.join("\n");
}
