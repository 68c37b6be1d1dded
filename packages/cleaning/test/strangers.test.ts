import { describe, expect, test } from "vitest";
import { cleaned } from "./helpers.ts";

const headline = "清河警方今年破获诈骗案312起";
const body = [
  "本报讯（记者 秦立）昨天上午，清河市公安局通报，今年以来全市共破获电信网络诈骗案件312起，抓获犯罪嫌疑人428名，止付资金1.6亿元。",
  "据介绍，清河警方成立预警劝阻专班，累计见面劝阻群众2.1万人次，同比增长三成。",
  "“接到陌生来电要多想一想。”反诈中心民警鲁学文提醒，遇到可疑情况请拨打96110。",
];
const text = [headline, ...body].join("\n");

async function kept(lines: readonly string[]): Promise<string> {
  return (await cleaned(lines.join("\n"))).text;
}

describe("what a site says to its readers before the article", () => {
  test.each([
    [["欢迎来到清风网，本站为您整理了《清河警方今年破获诈骗案312起》一文，喜欢就收藏本页吧。"]],
    [["感谢您阅读本文，本文由财经小站整理，希望对您有所帮助。", "以下为正文："]],
    [
      [
        "每天打开手机，海量信息扑面而来，您真正需要的却不一定看得到。",
        "我们的订阅服务为您筛选全网资讯，按您所关心的关键词推送，免费注册即可使用。",
      ],
    ],
  ])("goes: %j", async (before) => {
    expect(await kept([...before, headline, ...body])).toBe(text);
  });

  test("leaves an opening that speaks to the reader of what the article tells", async () => {
    const soft =
      "您是否接到过自称“客服”的电话？您手机里的平台软件是否安全？下载来路不明的软件，遇到诈骗，钱可能就没了。";
    expect(await kept([headline, soft, ...body])).toBe([headline, soft, ...body].join("\n"));
  });
});

describe("a name that search spam sells", () => {
  test.each([
    "云顶娱乐官网登录 1",
    "乐享体育app下载",
    "金沙平台官方网站 2",
    "星空影院免费观看高清",
    "云开中国·官方网站",
  ])("goes above and below the article: %s", async (name) => {
    expect(await kept([name, headline, ...body])).toBe(text);
    expect(await kept([headline, ...body, name])).toBe(text);
  });

  test("is the headline's where the article tells of it", async () => {
    const lines = [
      "官网登录入口被仿冒",
      "多家银行的官网登录入口近日被仿冒，清河已有12人上当，损失共计36万元。",
      ...body,
    ];
    expect(await kept(lines)).toBe(lines.join("\n"));
  });
});

describe("the title of another article within a paragraph", () => {
  test.each([
    ["《这个春天 花海迎来八方游客》", "清河市公安局有关负责人表示，下一步将继续整治网络黑灰产，守护群众的钱袋子。"],
    ["《东岭县发布暴雨红色预警 多条公交停运》", "据了解，今年全市共组织反诈宣讲1200场，发放宣传册36万份。"],
  ])("goes before a sentence that does not take it up: %s", async (title, sentence) => {
    expect(await kept([headline, ...body, title + sentence])).toBe([text, sentence].join("\n"));
  });

  test.each([
    [
      "全市共接报火灾214起，死亡3人。",
      "详情：东岭厂房火灾5人死亡||消防安全提示请收好～。",
      "直接财产损失860万元，同比下降一成。",
    ],
    ["全市共接报火灾214起，死亡3人。", "相关阅读：东岭厂房火灾追踪 | 厂房火灾为何多发 | 消防提示", ""],
  ])("goes in a row behind a sentence: %s%s", async (before, links, after) => {
    expect(await kept([headline, ...body, before + links + after])).toBe([text, before + after].join("\n"));
  });

  test.each([
    "《中华人民共和国反电信网络诈骗法》实施一年来，清河警方表示将继续依法打击此类犯罪，追究相关人员责任。",
    "《守好养老钱 不入骗子局》清河市公安局有关负责人介绍，这是反诈中心新编的小品，在36个社区演出，观众超过2万人。",
    "《清河市反诈工作三年行动方案》市公安局负责人表示，今年是方案实施的第二年，目标是发案数再下降一成以上。",
    "活动详情：上午场讲座|下午场演出，市民可凭身份证入场，名额共计200个，领完为止。",
  ])("stays where it is the paragraph's subject: %s", async (paragraph) => {
    expect(await kept([headline, ...body, paragraph])).toBe([text, paragraph].join("\n"));
  });
});

describe("behind the article", () => {
  test.each([
    [
      [
        "新闻推荐",
        "○本报讯 为让群众了解毒品危害，城关派出所日前走进校园，向两千余名学生讲解禁毒知识，现场摆放仿真毒品...",
      ],
    ],
    [
      [
        "相关文章",
        "东岭法院一审判处被告人有期徒刑三年，并处罚金两万元，案件涉及群众126名…",
        "清河连续降雨 多条道路积水，交警部门增派警力疏导交通，受影响公交线路12条…",
      ],
    ],
    [["反诈中心 电信网络诈骗 止付 清河警方"]],
  ])("the beginnings of others and keywords go: %j", async (behind) => {
    expect(await kept([headline, ...body, ...behind])).toBe(text);
  });

  test.each([
    [["链接", "什么是“跑分”？就是用自己的收款码替别人收款，再转到指定账户，从中赚取佣金。这种行为已涉嫌犯罪……"]],
    [["秦立 鲁学文 何成"]],
    [["清河市公安局 反诈中心 联合主办"]],
  ])("a box of its own and who signs stay: %j", async (behind) => {
    expect(await kept([headline, ...body, ...behind])).toBe([text, ...behind].join("\n"));
  });
});

