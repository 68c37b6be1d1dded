import { readFileSync, readdirSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { cleaned, removed } from "./helpers.ts";

interface Told {
  readonly title: string;
  readonly byline: string | null;
  readonly paragraphs: readonly string[];
  readonly published: string;
  readonly area: string;
}

const folder = new URL("texts/", import.meta.url);
const pool = readdirSync(folder)
  .filter((name) => name.startsWith("articles-"))
  .sort()
  .flatMap((name) => JSON.parse(readFileSync(new URL(name, folder), "utf8")) as Told[]);

const bare = ({ title, paragraphs }: Told): string => [title, ...paragraphs].join("\n");
const dated = ({ title, paragraphs, published, area }: Told): string =>
  [title, `发布时间：${published} 10:22 来源：示例${area}日报`, ...paragraphs].join("\n");
const reported = ({ paragraphs }: Told): string => `本报讯（记者 周远）${paragraphs.join("\n")}`;

const seams: readonly (readonly [name: string, form: (one: Told) => string, seam: string])[] = [
  ["a rule of dashes", bare, "\n————————\n"],
  ["a rule of equals signs and blank lines", bare, "\n\n========\n\n"],
  ["stars", bare, "\n＊＊＊\n"],
  ["（完）", (one) => `${bare(one)}\n（完）`, "\n"],
  ["an editor's line", (one) => `${bare(one)}\n责任编辑：周远`, "\n"],
  ["who reported", (one) => `${bare(one)}（记者 周远）`, "\n\n"],
  ["a name in brackets", (one) => `${bare(one)}（孙小林）`, "\n"],
  ["a source note", (one) => `${bare(one)}\n（原载《示例晚报》）`, "\n"],
  ["the page's data below each headline", dated, "\n"],
  ["the page's data above each headline", (one) => `${one.published} 10:22 来源：示例日报\n${bare(one)}`, "\n\n"],
  ["datelines below headlines", (one) => `${one.title}\n${reported(one)}`, "\n"],
  ["datelines without headlines", reported, "\n"],
];

test.each(seams)("splits files of two and three articles at %s", async (_name, form, seam) => {
  const wrong: string[] = [];
  let files = 0;
  for (let i = 0; i + 7 < pool.length; i++) {
    const chosen = [pool[i], pool[i + 3], ...(i % 2 === 0 ? [pool[i + 7]] : [])].filter((one) => one !== undefined);
    const found = chosen.map((one) => form(one)).join(seam);
    const { articles } = await cleaned(found);
    const starts = articles.map(({ map }) => map.toSource(0, "start"));
    let at = 0;
    const wanted = chosen.map((one, c) => {
      const start = at;
      at += form(one).length + (c === chosen.length - 1 ? 0 : seam.length);
      return start;
    });
    files++;
    const right =
      starts.length === wanted.length && starts.every((start, s) => Math.abs(start - (wanted[s] ?? 0)) < 60);
    if (!right) wrong.push(chosen.map(({ title }) => title).join(" | "));
  }
  // Where a whole article is taken for something else, its boundary is lost as well.
  expect(wrong.length, wrong.join("\n")).toBeLessThanOrEqual(files / 6);
});

test("splits no single article", async () => {
  for (const one of pool) {
    expect(
      (await cleaned([one.title, one.byline ?? "", ...one.paragraphs].join("\n"))).articles,
      one.title,
    ).toHaveLength(1);
  }
});

describe("a digest", () => {
  const items = [
    ["青湾镇早稻育秧全面铺开", "近日，青湾镇1.2万亩早稻集中育秧工作全面铺开，预计3月底完成。"],
    ["县医院引进核磁共振设备", "记者3月2日从县医院获悉，该院新引进的核磁共振设备投入使用，群众不出县就能做检查。"],
    ["老城区供水管网改造完工", "3月3日，历时七个月的老城区供水管网改造工程完工，惠及居民8600户。"],
    ["全县中学生篮球赛落幕", "昨天，全县中学生篮球赛在体育馆落幕，石桥中学代表队获得冠军。"],
  ] as const;

  test("is as many articles as it has headlines, each with its own title", async () => {
    const { articles } = await cleaned(items.map((item) => item.join("\n")).join("\n"));
    expect(articles.map(({ metadata }) => metadata.title?.value)).toEqual(items.map(([title]) => title));
    expect(articles.map(({ text }) => text)).toEqual(items.map((item) => item.join("\n")));
  });

  test("of one subject under headings is one article", async () => {
    const { articles } = await cleaned(
      [
        "我县春耕备耕工作有序推进",
        "今年我县计划种植早稻32.6万亩，目前育秧、整田、农资储备等工作有序推进。",
        "集中育秧保面积",
        "近日，在青湾镇育秧工厂，流水线上的秧盘正被送进暗室。今年全县集中育秧面积达到23万亩，占早稻面积七成。",
        "农机下田抢农时",
        "3月3日，石桥镇的田里，六台旋耕机来回穿梭。全县已检修农机1.4万台套，早稻机插率预计达到六成。",
        "农资备足稳价格",
        "记者从县供销社获悉，全县已储备化肥2.1万吨、早稻种子96万斤，能满足春耕需要，价格总体平稳。",
      ].join("\n"),
    );
    expect(articles).toHaveLength(1);
  });
});

const told =
  "近日，县里组织干部群众参加植树活动，栽下苗木三千余株，大家干劲十足，现场一派忙碌景象。\n活动结束后，林业技术人员讲解了管护知识，并与各村签订了管护责任书。";

test.each([
  ["cases", ["案例一", told, "案例二", told, "案例三", told]],
  ["questions and answers", ["问：何时开始？", told, "答：下月开始。", told]],
  ["boxes", ["记者手记", told, "名词解释", told]],
  ["appendices", ["附件1", told, "附件：", told]],
  ["numbered headings after a rule", ["————————", "一、植树成效", told, "＊＊＊", "二、管护安排", told]],
  ["a timeline", ["9:12，第一批队员到场。", told, "10:30，第二批队员到场。", told]],
])("keeps %s in their article", async (_name, lines) => {
  const { articles } = await cleaned(["全县植树活动有序开展", told, ...lines].join("\n"));
  expect(articles).toHaveLength(1);
});

test("keeps an editor's note with the article that it introduces", async () => {
  const { articles } = await cleaned(
    `编者按：今年以来，各地涌现出一批植树能手，本报今起推出系列报道，敬请关注。\n荒山上的四十年\n本报记者 周远\n${told}`,
  );
  expect(articles).toHaveLength(1);
});

test("leaves out the rule between two articles, and gives each the page's data beside it", async () => {
  const result = await cleaned(
    `发布时间：2024-03-12 09:00 来源：示例日报\n全县植树活动有序开展\n${told}\n----------\n发布时间：2024-03-15 08:00 来源：示例晚报\n河道清淤工程启动\n${told}`,
  );
  expect(result.articles.map(({ metadata }) => [metadata.publisher?.value, metadata.published?.value])).toEqual([
    ["示例日报", "2024-03-12"],
    ["示例晚报", "2024-03-15"],
  ]);
  expect(removed(result, "rule-line")).toEqual(["----------"]);
});

describe("short pieces under headlines", () => {
  const pieces = [
    ["晒网场的猫", "退潮以后，晒网场上有十一只猫。渔民各喂各的，猫不分是谁家的鱼。", "（欧阳青）"],
    ["末班渡船", "末班渡船等过一个产妇，也等过一头牛。船老大说，等人不误事，误事的是不等。", "（应小禾）"],
    ["修鞋摊", "鞋摊摆了三十年，线换过四百轴。老人说，路是别人走的，鞋是我修的。", "（卜一）"],
  ] as const;

  test("that are signed are articles of their own", async () => {
    const { articles } = await cleaned(pieces.flat().join("\n"));
    expect(articles.map(({ text }) => text)).toEqual(pieces.map((piece) => piece.join("\n")));
  });

  test("are one article below a title of all", async () => {
    const { articles } = await cleaned(["海边三题", "一个人的手记", ...pieces.flat()].join("\n"));
    expect(articles).toHaveLength(1);
  });
});

test.each([
  [
    "a commentary under its own headline and pen name",
    [
      "街道开放操场",
      "本报讯（记者 周远）昨晚起，三所小学的操场向居民开放，首晚进场四百人。",
      "保安增加了两名。",
      "开放两小时，不收费用。",
    ],
    [
      "锁住的不该是操场",
      "秦川子",
      "操场的门开了，跑步的人有了去处。",
      "门难开，是因为怕担责任；把责任说清楚，门就好开了。",
    ],
  ],
  [
    "a report of another paper",
    [
      "江豚回来了",
      "宜江晚报讯　九月，江面上又见江豚，巡护员一周记录到二十一次。",
      "渔民说，水清了，它就回来了。",
      "保护站添了两艘船。",
    ],
    ["首列果蔬专列开行", "岭南日报讯　9月3日，首列果蔬专列从车站开出，装了六百吨蔬菜。", "菜农说，菜比人走得快。"],
  ],
  [
    "another clipping",
    [
      "【第1条】《宜江晚报》2018年3月2日A6版",
      "江豚回来了",
      "江面上又见江豚，巡护员一周记录到二十一次。",
      "渔民说，水清了，它就回来了。",
    ],
    [
      "【第2条】《岭南日报》2018年3月1日05版",
      "果蔬专列开行",
      "首列果蔬专列从车站开出，装了六百吨蔬菜。",
      "菜农说，菜比人走得快。",
    ],
  ],
])("parts an article from %s", async (_what, first, second) => {
  const { articles } = await cleaned([...first, ...second].join("\n"));
  expect(articles.map(({ text }) => text)).toEqual([first.join("\n"), second.join("\n")]);
});

describe("briefs between blank lines", () => {
  const briefs = [
    ["东关桥夜间封闭检修", "东关桥今晚22时起封闭八小时，检修伸缩缝，公交改走西环。"],
    ["游泳馆换上新水泵", "馆里的三台水泵用了十七年，昨日全部换新，水温升高两度。"],
    ["棉花秸秆有了去处", "纸厂与六个合作社签约，每吨秸秆付三百二十元，农户送到地头即可。"],
    ["老戏台评为文物", "建于清代的戏台列入保护名录，屋面的琉璃将按原样补齐。"],
    ["两只走失的羊驼找到", "动物园的羊驼在一处苗圃被发现，毛上粘满了苍耳，胃口不错。"],
  ] as const;

  test("are articles of their own", async () => {
    const { articles } = await cleaned(briefs.map((one) => one.join("\n")).join("\n\n"));
    expect(articles.map(({ text }) => text)).toEqual(briefs.map((one) => one.join("\n")));
  });

  test("that tell of one subject are sections of its article", async () => {
    const sections = [
      ["古桥检修有了新办法", "古桥检修以往全靠敲，一锤一锤地听，老师傅退休以后没有人会听。"],
      ["给古桥装上耳朵", "桥身里埋下四十只传感器，古桥哪里有了裂缝，半个小时就能知道。"],
      ["检修班里来了学徒", "六名学徒跟着老师傅学听桥，检修的时候一人一锤，敲完再看数字。"],
      ["办法还要再试三年", "检修的办法在三座古桥上试用，数字和锤子谁说得准，三年以后见分晓。"],
    ];
    const { articles } = await cleaned(sections.map((one) => one.join("\n")).join("\n\n"));
    expect(articles).toHaveLength(1);
  });
});
