import * as fc from "fast-check";

/**
 * Sentences of Chinese statistical bulletins in the notation of `faults.ts`, made up piece by piece:
 * numbers of all shapes with their units, ranges, dates, hedges, titles, quotations, Latin words, dashes.
 */
export function bulletins(): fc.Arbitrary<string> {
  return fc
    .array(sentence(), { minLength: 1, maxLength: 6 })
    .map((sentences) => sentences.map((parts, index) => parts.join("") + (index % 3 === 2 ? "！" : "。")).join(""));
}

function sentence(): fc.Arbitrary<string[]> {
  return fc.array(fc.oneof(clause(), clause(), aside()), { minLength: 1, maxLength: 5 }).map((clauses) => {
    const separators = ["，", "；", "、", "，", "："];
    return clauses.flatMap((text, index) =>
      index === 0 ? [text] : [separators[index % separators.length] ?? "，", text],
    );
  });
}

/** A subject and its figure. */
function clause(): fc.Arbitrary<string> {
  return fc
    .tuple(time(), fc.constantFrom(...subjects), figure(), fc.constantFrom(...closings))
    .map((parts) => parts.join(""));
}

const subjects = [
  "全市公安机关共破获涉诈案件",
  "反诈专线劝阻潜在受害人",
  "“清源·净网”行动抓获嫌疑人",
  "《反电信网络诈骗法》施行后月均发案",
  "银行网点拦截可疑转账",
  "冒充客服（含快递理赔）类发案占",
  "App推送预警信息",
  "阿依古丽·买买提所在社区走访",
  "“两卡”（电话卡、银行卡）整治涉及",
  "同比",
];

const closings = ["", "", "以上", "左右", "，其中老年人居多", "——创近年新高", "……", "（见附表）"];

function time(): fc.Arbitrary<string> {
  const year = fc.integer({ min: 2015, max: 2026 });
  const month = fc.integer({ min: 1, max: 12 });
  const day = fc.integer({ min: 1, max: 28 });
  return fc.oneof(
    fc.constantFrom("", "", "截至目前，", "据介绍，"),
    fc.tuple(year, month, day).map(([y, m, d]) => `{d:${y}年${m}月${d}日}，`),
    fc.tuple(year, month).map(([y, m]) => `{d:${y}年${m}月}以来，`),
    fc.tuple(month, day).map(([m, d]) => `{d:${m}月${d}日}零时起`),
    fc.tuple(month, month).map(([a, b]) => `{r:${a}—${b}月}`),
  );
}

function figure(): fc.Arbitrary<string> {
  const hedge = fc.constantFrom("", "", "约|", "近|", "逾|", "超过|", "不到|");
  const counted = fc
    .tuple(hedge, amount(), fc.constantFrom(...units))
    .map(([h, a, u]) => `{n:${h}${a}${/[余多]$/u.test(a) ? u.replace(/^[余多]/u, "") : u}}`); // 3万余 and 余名 make 3万余名
  const share = fc
    .tuple(fc.constantFrom("", "约|", "近|"), decimal(), fc.constantFrom("%", "‰", "个百分点", "倍"))
    .map(([h, n, u]) => `{n:${h}${n}${u}}`);
  const range = fc
    .tuple(decimal(), decimal(), fc.constantFrom("%|～|%", "|～|万元", "万|—|万人", "元|—|元", "|-|岁"))
    .map(([a, b, form]) => {
      const [first, connector, second] = form.split("|");
      return `{r:${a}${first}${connector}${b}${second}}`;
    });
  return fc.oneof(counted, counted, counted, share, range);
}

const units = ["起", "名", "人次", "元", "个", "部", "张", "条", "件", "户", "台（部）", "余名", "多条", "公里"];

function amount(): fc.Arbitrary<string> {
  return fc.oneof(
    fc.integer({ min: 1, max: 99_999 }).map(String),
    fc.integer({ min: 1000, max: 9_999_999 }).map((value) => `${value}`.replaceAll(/(?<=\d)(?=(?:\d{3})+$)/gu, ",")),
    fc.tuple(decimal(), fc.constantFrom("万", "亿", "万余", "万多")).map((parts) => parts.join("")),
  );
}

function decimal(): fc.Arbitrary<string> {
  return fc
    .tuple(fc.integer({ min: 0, max: 999 }), fc.integer({ min: 0, max: 99 }))
    .map(([whole, part]) => (part === 0 ? `${whole}` : `${whole}.${part}`));
}

/** What is said in between. */
function aside(): fc.Arbitrary<string> {
  return fc.constantFrom(
    "民警提醒：“不轻信、不转账”",
    "有关部门负责人表示",
    "《关于做好2024年反诈宣传工作的通知》（海反诈〔2024〕5号）明确",
    "登录https://www.example.org/report/2024查询",
    "Telegram等境外App成为引流渠道",
    "要做到“四个一律”",
    "举一反三，压实责任",
  );
}
