import type { Observation } from "@jianbao/model";
import { expect, test } from "vitest";
import { type Publication, analyse } from "../src/index.ts";
import { inputOf, quantityOf } from "./notation.ts";

/** An article by its sentences, each with the figure in braces: `共破获{cases.solved|1206}起`. */
interface Text {
  readonly date: string;
  readonly title: string;
  readonly publisher: string;
  readonly sentences: readonly string[];
}

/** Analyses articles of January 2024 whose figures are of 2023 and of a province. */
function analysed(texts: readonly Text[]): ReturnType<typeof analyse> {
  const observations: Observation[] = [];
  const publications: Publication[] = [];
  for (const [i, { date, title, publisher, sentences }] of texts.entries()) {
    const document = `${i}.txt`;
    publications.push({ key: `${document}#1`, document, part: 1, title, publisher, published: date, url: null });
    for (const [j, sentence] of sentences.entries()) {
      const quote = sentence.replaceAll(/\{[a-z.]+\|([^}]+)\}/gu, "$1");
      for (const [k, [, indicator = "", figure = ""]] of [...sentence.matchAll(/\{([a-z.]+)\|([^}]+)\}/gu)].entries()) {
        observations.push(observationOf(`o-${i}.${j}.${k}`, document, indicator, figure, quote, j));
      }
    }
  }
  return analyse({ ...inputOf("2024-01", ""), observations, publications });
}

function observationOf(
  id: string,
  document: string,
  indicator: string,
  figure: string,
  quote: string,
  sentence: number,
): Observation {
  const [made] = inputOf("2024-01", `2024-01-09 甲 x.txt: ${indicator}@CN-SN 2023 1`).observations;
  if (made === undefined) throw new RangeError("no observation");
  const at = sentence * 1000 + quote.indexOf(figure);
  const source = {
    start: at,
    end: at + figure.length,
    quote,
    quoteStart: sentence * 1000,
    quoteEnd: sentence * 1000 + quote.length,
  };
  const unit = made.quantity?.unit ?? "item";
  return { ...made, id, document, quantity: quantityOf(figure, unit), source };
}

/** How many texts state each figure, and which article is cited for it. */
function told(texts: readonly Text[]): string[] {
  return analysed(texts).areas.map(
    ({ key, current }) => `${key.indicator}: ${current.sources} ${current.value.observations[0]?.slice(2, -4) ?? ""}`,
  );
}

const agency: Text = {
  date: "2024-01-09",
  title: "全省公安机关二〇二三年打击治理电信网络诈骗犯罪成效显著",
  publisher: "某通讯社",
  sentences: [
    "记者从省公安厅获悉，2023年全省公安机关共破获电信网络诈骗案件{cases.solved|14326}起，抓获犯罪嫌疑人{suspects.captured|16892}人，有力震慑了犯罪。",
    "全年会同银行止付涉案资金{funds.stopped|24.9亿}元，许多群众因此保住了积蓄。",
    "检察机关依法起诉涉电信网络诈骗犯罪嫌疑人{suspects.prosecuted|5143}人，办理了一批有影响的案件。",
    "各地收缴涉案银行卡、电话卡共{cards.seized|38200}张，从源头上斩断了黑灰产业链条。",
  ],
};

