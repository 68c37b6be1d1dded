import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { needsOf } from "../src/pattern-needs.ts";
import { Pattern } from "../src/pattern.ts";

/** What is known of characters, `?` where nothing is. */
const said = (set: ReadonlySet<string> | null, by: string): string => (set === null ? "?" : [...set].join(by));

/** What a pattern needs, in one line: `力争 计划 | first 力计 | last 争划`. */
function needed(pattern: RegExp): string {
  const { some, first, last, mayBeEmpty, opens, closes } = needsOf(pattern);
  return [
    said(some, " "),
    `${opens ? "^" : ""}${said(first, "")}`,
    `${said(last, "")}${closes ? "$" : ""}`,
    ...(mayBeEmpty ? ["empty"] : []),
  ].join(" | ");
}

describe("what a pattern needs", () => {
  it("is a pair of neighbours of each of its words", () => {
    expect(needed(/力争|计划/u)).toBe("力争 计划 | 力计 | 争划");
    expect(needed(/率不[低高]于/u)).toBe("率不 | 率 | 于");
    expect(needed(/将(?:达|超)/u)).toBe("将达 将超 | 将 | 达超");
    expect(needed(/[日号][^。]{0,16}?(?:单日|一天)/u)).toBe("单日 一天 | 日号 | 日天");
  });

  it("is no more than one character where nothing is sure of its neighbours", () => {
    expect(needed(/拟(?!偷)/u)).toBe("拟 | 拟 | 拟");
    expect(needed(/占.{0,9}\p{Script=Han}/u)).toBe("占 | 占 | ?");
    expect(needed(/要了?把/u)).toBe("要把 了把 | 要 | 把");
    expect(needed(/(?<=第)[一二]/u)).toBe("一 二 | 一二 | 一二");
  });

  it("is nothing where a branch asks for nothing", () => {
    expect(needed(/[^，]{2}|要/u)).toBe("? | ? | ?");
    expect(needed(/(?:要|须)*/u)).toBe("? | 要须 | 要须 | empty");
    expect(needed(/要|$/u)).toBe("? | 要 | 要 | empty");
    expect(needed(/Abc/iu)).toBe("? | ? | ? | empty");
  });

  it("is where it begins and ends as well, if it is tied to both ends of the text", () => {
    expect(needed(/^(?:甲乙|丙)$/u)).toBe("甲乙 丙 | ^甲丙 | 乙丙$");
    expect(needed(/^甲|乙/u)).toBe("甲 乙 | 甲乙 | 甲乙");
    expect(needed(/^甲?乙/u)).toBe("乙 | ^甲乙 | 乙");
    expect(needed(/甲(?:乙|丙)?$/u)).toBe("甲 | 甲 | 甲乙丙$");
    expect(needed(/[a-c\d]$/u)).toBe("a b c 0 1 2 3 4 5 6 7 8 9 | abc0123456789 | abc0123456789$");
  });
});

describe("a guarded pattern", () => {
  /** All patterns of the package's own sources, as they are written there. */
  const own: RegExp[] = readdirSync(join(import.meta.dirname, "..", "src")).flatMap((name) => {
    const source = readFileSync(join(import.meta.dirname, "..", "src", name), "utf8");
    return [
      ...source.matchAll(
        /(?<![\w/*])\/((?:\[(?:\\.|[^\]\\\n])+\]|\\.|[^\\\n[/*])(?:\[(?:\\.|[^\]\\\n])+\]|\\.|[^\\\n[/])*)\/u(?=[.,;)\s])/gu,
      ),
    ].map((match) => new RegExp(match[1] ?? "", "u"));
  });
  const guarded = own.map((pattern) => new Pattern(pattern));
  const chars = [...new Set(own.map(({ source }) => source.replaceAll(/\\p\{[^}]*\}|[\\()[\]|?*+^$]/gu, "")).join(""))];

  it("is one of many", () => {
    expect(own.length).toBeGreaterThan(150);
  });

  it("finds matches of nothing around a character beyond the plane once each", () => {
    const found = new Pattern(/(?:要)*/u).allIn("𠮷要𠮷", 0, 5);
    expect(found.map((match) => [match.index, match[0]])).toEqual([
      [0, ""],
      [2, "要"],
      [3, ""],
      [5, ""],
    ]);
  });

  it("answers as the pattern does, of words and of any piece of a text", { timeout: 60_000 }, () => {
    const word = fc.oneof(
      fc.constantFrom(...chars),
      fc
        .constantFrom(...own)
        .chain((pattern) =>
          fc
            .stringMatching(new RegExp(pattern.source.replaceAll(/\(\?<?[!=](?:[^()]|\([^()]*\))*\)|\^|\$/gu, ""), "u"))
            .filter((text) => text.length < 30),
        ),
    );
    fc.assert(
      fc.property(fc.array(word, { maxLength: 12 }), fc.nat(), fc.nat(), (parts, a, b) => {
        const text = parts.join("");
        const start = Math.min(a, b) % (text.length + 1);
        // A piece may be asked for that goes on behind the end of the text.
        const end = Math.max(start, Math.max(a, b) % (text.length + 4));
        const piece = text.slice(start, end);
        for (const one of guarded) {
          const said = one.pattern.test(piece);
          if (one.test(piece) !== said || one.in(text, start, end) !== said)
            throw new Error(`${one.pattern} of ${piece}`);
          const all = [...piece.matchAll(new RegExp(one.pattern, "gu"))].map((match) => [match.index, match[0]]);
          if (String(one.allIn(text, start, end).map((match) => [match.index, match[0]])) !== String(all))
            throw new Error(`${one.pattern} of ${piece}`);
          if (one.match(piece)?.[0] !== one.matchIn(text, start, end)?.[0])
            throw new Error(`${one.pattern} of ${piece}`);
        }
      }),
      { numRuns: 60 },
    );
  });
});
