import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { lines, monthlyTheme, realFaces, setText, squareTheme, textOfLine } from "../setting.ts";

// A made-up bulletin of 239 characters with all that a line must not cut.
const bulletin =
  "记者从省反诈中心获悉，2023年1—11月，共破获电信网络诈骗案件3.52万起，抓获犯罪嫌疑人1.8万余名，同比分别上升12.6%和20%～35%；止付冻结涉案资金约46.3亿元，紧急拦截涉诈电话近1.2亿次、短信6800多万条，返还群众损失逾8.9亿元。中心负责人艾力·买买提介绍，“断卡”行动第12期集中收网中，共打掉犯罪团伙1～6类窝点260个，查扣手机、“GOIP”设备3500余部（台）；跨境案件占比超过7成——比上年提高5.4个百分点。力争2024年底实现全覆盖……";

describe("the line-breaking benchmark of 33 widths", () => {
  const theme = monthlyTheme();
  const faces = realFaces();
  const all = Array.from({ length: 33 }, (_, index) => index + 8).map((em) => ({
    em,
    lines: setText(bulletin, em, { theme, faces }),
  }));
  const flat = all.flatMap(({ lines }) => lines.map(textOfLine));
  const borders = all.flatMap(({ lines }) =>
    lines.slice(1).map((line, index) => `${textOfLine(lines[index] ?? line)}\n${textOfLine(line)}`),
  );

  it("has a paragraph of 239 characters", () => {
    expect([...bulletin].length).toBe(239);
  });

  it("loses nothing", () => {
    for (const { lines } of all) expect(lines.map(textOfLine).join("")).toBe(bulletin);
  });

  it("starts no line with a mark", () => {
    expect(
      flat.filter((line) => /^[，。、；：！？）》」』】”’～·—…%％]/u.test(line) && !/^(?:——|……)/u.test(line)),
    ).toEqual([]);
  });

  it("ends no line with an opening mark", () => {
    expect(flat.filter((line) => /[（《「『【“‘]$/u.test(line))).toEqual([]);
  });

  it("cuts no range", () => {
    expect(
      borders.filter((border) => /\d[%％]?\n?[—～]\n?\d/u.test(border) && /\d[%％]?\n[—～]|[—～]\n\d/u.test(border)),
    ).toEqual([]);
  });

  it("cuts no number, nor one from its magnitude, unit or prefix", () => {
    expect(borders.filter((border) => /\d\n[\d.,%％万亿余多个起名次条部成年月类期]/u.test(border))).toEqual([]);
    expect(borders.filter((border) => /[\d.]\n|[万亿余多]\n[余多万亿元起名次条部个]/u.test(border))).toEqual([]);
    expect(borders.filter((border) => /[约近逾第]\n\d/u.test(border))).toEqual([]);
  });

  it("cuts neither —— nor ……", () => {
    expect(borders.filter((border) => /—\n—|…\n…/u.test(border))).toEqual([]);
  });

  it("leaves no character alone on the last line", () => {
    const last = all.map(({ lines }) => textOfLine(lines.at(-1) ?? { height: 0, width: 0, frames: [], calls: [] }));
    expect(last.filter((line) => line.replaceAll(/[，。……]/gu, "").length < 2)).toEqual([]);
  });

  it("sets all lines but the last flush to 0.1 pt", () => {
    const size = theme.roles["body"]?.size ?? 0;
    const body = all.flatMap(({ em, lines }) =>
      lines.slice(0, -1).map((line) => ({ em, off: Math.abs(line.width - em * size), line })),
    );
    const ragged = body
      .filter(({ off }) => off > 0.1)
      .map(({ em, off, line }) => `${em} em, ${off.toFixed(1)} pt: ${textOfLine(line)}`);
    expect(ragged).toEqual([]);
    expect(flat.length).toBeLessThan(400);
  });
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