/** What other houses do to it. */
const reprints: readonly Text[] = [
  { ...agency, date: "2024-01-09", publisher: "甲网" },
  { ...agency, date: "2024-01-10", publisher: "乙报", title: "我省去年破获电诈案件一万四千余起" },
  { ...agency, date: "2024-01-10", publisher: "丙报", title: "反诈成绩单", sentences: agency.sentences.slice(0, 2) },
  { ...agency, date: "2024-01-10", publisher: "丁网", title: "要闻速览", sentences: agency.sentences.slice(1) },
  {
    ...agency,
    date: "2024-01-11",
    publisher: "戊晚报",
    title: "守护钱袋子",
    sentences: agency.sentences.map((text) => text.replace("记者从省公安厅获悉，", "本报讯（记者　李某）")),
  },
  {
    ...agency,
    date: "2024-01-11",
    publisher: "己网",
    title: "转载",
    sentences: agency.sentences.map((text, i) => (i === 3 ? `${text}（来源：某通讯社　编辑：王某）` : text)),
  },
  {
    ...agency,
    date: "2024-01-12",
    publisher: "庚網",
    title: "轉載",
    sentences: agency.sentences.map((text) =>
      text.replaceAll("获", "獲").replaceAll("银", "銀").replaceAll("群众", "羣衆"),
    ),
  },
  {
    ...agency,
    date: "2024-01-12",
    publisher: "辛报",
    title: "修复过的转载",
    sentences: agency.sentences.map((text) =>
      text.replace("许多群众", "许多郡众").replace("有力震慑了犯罪", "有力震慑了犯"),
    ),
  },
  {
    ...agency,
    date: "2024-01-13",
    publisher: "壬网",
    title: "全省反诈工作综述",
    sentences: ["一年来，全省各级各部门齐抓共管。", ...agency.sentences.toReversed()],
  },
  { ...agency, date: "2024-01-30", publisher: "癸报", title: "回眸", sentences: agency.sentences.slice(0, 3) },
];

test("counts ten reprints of one agency's text as one text, whatever their heads, tails, cuts and characters", () => {
  expect(reprints).toHaveLength(10);
  expect(told([agency, ...reprints])).toEqual([
    "cases.solved: 1 0",
    "suspects.captured: 1 0",
    "suspects.prosecuted: 1 0",
    "funds.stopped: 1 0",
    "cards.seized: 1 0",
  ]);
});

test("cites the earliest, and of one day the fullest", () => {
  const cut = { ...agency, title: "速览", publisher: "乙网", sentences: agency.sentences.slice(0, 1) };
  const early = { ...cut, date: "2024-01-08" };
  // Among one day's prints the whole article comes before the cut one, though the cut one is first in order.
  expect(told([cut, agency]).slice(0, 2)).toEqual(["cases.solved: 1 1", "suspects.captured: 1 1"]);
  expect(told([early, agency]).slice(0, 2)).toEqual(["cases.solved: 1 0", "suspects.captured: 1 0"]);
});

test("knows a copy by its other sentences where the figure's own was rewritten", () => {
  const [, ...rest] = agency.sentences;
  const rewritten = {
    ...agency,
    date: "2024-01-10",
    publisher: "乙报",
    title: "一年办案逾万",
    sentences: ["警方去年侦破这类案件达{cases.solved|14326}起之多。", ...rest],
  };
  expect(told([agency, rewritten])[0]).toBe("cases.solved: 1 0");
  const own = { ...rewritten, sentences: rewritten.sentences.slice(0, 1) };
  expect(told([agency, own])[0]).toBe("cases.solved: 2 0");
});

test("keeps apart two bulletins that are written with the same set phrases", () => {
  const other: Text = {
    ...agency,
    date: "2024-01-12",
    publisher: "乙报",
    title: "全省检察机关二〇二三年惩治电信网络诈骗犯罪成效显著",
    sentences: [
      "记者从省公安厅获悉，2023年全省公安机关共破获电信网络诈骗案件{cases.solved|1.43万}起，抓获犯罪嫌疑人{suspects.captured|1.69万}人，有力震慑了犯罪。",
      "全年会同银行止付涉案资金{funds.stopped|25亿}元，许多群众因此保住了积蓄。",
      "检察机关依法起诉涉电信网络诈骗犯罪嫌疑人{suspects.prosecuted|5143}人，办理了一批有影响的案件。",
      "各地收缴涉案银行卡、电话卡共{cards.seized|3.8万}张，从源头上斩断了黑灰产业链条。",
    ],
  };
  expect(told([agency, other])).toEqual([
    "cases.solved: 2 0",
    "suspects.captured: 2 0",
    // The one sentence that is the same in both is a quotation.
    "suspects.prosecuted: 1 0",
    "funds.stopped: 2 0",
    "cards.seized: 2 0",
  ]);
});

function countsOf(texts: readonly Text[]): (number | undefined)[] {
  return analysed(texts).areas.map(({ current }) => current.sources);
}

test("is the same whatever the order of the copies", () => {
  const all = [agency, ...reprints];
  expect(countsOf(all.toReversed())).toEqual(countsOf(all));
});
