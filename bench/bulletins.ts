/** Bulletins of 36 months and many places, as an archive of years holds them: always the same, no two alike. */

/** An article with the name of its file. */
export interface Bulletin {
  readonly file: string;
  readonly text: string;
}

type Random = (below: number) => number;

const places =
  "全国|河北省|山西省|辽宁省|吉林省|黑龙江省|江苏省|浙江省|安徽省|福建省|江西省|山东省|河南省|湖北省|湖南省|广东省|海南省|四川省|贵州省|云南省|陕西省|甘肃省|青海省|太原市|大连市|南京市|杭州市|合肥市|厦门市|南昌市|青岛市|郑州市|武汉市|长沙市|深圳市|成都市|贵阳市|昆明市|西安市|兰州市".split(
    "|",
  );
const papers = "晨报|日报|晚报|法治报|政务网".split("|");
const titles =
  "打击治理电信网络诈骗犯罪情况通报|反诈工作月度情况|公安机关通报反诈成效|电信网络诈骗形势分析|守护群众“钱袋子”".split(
    "|",
  );
const openings =
  "公安机关坚持打防结合，会同金融、通信等部门推进源头治理|各地把预防放在前面，社区民警走村入户讲解防骗知识|有关部门完善预警劝阻机制，对高危受骗人群逐一回访|专案组梳理线索，循线追查提供转账和引流的团伙".split(
    "|",
  );
const fillers =
  "办案民警介绍，骗子常以客服退款、兼职返利为由诱导群众转账，得手后迅速把钱分散到多个账户|社区里挂起了横幅，志愿者在菜市场和车站发放宣传页，许多老人当场装上了防骗软件|银行柜员发现老人急着汇款而说不清对方是谁，便一边安抚一边报警，民警赶到后耐心劝解|通信企业对异常号码及时关停，并把新出现的话术整理成提示短信发给用户|检察机关提前介入，引导侦查人员固定电子证据，确保案件办得扎实|一些群众在网上投资时轻信所谓内部消息，等到无法提现才知道上当|警方提醒，凡是要求共享屏幕、提供验证码的都要提高警惕，遇到可疑情况先挂断电话再核实".split(
    "|",
  );
/** What is counted, about how many of it a place has in a month, and how a bulletin says it. */
const deeds: readonly (readonly [monthly: number, say: (count: number, change: string) => string])[] = [
  [300, (count, change) => `共破获电信网络诈骗案件${count}起，${change}`],
  [420, (count, change) => `抓获犯罪嫌疑人${count}名，${change}`],
  [8100, (count) => `紧急止付涉案资金${count}万元`],
  [1900, (count) => `成功劝阻潜在受害人${count}人次`],
  [650, (count, change) => `电信网络诈骗案件立案${count}起，${change}`],
  [700, (count) => `返还群众被骗资金${count}万元`],
  [12, (count) => `打掉犯罪团伙${count}个`],
];

/** How many of a deed a place counted in the months `from` to `to` of a year: the same in every bulletin. */
function counted(place: number, deed: number, year: number, from: number, to: number): number {
  let sum = 0;
  for (let month = from; month <= to; month++) {
    const random = generator(((place * 16 + deed) * 64 + (year - 2000)) * 16 + month);
    sum += Math.round(((deeds[deed]?.[0] ?? 0) * (60 + random(80)) * (place === 0 ? 40 : 1)) / 100);
  }
  return sum;
}

/** The change on the year before, as a bulletin states it: one decimal, rounded. */
function changeOf(now: number, before: number): string {
  const tenths = Math.round((1000 * (now - before)) / before);
  return tenths === 0 ? "与上年同期持平" : `同比${tenths > 0 ? "上升" : "下降"}${(Math.abs(tenths) / 10).toFixed(1)}%`;
}

/** The bulletin of a number, one of `total` that are spread evenly over January 2021 to December 2023. */
export function bulletin(number: number, total: number): Bulletin {
  const random = generator(number + 1);
  const pick = <T>(list: readonly T[]): T => list[random(list.length)] as T;
  const months = Math.floor((number * 36) / total);
  const year = 2021 + Math.floor(months / 12);
  const month = (months % 12) + 1;
  const at = random(places.length);
  const place = places[at] ?? "";
  const day = 8 + random(20);
  const [when, from, to, of] = ((): readonly [string, number, number, number] => {
    const last = month - 1;
    if (month === 1 || random(3) === 0) return [`${year - 1}年`, 1, 12, year - 1];
    return random(2) === 0 ? [`${year}年${last}月`, last, last, year] : [`${year}年1至${last}月`, 1, last, year];
  })();
  const said = (deed: number): string => {
    const count = counted(at, deed, of, from, to);
    return deeds[deed]?.[1](count, changeOf(count, counted(at, deed, of - 1, from, to))) ?? "";
  };
  const first = random(deeds.length);
  const figures = [0, 1 + random(2), 3 + random(2)].map((step) => said((first + step) % deeds.length)).join("，");
  const paragraphs = Array.from({ length: 2 + random(5) }, () => {
    const sentences = Array.from({ length: 2 + random(3) }, () => pick(fillers));
    return `${sentences.join("。")}。`;
  });
  const lines = [
    `${place}${pick(titles)}`,
    `${year}年${month}月${day}日 来源：${place}${pick(papers)}`,
    `${pick(openings)}。${when}，${place}${figures}。`,
    ...paragraphs,
    `有关负责人表示，下一步将继续加大打击力度。编号${number}。`,
  ];
  const id = `${number}`.padStart(`${total}`.length, "0");
  return { file: `${year}-${`${month}`.padStart(2, "0")}/${id}.txt`, text: `${lines.join("\n")}\n` };
}

/** Numbers that look random and are the same for the same seed (Numerical Recipes' linear congruence). */
function generator(seed: number): Random {
  let state = Math.imul(seed, 2_654_435_761) >>> 0;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}
