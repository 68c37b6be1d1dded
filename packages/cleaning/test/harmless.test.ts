import { expect, test } from "vitest";
import { cleaned } from "./helpers.ts";

/** Clean texts of many kinds: each must come out as it went in. */
const texts: Readonly<Record<string, string>> = {
  "a bulletin with clauses": `关于2023年打击治理工作情况的通报
一、总体情况
2023年1月至11月，全市共立案1,234起，同比下降12.3%；破案987起，破案率79.98%，上升5.2个百分点。
（一）资金返还
累计返还资金1.2亿余元，占冻结资金的三成以上，其中单笔最高达350万元。
（二）宣传防范
开展活动500余场次，发放宣传册10万份，覆盖群众约80万人次。
二、存在问题
部分县（市、区）工作推进不平衡，个别单位重视不够。
某市打击治理工作领导小组办公室
2023年12月20日`,
  "a case report": `一场深夜的追踪
6月2日9时34分，王某在QQ邮箱中收到一封邮件，对方自称“李总”，要求其加入“公司内部群”。
“我当时没有多想，就转了190万元。”王某说，“等反应过来，已经晚了！”
接警后，民警立即启动“接警即止付”机制，30分钟内冻结资金110万元。
“钱保住了？”王某不敢相信自己的耳朵。
“保住了。”民警告诉他，“幸亏报警及时。”`,
  "an interview": `记者：当前总体形势如何，公安机关有什么措施？
负责人：今年以来，全国公安机关持续开展“云剑”“断卡”“断流”行动，取得明显成效。
记者：群众应当如何防范？
负责人：要做到“三不一多”：未知链接不点击，陌生来电不轻信，个人信息不透露，转账汇款多核实。`,
  "law and commerce": `公司融资有了新规定
有关部门公布办法，对平台的广告、促销、会员价格等作出规定，要求不得以“限时优惠”“特价”误导消费者。
办法规定，商家应当公示客服热线，对退货、质保等作出承诺，违者处5万元以上50万元以下罚款。
专家表示，办法的出台将有助于规范直播、招商加盟等行为，保护消费者权益。`,
  "a list of measures": `十条措施守护群众
1.严查涉诈账户，对可疑交易及时预警。
2.清理“两卡”，关停涉案电话号码。
3.加强宣传，推广安装“国家反诈中心”APP。
措施自发布之日起施行，举报电话：96110。`,
  "a weather and traffic piece, with times and ratios": `本市迎来降雪
今晨6:30起，本市普降小雪，气温降至-5℃，能见度不足1公里，G20高速（K120+300处）临时管制。
气象部门预计，降雪将持续到18时，主队以3:2取胜的比赛按时举行，票价80元起不变。`,
  "a table in text": `各地情况如下：
地区\t立案（起）\t同比（%）
甲县\t120\t-3.5
乙县\t85\t+2.1
合计\t205\t-1.2`,
  "English and mixed text": `The report was published in 2023 (in English); it covers 3 cases.
报告提到GOIP、VOIP、POS机等设备，以及P2P平台和App。`,
};

test.each(Object.entries(texts))("leaves %s as it is", async (_kind, text) => {
  const result = await cleaned(text);
  expect(result.text).toBe(text);
  expect(result.articles.flatMap((article) => [...article.removals, ...article.repairs])).toEqual([]);
  expect(result.diagnostics).toEqual([]);
});
