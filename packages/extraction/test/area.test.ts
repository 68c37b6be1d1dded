import { areaByCode } from "@jianbao/model";
import { describe, expect, test } from "vitest";
import { extract } from "../src/index.ts";
import { check } from "./check.ts";
import { articleOf, pack } from "./notation.ts";

const inCity = { published: "2024-07-05", area: "370100" };

describe("places of a city's own article", () => {
  test.each([
    // A district that many towns have by this name.
    "2023年，市中区破获电诈案件{310起|cases.solved|2023|@370103}。",
    // A county by its short name before its figure.
    "2023年，章丘劝阻{2100人|people.dissuaded|2023|@370114}，商河劝阻一千余人。".replace(
      "一千余人",
      "{一千余人|people.dissuaded|2023|@370126|~min}",
    ),
    // A branch without its city.
    "7月2日，历城分局打掉一个跑分团伙，抓获{8名|suspects.captured|2024-07-02|@370112|#case}。",
    // A place that comes last: 其次是.
    "2023年，破案最多的是历下区，{612起|cases.solved|2023|@370102}。",
  ])("%s", (text) => {
    check(text, inCity);
  });
});

describe("how far a place reaches", () => {
  test.each([
    // The parts of a whole do not reach over the semicolon, nor into the next sentence.
    "2023年，全市破获电诈案件{900起|cases.solved|2023}，其中历下区{210起|cases.solved|2023|@370102}、章丘区近{80起|cases.solved|2023|@370114|~max}；抓获嫌疑人{1300名|suspects.captured|2023}。",
    "2023年，全市劝阻{9000人|people.dissuaded|2023}。其中，历下区劝阻{2100人|people.dissuaded|2023|@370102}。同一时段，捣毁窝点{17个|dens.destroyed|2023}。",
    // Each change of a list is of its own place.
    "2023年，历下区、章丘区立案同比分别下降{=21.4%|cases.registered|2023|@370102|^yoy:down:21.4:percent}、{=18.9%|cases.registered|2023|@370114|^yoy:down:18.9:percent}。",
    // As many places as were named last.
    "2023年，历下区破案{300起|cases.solved|2023|@370102}，章丘区破案{200起|cases.solved|2023|@370114}；12月，两区破案数分别为{30起|cases.solved|2023-12|@370102}和{20起|cases.solved|2023-12|@370114}。",
    // A national office speaks for the country.
    "2023年，历下区关停涉诈号码{90个|phones.blocked|2023|@370102}。国家反诈中心推送预警指令{400万条|warnings.issued|2023|@CN}。",
  ])("%s", (text) => {
    check(text, inCity);
  });
});

