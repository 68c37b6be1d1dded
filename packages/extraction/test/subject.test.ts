import { describe, expect, test } from "vitest";
import { extract } from "../src/index.ts";
import { articleOf, pack } from "./notation.ts";

const facts = { published: "2024-03-05", area: "CN-ZJ" };

function subjects(lines: readonly string[]): readonly string[] {
  return extract(articleOf(lines.join("\n"), facts), pack).observations.map(({ subject }) => subject);
}

describe("the subject of figures in an article on other matters", () => {
  test("is told in the words of the text", () => {
    const read = subjects([
      "前两个月外贸开局平稳",
      "海关统计显示，今年1至2月，全省进出口总值8123亿元，同比增长4.2%。",
      "其中，民营企业有进出口实绩的3.9万家。",
    ]);
    expect(read).not.toContain("telecom-fraud");
    expect(read).toContain("进出口总值");
  });

  test("is not what it names in passing", () => {
    const read = subjects([
      "全省春运客流创新高",
      "春运40天，全省铁路发送旅客5230万人次，同比增长21%。",
      "道路客运发送旅客3100万人次。",
      "民航保障进出港旅客980万人次。",
      "港口运送旅客45万人次。",
      "车站还设了反诈宣传台。",
    ]);
    expect(read).toHaveLength(4);
    expect(read).not.toContain("telecom-fraud");
  });

  test("is another offence whose name holds the pack's own", () => {
    const read = subjects([
      "整治招工市场",
      "人社部门检查中介机构620家。",
      "2023年，公安机关破获黑中介合同诈骗案件96起。",
    ]);
    expect(read.at(-1)).toBe("经济犯罪");
  });
});

describe("words that any fraud is told with", () => {
  test("name no telecom fraud in an article about another", () => {
    const read = subjects([
      "打击养老诈骗成果公布",
      "2023年，全省侦办养老诈骗案件410起，打掉养老诈骗团伙47个。",
      "8月17日，民警打掉一个团伙，抓获36人，1260余名老人受骗，涉案金额2.1亿元。",
    ]);
    expect(new Set(read)).toEqual(new Set(["养老诈骗"]));
  });
});

describe("the subject of an article that names none", () => {
  test("is the pack's own where it speaks with the words of its field", () => {
    expect(
      subjects([
        "夜里十一点的电话",
        "今年1到2月，县里劝住的人有4600人，退到受害人手里的有87万元。",
        "县城劝住3200人。",
      ]),
    ).toEqual(["telecom-fraud", "telecom-fraud", "telecom-fraud"]);
  });

  test("is the pack's own in a single paragraph", () => {
    expect(subjects(["2023年，冻结账户3200个。"])).toEqual(["telecom-fraud"]);
  });

  test("is none of the pack where a service office reports", () => {
    const read = subjects([
      "一条热线办了多少事",
      "2023年，市民服务热线办理诉求18.6万件，同比增长11.8%。",
      "其中物业纠纷3.1万件。",
    ]);
    expect(read).toHaveLength(2);
    expect(read).not.toContain("telecom-fraud");
  });
});

function read(text: string): readonly string[] {
  return extract(articleOf(text, facts), pack).observations.map(
    ({ quantity, subject }) => `${quantity?.text} ${subject === "telecom-fraud" ? "own" : "other"}`,
  );
}

describe("a whole of which fraud is a part", () => {
  test.each([
    ["2月，全县接报警情1280起，环比下降6%，其中电诈警情37起。", ["1280起 other", "37起 own"]],
    ["一季度，全市立刑事案件410起，其中电信网络诈骗案件152起。", ["410起 other", "152起 own"]],
    // The parts end at the semicolon, and what comes then is of the whole again.
    [
      "2月，破获刑事案件37起，其中盗窃16起、电诈8起；抓获嫌疑人52人，刑拘23人。",
      ["37起 other", "16起 other", "8起 own", "52人 other", "23人 other"],
    ],
    ["上半年，全港录得整体罪案4264宗，诈骗案1987宗。", ["4264宗 other", "1987宗 own"]],
    // A part of fraud leaves the whole what it was.
    ["2月，破获电诈案件37起，其中“两卡”案件16起；抓获嫌疑人52人。", ["37起 own", "16起 own", "52人 own"]],
    ["2月，全市反诈部门打掉团伙9个，其中跨境电诈团伙2个。", ["9个 own", "2个 own"]],
  ])("%s", (text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  test("does not make an article one on fraud", () => {
    const text = [
      "全县公安2月战报",
      "2月，全县接报警情1280起，其中电诈警情37起。",
      "打击方面，刑拘23人；反诈专班止付资金46万元，见面劝阻210人次。",
      "巡防方面，出动警力180余人。",
    ].join("\n");
    expect(read(text)).toEqual([
      "1280起 other",
      "37起 own",
      "23人 other",
      "46万元 own",
      "210人次 own",
      "180余人 other",
    ]);
    // One on fraud says so in its headline.
    expect(read(text.replace("公安", "反诈"))).toContain("180余人 own");
  });
});
