import { textOf } from "@jianbao/document";
import { describe, expect, test } from "vitest";
import { number, phrase } from "../../src/phrase.ts";
import type { Direction, Statement } from "../../src/statement.ts";
import { wordingOf } from "../../src/wording/index.ts";
import { keyOf, valueOf } from "../fixture.ts";

const wording = wordingOf("zh-Hans");

/** Writes `破获案件 20万起 +52.7%`: label, part after /, figure (? for none), stated change. */
function statement(notation: string): Statement {
  const [name = "", figure = "?", change] = notation.split(" ");
  const [label = "", part = null] = name.split("/");
  const key = keyOf("cases.solved", { breakdown: part });
  const direction: Direction = change?.startsWith("-") ? "down" : "up";
  const size = number(change?.slice(1) ?? "", 0, ["o-1"]);
  const [previous, computed] = change?.startsWith("~") ? change.slice(1).split("→") : [];
  const isStated = change !== undefined && previous === undefined;
  return {
    comparison: {
      key,
      current: {
        period: { start: null, end: null },
        value: valueOf(key, "o-1", { source: "a#1", text: figure, value: 1 }),
        stated: [],
        observations: ["o-1"],
        conflict: null,
      },
      previousPeriod: null,
      previous: null,
      stated: null,
      computed: null,
      implied: null,
      reason: null,
    },
    indicator: null,
    label,
    part,
    figure: figure === "?" ? null : [number(figure, 1, ["o-1"])],
    stated: isStated
      ? { basis: "yoy", direction, number: size, notes: [], clause: wording.changeClause("yoy", direction, [size]) }
      : null,
    beside: [],
    computed:
      computed === undefined
        ? null
        : {
            direction: computed.startsWith("-") ? "down" : "up",
            number: number(computed.slice(1), 0, ["o-1"]),
            notes: [],
          },
    previous: previous === undefined ? null : [number(previous, 1, ["o-1"])],
  };
}

function told(where: string | null, ...notations: string[]): string {
  return textOf(wording.sentences({ when: phrase("2023年"), where, statements: notations.map(statement) }));
}

describe("Chinese sentences", () => {
  test("join levels in one sentence", () => {
    expect(told("全国", "破获案件 43.7万起", "抓获嫌疑人 9.9万余名", "打掉团伙 30个")).toBe(
      "2023年，全国破获案件43.7万起，抓获嫌疑人9.9万余名，打掉团伙30个。",
    );
  });

  test("let neighbours that moved the same way share the verb", () => {
    expect(told("全国", "破获案件 20万起 +52.7%", "抓获嫌疑人 16.3万人 +123.3%")).toBe(
      "2023年，全国破获案件20万起、抓获嫌疑人16.3万人，同比分别上升52.7%、123.3%。",
    );
    expect(told("全国", "破获案件 20万起 +52.7%", "发案 3万起 -3.1%")).toBe(
      "2023年，全国破获案件20万起，同比上升52.7%；发案3万起，同比下降3.1%。",
    );
  });

  test("say what can only be computed with last year's figure beside it", () => {
    expect(told("全国", "破获案件 43.7万起 ~46.4万起→-6%")).toBe(
      "2023年，全国破获案件43.7万起，与上年同期的46.4万起相比，推算下降6%。",
    );
    expect(told("全国", "拦截电话 27.5亿次 ~21亿次→+31%", "拦截短信 22.8亿条 ~24.2亿条→-6%")).toBe(
      "2023年，全国拦截电话27.5亿次、拦截短信22.8亿条，与上年同期的21亿次、24.2亿条相比，推算分别上升31%、下降6%。",
    );
  });

  test("say apart what may have gone either way", () => {
    const either = statement("捣毁窝点 160个 ~159个→+−3%至+4%");
    const computed = either.computed && { ...either.computed, direction: null };
    const said = wording.sentences({
      when: phrase("2023年"),
      where: "全国",
      statements: [statement("破获案件 43.7万起 ~46.4万起→-6%"), { ...either, computed }],
    });
    expect(textOf(said)).toBe(
      "2023年，全国破获案件43.7万起，与上年同期的46.4万起相比，推算下降6%；捣毁窝点160个，与上年同期的159个相比，推算变化在−3%至+4%之间。",
    );
  });

  test("put parts behind their whole, or beside each other where there is none", () => {
    expect(told("全国", "收缴两卡 7万张", "收缴两卡/银行卡 3万余张", "收缴两卡/电话卡 4万张")).toBe(
      "2023年，全国收缴两卡7万张，其中银行卡3万余张、电话卡4万张。",
    );
    expect(told("全国", "反诈中心/省级 32个", "反诈中心/地市级 316个")).toBe(
      "2023年，全国反诈中心省级32个、地市级316个。",
    );
  });

  test("say that a level is not published, and speak of action abroad as such", () => {
    expect(told("全国", "发案 ? -3.1%")).toBe("2023年，全国发案同比下降3.1%（未见公布数值）。");
    expect(told(null, "捣毁窝点 160个", "移交遣返 1500余名")).toBe(
      "2023年，境外方面，捣毁窝点160个，移交遣返1500余名。",
    );
  });

  test("break a long list into sentences, and do not stumble over 全国国家", () => {
    expect(told("全国", "国家反诈中心App安装 5亿次", "甲 1起", "乙 2起", "丙 3起", "丁 4起")).toBe(
      "2023年，全国范围内，国家反诈中心App安装5亿次，甲1起，乙2起，丙3起。同期，丁4起。",
    );
  });

  test.each([
    ["2023-01-01", "2023-12-31", "2023年"],
    ["2023-01-01", "2023-09-30", "2023年1月至9月"],
    ["2023-09-01", "2023-09-30", "2023年9月"],
    ["2022-11-01", "2023-03-31", "2022年11月至2023年3月"],
    ["2023-09-01", "2023-12-25", "2023年9月1日至12月25日"],
    ["2023-09-01", "2023-09-05", "2023年9月1日至5日"],
    ["2019-01-01", "2023-12-31", "2019年至2023年"],
    ["2023-12-25", "2023-12-25", "2023年12月25日"],
    [null, "2019-03-05", "截至2019年3月5日"],
    ["2020-01-01", null, "2020年以来"],
    ["2020-09-01", null, "2020年9月以来"],
    [null, null, "期间未注明"],
  ])("name the period %s to %s %s", (start, end, text) => {
    expect(textOf(wording.period({ start, end }))).toBe(text);
  });

  test("name an article as its note does, brackets within its title turned", () => {
    const publication = { key: "a#1", document: "a.txt", part: 1, url: null };
    expect(
      textOf(wording.note({ ...publication, title: "解读《反诈法》", publisher: "某报", published: "2023-05" })),
    ).toBe("某报《解读〈反诈法〉》（2023年5月）");
    expect(textOf(wording.note({ ...publication, title: null, publisher: null, published: null }))).toBe(
      "（无标题，文件a.txt）（日期不详）",
    );
  });

  test.each([
    ["yoy", "up", "近52%", "同比上升近52%"],
    ["mom", "down", "3%", "环比下降3%"],
    ["yoy", "flat", "0%", "同比持平"],
    ["other", "down", "5.2%", "下降5.2%（未说明与何时相比）"],
  ] as const)("word a change %s %s %s as %s", (basis, direction, size, text) => {
    expect(textOf(wording.changeClause(basis, direction, [number(size, 0, [])]))).toBe(text);
  });

  test("hedge a change as its article does, by its bound where the article's word is lost", () => {
    expect(wording.size(52, "max", "percent", "同比上升近52%")).toBe("近52%");
    expect(wording.size(70, "min", "percent", "下降七成多")).toBe("超70%");
    expect(wording.size(2.2, "exact", "pp", "下降2.2个百分点")).toBe("2.2个百分点");
    expect(wording.signed("down", "约6%")).toBe("约−6%");
    expect(wording.signed("up", "14%至18%")).toBe("+14%至+18%");
  });
});