test("keeps a topic that is the subject of what the next line says, and drops the page's topics", async () => {
  const lines = ["灯会现场抓获逃犯", "6日", "#逃犯看灯会时被民警认出#", "登上同城热搜第一", ...body];
  expect(await kept([...lines, "#反诈在行动#", "#清河公安#"])).toBe(lines.join("\n"));
});

test("keeps one of two headlines in the same words, and drops the stars behind it", async () => {
  expect(await kept([headline, "", `${headline}******`, ...body])).toBe(text);
});

describe("pieces of the headline that a page puts behind its marks", () => {
  const title = "去年清河道路交通事故死亡人数同比下降近四成";
  test("go, one after the other and from the start again", async () => {
    const put = [
      title,
      "近日，去年清河记者从清河市公安局交警支队获悉，道路全市共接报涉及人员伤亡的事故412起，交通同比下降两成，事故其中一次死亡三人以上的事故为零，死亡连续三十个月没有发生。人数",
      "据介绍，同比全市去年新增机动车三万余辆，下降保有量达到四十六万辆，去年清河驾驶人达到五十二万人，道路交警支队出动警力十二万人次，交通查处酒驾三千余起。",
    ];
    expect(await kept(put)).toBe(
      [
        title,
        "近日，记者从清河市公安局交警支队获悉，全市共接报涉及人员伤亡的事故412起，同比下降两成，其中一次死亡三人以上的事故为零，连续三十个月没有发生。",
        "据介绍，全市去年新增机动车三万余辆，保有量达到四十六万辆，驾驶人达到五十二万人，交警支队出动警力十二万人次，查处酒驾三千余起。",
      ].join("\n"),
    );
  });

  test.each([
    [
      "清河永昌东岭安平文江五县联手整治电动车盗窃",
      "昨天，清河、永昌、东岭、安平、文江五县公安局召开会议，清河县牵头，永昌县协助，五县共破案126起，抓获嫌疑人93名，返还车辆214辆。",
    ],
    [
      "公安机关严厉打击涉企诈骗犯罪追回损失两亿元",
      "昨天，公安部召开会议，严厉惩治这类犯罪，打击上下游产业，涉企案件共破获326起，追回被骗资金两亿元，涉及企业1200余家。",
    ],
  ])("stay where the text has them itself: %s", async (head, paragraph) => {
    expect(await kept([head, paragraph, ...body])).toBe([head, paragraph, ...body].join("\n"));
  });
});

test.each([
  ["清河警方今年破获诈骗案312起（ 二 ）", `**${headline}**`],
  [`${headline}******`, headline],
])("keeps one of two headlines, without its page and the marks around it: %s", async (...heads) => {
  expect(await kept([...heads, ...body])).toBe(text);
});

test("sets apart what stars part, and takes the mark of a paper's page from its last word", async () => {
  const other = "查干湖开始冬捕";
  const told = "本报讯 昨天上午，东岭县的冬捕在湖面上开始，渔民把第一网鱼拉出冰面，足足有三万斤，岸上围满了人。";
  const { text: all } = await cleaned(
    [headline, ...body.slice(0, 2), `${body[2]}③9`, `${other}****** ${told}`].join("\n"),
  );
  expect(all).toBe([text, "-----", other, told].join("\n"));
});

test("leaves out what a site says of itself above its disclaimer", async () => {
  const site = [
    "本站所载文章由网友自行上传，文责由网友自己承担，本站没有主动编辑或者修改其中任何内容。",
    "本站对网友所发布的信息、要约和承诺的真实性不作担保，请网友自行甄别。",
    "转载本站内容必须注明来源，本站不承担任何法律责任，如有侵权请联系我们删除。",
  ];
  expect(await kept([headline, ...body, ...site])).toBe(text);
});

describe("what an account sets in short lines", () => {
  const paragraphs = [
    "近日，清河县公安局禁毒大队在办理一起案件时获悉，有一批麻古将通过物流发往东岭县城，民警在两根钢管里查出毒品八公斤。",
    "目前，嫌疑人何某已被刑事拘留，案件正在进一步办理中。",
  ];
  test.each([
    [
      [
        "这些生活中常见的东西",
        "竟被毒贩改造成容器",
        "近日",
        "东岭县民警",
        "就在两根钢管里",
        "查出麻古8公斤",
        "一起来看",
        ...paragraphs,
        "为了逃避检查",
        "毒贩藏毒是费尽了心思",
        "大家一定要多加提防",
        "从我们每个人做起！",
      ],
    ],
    [
      [
        "昨日，",
        "群里流传这样一则消息，",
        "“东岭新城的住宅单价只要6800，",
        "不限购、不摇号、无需社保，",
        "面积80-120，",
        "地铁口800米”，",
        "其实这批住宅是回迁房。",
        ...body,
      ],
    ],
  ])("stays, before the paragraphs and behind them: %j", async (lines) => {
    const { text: all } = await cleaned(lines.join("\n"));
    expect(all.replaceAll("\n", "")).toBe(lines.join(""));
  });

  test.each([[["今日团品到货", "赣南脐橙十斤只要29.9", "不甜不要钱", "要的邻居扫码进群"]]])(
    "an offer in short lines goes: %j",
    async (offer) => {
      expect(await kept([headline, ...body.slice(0, 2), ...offer, ...body.slice(2)])).toBe(text);
    },
  );
});

test.each([
  ["", ""],
  ["摘要：", ""],
])("keeps one of two paragraphs that say the same: %s", async (label) => {
  const [first = "", ...rest] = body;
  expect(await kept([headline, label + first, first, ...rest])).toBe(text);
});

test("drops the headline where it is the words of each picture", async () => {
  expect(await kept([headline, body[0] ?? "", headline, body[1] ?? "", headline, body[2] ?? "", headline])).toBe(text);
});