describe("places of one list", () => {
  test.each([
    // 依次 gives as 分别 does; counties of the own city by their short names, for each other.
    "2023年，章丘、平阴、商河三地发案依次为{310起|cases.reported|2023|@370114}、{120起|cases.reported|2023|@370124}、{90起|cases.reported|2023|@370126}。",
    // The places of the list before, for a list as long that names none.
    "2023年，历下、市中两区立案分别为{310起|cases.registered|2023|@370102}、{120起|cases.registered|2023|@370103}，破案数依次达{200起|cases.solved|2023|@370102}、{80起|cases.solved|2023|@370103}。全市破案{900起|cases.solved|2023}。",
    // Counties of another prefecture, by their short names.
    "2023年，即墨、胶州、莱西立案分别是{300起|cases.registered|2023|@370215}、{200起|cases.registered|2023|@370281}和{100起|cases.registered|2023|@370285}。",
    // The first and the second of two places.
    "2023年，即墨与胶州立案一高一低：前者为{300起|cases.registered|2023|@370215}，抓获嫌疑人{20名|suspects.captured|2023|@370215}；后者立案{90起|cases.registered|2023|@370281}。全市立案{2000起|cases.registered|2023}。",
    // The places of a clause of their own, and those of lists as long after theirs.
    "历下区、章丘区，2023年破案分别为{450起|cases.solved|2023|@370102}、{300起|cases.solved|2023|@370114}，抓获嫌疑人{90名|suspects.captured|2023|@370102}、{70名|suspects.captured|2023|@370114}。",
    "2023年，章丘、商河各劝阻{800人|people.dissuaded|2023|@370114}、{400人|people.dissuaded|2023|@370126}。",
    "2023年，章丘破案最多，有{90起|cases.solved|2023|@370114}；商河次之，破案{80起|cases.solved|2023|@370126}。",
    // The territory that holds all of them.
    "2023年，聊城、菏泽等地公安机关抓获嫌疑人{900名|suspects.captured|2023|@CN-SD}。",
    // Where they went, and where they brought them.
    "2023年，济南警方赴聊城、菏泽抓获嫌疑人{200名|suspects.captured|2023}。",
    "2023年，民警在聊城抓获嫌疑人{20名|suspects.captured|2023}，将他们带回济南。",
    // No places: two kinds of fraud.
    "2023年，刷单和网贷两类诈骗中，后者发案{100起|cases.reported|2023}。",
    // The first place of a list goes no further than the others.
    "2023年，聊城破案{300起|cases.solved|2023|@371500}，菏泽{210起|cases.solved|2023|@371700}，抓获嫌疑人{900名|suspects.captured|2023}。",
    // What places are is no figure: the case is of the own place.
    "7月2日，民警在聊城、菏泽两地收网，抓获{9名|suspects.captured|2024-07-02|#case}。",
  ])("%s", (text) => {
    check(text, inCity);
  });

  test("reads the office that goes on speaking as the article's own", () => {
    check(
      "过去一年，全省起诉电信网络诈骗{5287人|suspects.prosecuted|2023}。\n临沂市检察机关起诉{76人|suspects.prosecuted|2023|@371300}。\n我们还批捕{83人|suspects.arrested|2023}。",
      { published: "2024-01-26", area: "CN-SD" },
    );
  });

  test("reads the branch of a firm as its place", () => {
    check(
      "2023年，全省捣毁窝点{300处|dens.destroyed|2023}。毕节分公司协助捣毁窝点{20处|dens.destroyed|2023|@520500}。",
      { published: "2024-01-26", area: "CN-GZ" },
    );
  });
});

describe("Hong Kong, Macao and Taiwan", () => {
  test.each([
    [
      "警务处公布，2023年全港录得诈骗案{3213宗|cases.reported|2023|@CN-HK}，全年拘捕{776人|suspects.captured|2023|@CN-HK}。",
    ],
    [
      "保安司表示，2023年本澳录得诈骗案{813宗|cases.reported|2023|@CN-MO}，司警拘捕{76人|suspects.captured|2023|@CN-MO}。",
    ],
    [
      "刑事局公布，2023年全台受理诈骗案{8210件|cases.reported|2023|@CN-TW}。165专线协助抓获嫌犯{310人|suspects.captured|2023|@CN-TW}。",
    ],
    // A word in passing is none.
    ["公安机关通报，2023年全国破获诈骗案{8210件|cases.solved|2023}，涉案{3亿港元|cases.amount_involved|2023}。"],
  ])("%s", (text) => {
    check(text, { published: "2024-02-05" });
  });
});

describe("what is printed in traditional characters", () => {
  test.each([
    ["CN-HK", "荃湾一间药房昨日被查，行动中拘捕3人，检获药物2100粒。"],
    ["CN-HK", "运输署数字显示，去年错误泊车的告票减少12.5%。"],
    ["CN-TW", "屏东一处铁皮屋藏烟草，员警到场查扣460箱。"],
    ["CN-TW", "检方昨天侦结，起诉嫌犯21人，查扣机车6辆。"],
    ["CN-MO", "治安警上周在关闸截查旅客，罚款130宗。"],
    ["CN-TW", "警政署公布，上月全国查获走私烟案36件。"],
    ["CN", "受访者说，今年店里卖出8200份。"],
    ["440100", "运输署代表与广州市公安局会面，今年互换线索12条。"],
  ])("is of %s: %s", (code, text) => {
    expect(areaIn(text, "hant")).toBe(code);
  });

  test("needs several words of a territory in simplified characters", () => {
    expect(areaIn("运输署数字显示，去年错误泊车的告票减少12.5%。", "hans")).toBe("CN");
    expect(areaIn("运输署数字显示，去年荃湾错误泊车的告票减少12.5%。", "hans")).toBe("CN-HK");
  });
});