describe("words of an article about a change", () => {
  test.each(["比上年翻一番", "占总数的5.1%", "与上年基本持平", "增长两成"])(
    "that say how much stand as they are: %s",
    (text) => {
      expect(wording.quoted(text)).toBe(text);
    },
  );

  test.each(["大幅下降", "明显减少", "创历史新高"])("that judge are quoted, not said: %s", (text) => {
    expect(wording.quoted(text)).toBe(`“${text}”`);
  });
});

describe("traditional characters", () => {
  test("leave none of our own words simplified", () => {
    // Characters that exist in simplified script alone; a few that our words could use.
    const simplified =
      /[万亿个处张台辆户场种国区数间编发总报变来与较据项标说资录证对冲问备注图时为过见诉无产务调查统计书单页并于两从这还达关门们会众该给级经济网络实现义议设认识词试详误读谁请资边远连进选适释量针钱长闭队阶随难预领频题额风检样极权术东则办动势华协卖厂历压县参双号叶听员响围团园块声头夺妇学宁审宽导将层届属岛币师带帮广庆应开异强归态恶惊愿战执护担拟择挂换敌断旧显杀毁汇没测涉渐满灭灵点热状独环画监码础确离积稳竞签简类约纪纯线组细终结继绩续维综绿缓罚职联节药获营虑虽补规视觉览触订讨训记讲许论]/u;
    for (const language of ["zh-Hant-TW", "zh-Hant-HK"] as const) {
      const { words, ...rest } = wordingOf(language);
      const said = [
        ...Object.values(words).flat(),
        ...rest.method({ draft: true, fonts: [] }),
        rest.noConflicts,
        rest.noFindings,
        rest.noSources,
        rest.issueBefore,
        rest.marks(["unknown", "unpublished", "incomparable", "zero-base", "implied", "no-level"], {
          emphasised: true,
          stated: true,
          computed: true,
          unmatched: ["unknown", "unpublished", "incomparable", "zero-base"],
        }),
        textOf(rest.emptyLead(phrase(""), true)),
        textOf(rest.emptyLead(phrase(""), false)),
        textOf(rest.period({ start: null, end: "2019-03-05" })),
        textOf(rest.period({ start: null, end: null })),
        textOf(rest.changeClause("other", "up", [])),
      ];
      const allowed = language === "zh-Hant-HK" ? "台" : "";
      expect(said.flatMap((text) => [...text].filter((one) => simplified.test(one) && !allowed.includes(one)))).toEqual(
        [],
      );
    }
  });
});
