import { describe, test } from "vitest";
import { check } from "./check.ts";

const facts = { published: "2024-07-05", area: "CN-JX" };

describe("figures that state nothing", () => {
  test.each([
    // Laws and what they order.
    "反电信网络诈骗法第四十条规定，违法所得不足二十万元的，处五十万元以下罚款。",
    "民警说，刑法规定，骗取三千元以上的，处三年以下有期徒刑。",
    "检察官解释，数额巨大的标准是三万元以上。",
    "交警提醒：车速超过每小时100公里时，应当保持100米以上的距离。",
    "民警提醒：刷单返利都是坑，每单返5元只是鱼饵。",
    "法官说，骗取三千元至一万元以上即可认定数额较大。",
    "银行说，伪造证件最高可被罚款500万元。",
    "镇里要求，反诈宣传每周不少于4次。",
    // Plans of an earlier clause.
    "市里提出，力争下半年发案再降10%，确保破案率不低于55%。",
    "会议要求，到明年6月底，全省电诈发案数要压降三分之一以上。",
    // What is only supposed, and rumours.
    "假如每人每天接到一个诈骗电话，一年就是三百多个。",
    "如果没有拦住，这家人还要再转两三百万元。",
    // Demands, limits, advice, forecasts and pay.
    "9月份要把发案压到200起以内，破案率不低于45%。",
    "市局部署，各县年底前至少再打掉2个团伙。",
    "今年的任务是：破案率提升到50%以上。",
    "警方建议，单笔5万元以上的转账要二次确认。",
    "专家预计，全年损失或突破3亿元。",
    "开学季，他们还要走完40所学校。",
    "护林员老周每月能拿两千多块。",
    "守夜的小伙是三百块钱一晚雇来的。",
    "专家预计，下半年损失或突破3亿元，比去年多出5000万元。",
    "年底前，各镇反诈工作站建成率须达到九成。",
    "下半年，全市电诈损失金额要控制在去年同期水平之下，下降15%。",
    "各单位务必把劝阻成功率保持在97%以上，确保三季度发案环比下降8%。",
    "明年的主要目标是：发案数下降一成，破案率提高3个百分点，劝阻群众5万人。",
    "会议强调，各县要乘势而上，打掉团伙40个，捣毁窝点60处。",
    "2025年，市局将持续深化源头治理，止付金额保持在3亿元以上。",
    "警方辟谣：网传“某地一周骗走二十名学生”不实。",
  ])("%s", (text) => {
    check(text, facts);
  });

  test.each([
    // Whom a sentence counts, though it names the sentence.
    "2023年，全省法院判处电诈罪犯{1960人|suspects.convicted|2023}，其中判处五年以上有期徒刑的{352人|suspects.convicted|2023}。",
    // What has been reached, and what a warning tells.
    "去年，全省破案率达到{52%|cases.solve_rate|2023}，发案控制在{9000起|cases.reported|2023|~max}以内。",
    "民警提醒，2023年全省已有{3200人|victims.count|2023}被骗。",
    // 要 and 确保 that ask for nothing of the figure.
    "2023年，全省主要电诈类型破案率达到{61%|cases.solve_rate|2023}。",
    "2023年，全省要回被骗资金{3100万元|funds.recovered|2023}，必须说，来之不易。",
    "为确保假期平安，2023年全省共止付资金{2.1亿元|funds.stopped|2023}。",
    "2023年，全省破案{3200起|cases.solved|2023}，完成了全年任务。",
    // A law that is only named.
    "反电信网络诈骗法施行以来，2023年全省破获电诈案件{900起|cases.solved|2023}。",
  ])("but: %s", (text) => {
    check(text, facts);
  });
});
