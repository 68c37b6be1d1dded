import * as fc from "fast-check";
import type { Inline } from "@jianbao/document";
import type { Diagnostic } from "@jianbao/model";
import { describe, expect, it } from "vitest";
import {
  footnote,
  lines,
  monthlyTheme,
  realFaces,
  setInlines,
  setText,
  squareTheme,
  text,
  textOfLine,
} from "../setting.ts";
import { benchmarkWidths, bulletin, faultsOf, marked, noFaults } from "./faults.ts";
import { bulletins } from "./sentences.ts";

describe("the line-breaking benchmark of 33 widths", () => {
  const theme = monthlyTheme();
  const faces = realFaces();
  const size = theme.roles["body"]?.size ?? 0;
  const all = benchmarkWidths.map((em) => ({ em, lines: setText(bulletin.text, em, { theme, faces }) }));

  it("has a paragraph of 258 characters with 18 pieces that no line may cut", () => {
    expect([...bulletin.text].length).toBe(258);
    expect(bulletin.pieces.length).toBe(18);
  });

  it("loses nothing", () => {
    for (const { lines } of all) expect(lines.map(textOfLine).join("")).toBe(bulletin.text);
  });

  it("has no fault at any line end: no mark, number, range, date, dash or character out of place", () => {
    const faults = all.map(({ em, lines }) => ({ em, ...faultsOf(bulletin, lines.map(textOfLine)) }));
    expect(faults).toEqual(benchmarkWidths.map((em) => ({ em, ...noFaults })));
  });

  it("sets all lines but the last flush to 0.1 pt", () => {
    const ragged = all.flatMap(({ em, lines }) =>
      lines
        .slice(0, -1)
        .filter((line) => Math.abs(line.width - em * size) > 0.1)
        .map((line) => `${em} em, ${(line.width / size).toFixed(2)} em: ${textOfLine(line)}`),
    );
    expect(ragged).toEqual([]);
  });

  it("needs no more than a tenth more lines than the characters fill", () => {
    const natural = all.reduce(
      (sum, { em }) => sum + (setText(bulletin.text, 1000, { theme, faces })[0]?.width ?? 0) / em / size,
      0,
    );
    expect(all.reduce((sum, { lines }) => sum + lines.length, 0)).toBeLessThan(1.1 * natural + all.length);
  });
});

describe("bulletins made up at random", () => {
  const theme = monthlyTheme();
  const faces = realFaces();
  const size = theme.roles["body"]?.size ?? 0;

  it.each(["basic", "gb", "strict"] as const)(
    "are set without a fault at the level %s, all characters once and in order, flush or reported",
    (kinsoku) => {
      const levelled = { ...theme, page: { ...theme.page, kinsoku } };
      fc.assert(
        fc.property(bulletins(), fc.integer({ min: 14, max: 40 }), (notation, em) => {
          const text = marked(notation);
          const diagnostics: Diagnostic[] = [];
          const set = setText(text.text, em, { theme: levelled, faces, diagnostics });
          const lines = set.map(textOfLine);
          expect(lines.join("")).toBe(text.text);
          expect(faultsOf(text, lines)).toEqual(noFaults);
          if (kinsoku === "strict") expect(lines.slice(1).filter((line) => /^[—…]/u.test(line))).toEqual([]);
          const ragged = set.slice(0, -1).filter((line) => Math.abs(line.width - em * size) > 0.1);
          expect(diagnostics.length).toBeGreaterThanOrEqual(ragged.length);
        }),
        { numRuns: 200 },
      );
    },
    60_000,
  );
});