/** The area of the first figure of a text of a script. */
function areaIn(text: string, script: "hans" | "hant"): string | undefined {
  const article = articleOf(text, { published: "2024-02-05" });
  const { observations } = extract({ ...article, metadata: { ...article.metadata, script } }, pack);
  return observations[0]?.area?.code;
}

describe("abroad", () => {
  test.each([
    // Whom a gang serves is not where it was caught.
    "7月2日，民警打掉一个为境外诈骗团伙引流的团伙，抓获{23人|suspects.captured|2024-07-02|#case}。",
    // A part of those who were handed over.
    "2023年，我市押解回国{79名|suspects.repatriated|2023|@OVERSEAS}嫌疑人，里头还有头目{4名|suspects.ringleaders|2023|@OVERSEAS}。",
    // What a gang does is not where it was caught.
    "2023年，打掉招募人员赴境外实施诈骗的团伙{12个|gangs.dismantled|2023}，抓获嫌疑人{36名|suspects.captured|2023}。",
  ])("%s", (text) => {
    check(text, inCity);
  });
});

/** The area of a figure of an article that was written in Beijing. */
function areaWritten(title: string): string | undefined {
  const text = `${title}\n消费报北京讯　今年，各部门向全国通报了情况。\n值得注意的是，网络交易类案件破获310起。`;
  const article = articleOf(text, { published: "2024-11-20", title });
  const area = { value: areaByCode("CN-BJ"), by: "inferred" as const, evidence: "", confidence: 0.6 };
  const { observations } = extract({ ...article, metadata: { ...article.metadata, area } } as typeof article, pack);
  return observations[0]?.area?.code;
}

test("an article written in a city is of the country where a national office tells of it", () => {
  expect(areaWritten("市场监管总局：专项行动成果公布")).toBe("CN");
  expect(areaWritten("国家消防救援局通报全年情况")).toBe("CN");
  expect(areaWritten("公安部召开新闻发布会")).toBe("CN");
  expect(areaWritten("国家税务总局北京市税务局通报情况")).toBe("CN-BJ");
  expect(areaWritten("朝阳警方通报情况")).toBe("CN-BJ");
});

/** The areas of the figures of an article whose province is all that cleaning found. */
function areasWithin(province: string, title: string, body: string): (string | undefined)[] {
  const article = articleOf(`${title}\n${body}`, { published: "2024-11-20", title });
  const area = { value: areaByCode(province), by: "inferred" as const, evidence: "", confidence: 0.6 };
  const { observations } = extract({ ...article, metadata: { ...article.metadata, area } } as typeof article, pack);
  return observations.map(({ area: read }) => read?.code);
}

test("a paper's city is the article's own where the text speaks of 全市 and nothing of the province", () => {
  const body = "金华日报讯 《浙江省消防条例》施行一年。市消防支队通报，10月全市接报火灾63起。";
  expect(areasWithin("CN-ZJ", "灭火器进了家门", body)).toEqual(["330700"]);
  expect(areasWithin("CN-ZJ", "灭火器进了家门", `${body}全省同期1200起。`)).toEqual(["CN-ZJ", "CN-ZJ"]);
});

test("an office that sits in a city tells of the province that the title names", () => {
  const body = "人民银行沈阳分行9日召开发布会。6月末，全省不良贷款2.1万笔，全省止付资金3亿元。\n上半年检查网点43家。";
  expect(areasWithin("CN-LN", "辽宁金融运行平稳", body)).toEqual(["CN-LN", "CN-LN", "CN-LN"]);
});

test("what one case was of is none of what is told after it", () => {
  check(
    "2024年，我市查扣假货{120批|-|2024..2024-11-20|%}。\n3月2日，义乌民警在一处仓库查获箱包{2160个|-|2024-03-02|@330782|#case|%}。\n截至3月底，挽回损失{1300万元|funds.recovered|..2024-03-31|%}。",
    { published: "2024-11-20", area: "330700" },
  );
});
