import fc from "fast-check";
import { expect, test } from "vitest";
import { type Draft, draftOf } from "../src/draft.ts";
import { foldCompatibility } from "../src/rules/compatibility.ts";
import { dropGlosses } from "../src/rules/glosses/glosses.ts";
import { restorePunctuation } from "../src/rules/punctuation.ts";
import { dropRemnants } from "../src/rules/markup/remnants.ts";
import { simplified, simplify } from "../src/rules/script/script.ts";
import { translateStrays } from "../src/rules/strays.ts";
import { articles, paragraphs } from "./texts.ts";

/** The rules for characters, in the order in which cleaning applies them. */
const rules: readonly ((draft: Draft) => Draft)[] = [
  foldCompatibility,
  dropRemnants,
  dropGlosses,
  restorePunctuation,
  simplify,
  translateStrays,
];

function restored(text: string): Draft {
  return rules.reduce((draft, rule) => rule(draft), draftOf(text));
}

function han(text: string): string {
  return text.replaceAll(/\P{Script=Han}/gu, "");
}

function digits(text: string): string {
  return text.normalize("NFKC").replaceAll(/\D/gu, "");
}

const piece = fc.constantFrom(
  "今年，全市公安機關(guān)破獲案件",
  "1,234起",
  "３，２１５起",
  "占45.6%",
  "９：３４",
  "，抓獲",
  "3.5萬餘元",
  "(含12名)",
  "。",
  "...",
  "--",
  "\n",
  "\r\n",
  "　　",
  " ",
  "𠮷野家",
  "e\u0301",
  "（gua\u0304n）",
  "乾隆",
  "看著",
  "显著",
  "「",
  "」",
  "&nbsp;",
  "&amp;ldquo;",
  "\\n",
  "\\u4eca",
  "<br",
  "</p>",
  "/p>",
  "p>0.05",
  "[b]",
  "[1]",
  " and ",
  "ＡＰＰ",
  "App",
  "(",
  "）",
  ",",
  "\u200B",
  "👨‍👩‍👧",
  "http://a.cn/b?c=1,d",
);
const text = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(""));
const any = fc.string({ unit: "binary", maxLength: 200 });

test("cleans no further what its rules for characters have cleaned", () => {
  fc.assert(
    fc.property(text, (source) => {
      const once = restored(source).text;
      expect(restored(once).text).toBe(once);
    }),
    { numRuns: 500 },
  );
});

test.each(["p>0.05/p>「今年，全市公安機關(guān)破獲案件", "占48%/p>『今年', 其中', <!--「今年", "今年<br 『全市"])(
  "cleans no further what stands before the quotation marks of traditional text: %s",
  (source) => {
    const once = restored(source).text;
    expect(restored(once).text).toBe(once);
  },
);

test("changes nothing in clean texts of any kind", () => {
  const changed = [...articles(), ...paragraphs()].filter(({ text }) => {
    const draft = restored(text);
    return draft.text !== text || draft.repairs.length > 0 || draft.removals.length > 0;
  });
  expect(changed.map(({ name }) => name)).toEqual([]);
});

/** What pages leave in a text; none of it holds a character of the article's, nor do two make a comment or a script. */
const remnant = fc.constantFrom(
  ...'<p>|</p>|/p>|<p|</div|<br|br>|<br/>|<p style="text-indent:2em">|<p style="text-indent:2em|style="color:red">'.split(
    "|",
  ),
  ...'<a href="http://a.cn/b"|<!--|<script>|<style|<?xml|?>|<![endif]|<rt>|<ref>'.split("|"),
  ..."[b]|[/b]|[img]|[/img]|[hide]|[/hide]|{{|}}|<%|%>|{dede:a|[[|]]|&nbsp;|&ldquo;|&|\\n|\\u|%E4%B8".split("|"),
  ..."\u200B|(|)|(guān)|“|>|<|\n|var a=1;\n|{$|}".split("|"),
);

test("keeps every character of an article whatever remnants stand in it", () => {
  const texts = articles().map(({ text }) => text.slice(0, 400));
  const places = fc.array(fc.tuple(fc.nat(400), remnant), { maxLength: 12 });
  fc.assert(
    fc.property(fc.constantFrom(...texts), places, (text, pieces) => {
      let damaged = text;
      for (const [at, piece] of pieces) damaged = damaged.slice(0, at) + piece + damaged.slice(at);
      expect(han(restored(damaged).text)).toBe(han(text));
    }),
    { numRuns: 1500 },
  );
});

test.each([
  "抓获<!--12人，涉案<p<!-->3起。",
  "抓获<!--12人，其中<!-- 正文 -->主犯3人。",
  "抓获<style>12人<style>.a{}</style>主犯。",
])("takes no words for a comment's where another opens before it is closed: %s", (source) =>
  expect(han(restored(source).text.replaceAll("正文", ""))).toBe(han(source.replaceAll("正文", ""))),
);

test("maps each rule's text lawfully from the source, for any characters", () => {
  fc.assert(
    fc.property(fc.oneof(text, any), (source) => {
      const draft = restored(source);
      draft.map.check(source, draft.text);
      let last = 0;
      for (let at = 0; at <= draft.text.length; at++) {
        const to = draft.map.toSource(at, "start");
        expect(to).toBeGreaterThanOrEqual(last);
        last = to;
      }
      for (const { span, before } of draft.repairs) expect(source.slice(span.start, span.end)).toBe(before);
    }),
    { numRuns: 500 },
  );
});

test("never changes a digit, nor the order of digits, outside markup, glosses and escapes", () => {
  const prose = fc
    .array(
      fc.constantFrom(
        "破案",
        "１２",
        "3",
        "，",
        ",",
        "．",
        ".",
        "：",
        ":",
        "萬",
        "起",
        "(",
        ")",
        "％",
        "\n",
        " ",
        "第",
        "A",
        "Ｂ",
        "、",
        "－",
        "-",
        "／",
      ),
      { maxLength: 60 },
    )
    .map((pieces) => pieces.join(""));
  fc.assert(
    fc.property(prose, (source) => {
      expect(digits(restored(source).text)).toBe(digits(source));
    }),
    { numRuns: 1000 },
  );
});

test("keeps the length of every text of the basic plane when it simplifies", () => {
  const unit = fc.integer({ min: 0x20, max: 0x9fff }).map((code) => String.fromCharCode(code));
  fc.assert(
    fc.property(fc.array(unit, { maxLength: 100 }), (units) => {
      const source = units.join("");
      const to = simplified(source);
      // Some rare characters have their simplified form beyond the basic plane.
      expect([...to]).toHaveLength([...source].length);
    }),
    { numRuns: 500 },
  );
});

test("keeps each half of a character beyond the basic plane with the other", () => {
  const draft = restored("𠮷某(guān)說：「𪚥」字,共12起。");
  for (const match of draft.text.matchAll(/[\u{10000}-\u{10FFFF}]/gu)) {
    const span = draft.map.toSourceSpan({ start: match.index, end: match.index + 2 });
    expect(draft.source.slice(span.start, span.end)).toBe(match[0]);
  }
  expect(draft.text).toContain("𠮷某");
});