describe("a line", () => {
  it("squeezes marks before it pushes characters out", () => {
    expect(lines("天地，玄黄，宇宙，洪荒。", 8)).toBe("天地，玄黄，宇宙，|洪荒。");
    // Eight em of natural width and a mark at the end that is half an em.
    expect(setText("天地玄黄，宇宙洪荒日月", 8.5)[0]?.width).toBeCloseTo(85, 6);
  });

  it("halves a mark at its end", () => {
    expect(lines("天地玄黄，宇宙洪荒。", 4.5)).toBe("天地玄黄，|宇宙洪荒。");
  });

  it("sets two marks in one and a half em", () => {
    const [line] = setText("甲：“乙”丙", 20);
    const frame = line?.frames[0];
    expect(frame?.type === "text" ? frame.xs : []).toEqual([0, 10, 15, 25, 35, 45]);
  });

  it("takes half an em off an opening mark at its start", () => {
    expect(setText("甲乙丙（丁", 3)[1]?.width).toBe(15);
  });

  it("parts Han and Western characters by a quarter em, but not beside marks", () => {
    const [line] = setText("共5起，5起", 20);
    const frame = line?.frames[0];
    expect(frame?.type === "text" ? frame.xs : []).toEqual([0, 12.5, 20, 30, 40, 47.5]);
  });

  it("never cuts a date but after 年 or 月, and only where nothing else fits", () => {
    expect(lines("于2023年12月25日召开会议", 9)).toMatch(/^于2023年12月25日\||^于\|2023年12月25日/u);
    expect(lines("2023年12月25日", 5)).toBe("2023年|12月25日");
  });

  it("keeps what belongs to a number in one piece", () => {
    for (const piece of [
      "约3.52万起",
      "逾1389万人次",
      "20%～35%",
      "1—6月",
      "第12期",
      "￥3,000元",
      "5.4个百分点",
      "−5.8%",
      "100多个",
      "43.7萬餘起",
      "約5.4個百分點",
    ]) {
      for (let em = 8; em < 16; em++)
        expect(lines(`天地玄黄宇宙洪荒日月${piece}盈昃辰宿列张寒来暑往`, em)).toContain(piece);
    }
  });

  it("opens a word that is longer than a line, an address first at its separators", () => {
    const address = `https://example.org/${"abcdefgh/".repeat(20)}`;
    const set = lines(`见${address}。`, 12, { align: "start" }).split("|");
    expect(set.join("")).toBe(`见${address}。`);
    expect(set.slice(1, -2).every((line) => line.endsWith("/"))).toBe(true);
    expect(lines("A".repeat(30), 5)).toBe("AAAAAAAAAA|AAAAAAAAAA|AAAAAAAAAA");
  });

  it("keeps words of Latin script whole and breaks between them", () => {
    expect(lines("the quick brown fox jumps", 6, { align: "start" })).toBe("the quick |brown fox |jumps");
    expect(lines("the centre solved 136 cases", 9, { align: "start" })).toBe("the centre solved |136 cases");
  });

  it("opens a mail address like a web address, and a word after its hyphen", () => {
    const set = lines("信箱fanzha.zhongxin@example.org.cn。", 10, { align: "start" }).split("|");
    expect(set).toEqual(["信箱", "fanzha.zhongxin@", "example.org.cn。"]);
    expect(lines("anti-fraud", 3, { align: "start" })).toBe("anti-|fraud");
    for (const word of ["e-mail", "COVID-19", "km/h", "12.5", "A/B"]) {
      for (let em = 5; em < 9; em++) expect(lines(`天地玄黄${word}宇宙`, em)).toContain(word);
    }
  });

  it("starts no line with a connector, a slash between Han characters or 々", () => {
    for (const text of ["天地玄黄—宇宙洪荒", "天地玄黄/宇宙洪荒", "天地玄时々宇宙洪荒", "天地玄黄～宇宙洪荒"]) {
      for (let em = 2; em < 9; em++) expect(lines(text, em)).not.toMatch(/\|[—/々～]/u);
    }
  });

  it("ends no line with a slash between Han characters from the level gb on", () => {
    expect(lines("天地玄黄/宇宙洪荒", 4.6, { theme: squareTheme({ kinsoku: "basic" }) })).toBe("天地玄黄/|宇宙洪荒");
    for (const kinsoku of ["gb", "strict"] as const) {
      expect(lines("天地玄黄/宇宙洪荒", 4.6, { theme: squareTheme({ kinsoku }) })).not.toContain("/|");
    }
  });

  it("halves an interpunct at its end", () => {
    expect(lines("艾力·买买提江", 2.75)).toBe("艾力·|买买|提江");
    expect(setText("艾力·买买提江", 2.75)[0]?.width).toBe(27.5);
  });

  it("makes —— one line", () => {
    const theme = monthlyTheme();
    const [line] = setText("甲——乙", 20, { theme, faces: realFaces() });
    const frame = line?.frames[0];
    const xs = frame?.type === "text" ? frame.xs : [];
    // The bar of the face is 0.858 em of ink, 0.071 em from its origin: the second starts where the first ends.
    expect((xs[1] ?? 0) + 0.929 * 10.5).toBeGreaterThan((xs[2] ?? 0) + 0.071 * 10.5);
    expect((xs[2] ?? 0) - (xs[1] ?? 0)).toBeGreaterThan(0.8 * 10.5);
  });

  it("takes quotation marks for Western within Latin text, and for Chinese elsewhere", () => {
    const faces = realFaces();
    const width = (text: string): number => (setText(text, 40, { theme: monthlyTheme(), faces })[0]?.width ?? 0) / 10.5;
    expect(width("甲“GOIP”乙") - width("甲GOIP乙")).toBeCloseTo(2 - 0.5, 1); // two em, without the gaps beside letters
    expect(width("say “no” to") - width("say no to")).toBeLessThan(1.2);
    expect(width("he said “don’t” to") - width("he said don’t to")).toBeLessThan(1.2);
  });

  it("keeps an ideographic space as it was typed, and drops it at a line end", () => {
    const [line] = setText("甲　乙", 20);
    const frame = line?.frames[0];
    expect(frame?.type === "text" ? frame.xs : []).toEqual([0, 10, 20]);
    expect(setText("甲乙　丙丁", 3, { align: "start" })[0]?.width).toBe(20);
  });

  it("pairs straight quotation marks", () => {
    for (let em = 2; em < 9; em++) {
      const set = lines('天地"玄黄"宇宙', em);
      expect(set).not.toContain('"|玄');
      expect(set).not.toContain('|"宇');
      expect(set).not.toContain('黄|"');
    }
  });

  it("reports a line that no gap makes flush, and one with wide gaps", () => {
    const diagnostics: Diagnostic[] = [];
    setText("天地玄黄2023年12月25日日月盈昃", 9, { diagnostics });
    expect(diagnostics.map(({ rule, severity }) => `${severity} ${rule}`)).toContain("info print/loose-line");
  });

  it("forbids more at the stricter levels", () => {
    expect(lines("天地玄黄——宇宙", 4, { theme: squareTheme({ kinsoku: "basic" }) })).toBe("天地玄黄|——宇宙");
    expect(lines("天地玄黄——宇宙", 4, { theme: squareTheme({ kinsoku: "strict" }) })).not.toContain("|——");
  });

  it("loses no character and breaks no prohibition, whatever the text and the width", () => {
    const characters = fc.constantFrom(..."天地玄，。（）“”——……1234.5%万亿年月日 aZ～·、/-①");
    fc.assert(
      fc.property(
        fc.array(characters, { minLength: 1, maxLength: 60 }),
        fc.integer({ min: 2, max: 30 }),
        (list, em) => {
          const value = list.join("");
          const set = setText(value, em).map(textOfLine);
          expect(set.join("")).toBe(value);
          expect(set.slice(1).filter((line) => /^[，。）”、～·]/u.test(line))).toEqual([]);
          expect(set.slice(0, -1).filter((line) => /[（“]$/u.test(line))).toEqual([]);
        },
      ),
      { numRuns: 300 },
    );
  }, 30_000);
});

describe("a title", () => {
  const theme = monthlyTheme();
  const faces = realFaces();
  const title = "关于二〇二四年一季度全省反电信网络诈骗工作情况的通报";

  it("is laid out in lines of nearly equal length with its words whole", () => {
    expect(lines(title, 20, { theme, faces, align: "center" })).toBe(
      "关于二〇二四年一季度全省|反电信网络诈骗工作情况的通报",
    );
    expect(lines(title, 10, { theme, faces, align: "center" })).toBe(
      "关于二〇二四年一季度|全省反电信网络诈骗|工作情况的通报",
    );
  });

  it("has no more lines than it needs, none of which is lonely", () => {
    for (let em = 6; em < 30; em++) {
      const set = lines(title, em, { theme, faces, align: "center" }).split("|");
      expect(set.length).toBe(lines(title, em, { theme, faces, align: "start" }).split("|").length);
      expect(Math.min(...set.map((line) => line.length))).toBeGreaterThan(1);
      expect(set.join("")).toBe(title);
    }
  });

  it("cuts no number and no quotation where it can", () => {
    const long = "海州市反诈骗中心关于“断卡·守护”专项行动第三阶段战果和返还群众损失3.52亿元的情况通报";
    expect(lines(long, 20, { theme, faces, align: "center" })).toBe(
      "海州市反诈骗中心关于“断卡·守护”|专项行动第三阶段战果和返还|群众损失3.52亿元的情况通报",
    );
  });

  it("that starts at the left keeps its words whole as well", () => {
    for (let em = 10; em < 25; em++) {
      const set = lines(title, em, { theme, faces, align: "start", title: true });
      expect(set).not.toMatch(/电\|信|网\|络|诈\|骗|工\|作|情\|况|通\|报|\|的/u);
    }
  });
});

/** A text with its calls as ※, set in lines: frames in the order in which they stand. */
function withMarks(notation: string, em: number): string {
  const inlines = notation.split(/(※)/u).flatMap((part, index): Inline[] => {
    if (part === "") return [];
    return [part === "※" ? footnote(`出处${index}`) : text(part)];
  });
  return setInlines(inlines, em, { theme: monthlyTheme(), faces: realFaces() })
    .map((line) => line.frames.map((frame) => (frame.type === "text" ? frame.text : "※")).join(""))
    .join("|");
}

describe("the mark of a note", () => {
  it("stands before ，；、 where it was called after them, and else where it was called", () => {
    expect(withMarks("甲，※乙；※丙、※丁。※戊※，己※。庚：※辛", 40)).toBe("甲※，乙※；丙※、丁。※戊※，己※。庚：※辛");
    expect(withMarks("甲，※※乙", 40)).toBe("甲※※，乙");
  });

  it("never starts a line, nor lets what may not start one", () => {
    const sentence =
      "全市破获案件1.36万起※，抓获2870余名※；返还损失约9.7亿元※。《防骗手册》※、“断卡”※行动（第5期※）——占15%※～22%※。";
    for (let em = 6; em < 40; em++) {
      const set = withMarks(sentence, em);
      expect(set.replaceAll("|", "")).toBe(sentence);
      expect(set).not.toMatch(/\|[※，。；、》）”～]/u);
      expect(set).not.toMatch(/[约第]※?\||\d※?\|[万余%]/u);
    }
  });
});
