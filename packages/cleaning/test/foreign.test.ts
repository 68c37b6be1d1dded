import { expect, test } from "vitest";
import { cleaned, removed } from "./helpers.ts";

const article = [
  "某市公安机关打击诈骗犯罪成效明显",
  "今年以来，某市公安机关紧盯电信网络诈骗犯罪，共破获案件90起，抓获犯罪嫌疑人126名。",
  "市公安局有关负责人介绍，公安机关与银行、通信企业建立协作机制，累计劝阻群众3.2万人次。",
  "下一步，全市公安机关将持续开展宣传防范，守住群众的钱袋子。",
];

function withBlock(block: readonly string[], after: number): string {
  return [...article.slice(0, after), ...block, ...article.slice(after)].join("\n");
}

const blocks: Readonly<Record<string, readonly string[]>> = {
  advertisement: ["云山府邸", "臻藏湖景 三室两厅 126㎡ 首付30万元起", "品鉴热线：0700-1234567"],
  "advertisement of a school": [
    "名师辅导 暑期班火热报名",
    "一对一辅导 5折优惠 限时抢购",
    "咨询电话：13800000000 微信同号",
  ],
  "advertisement in a sentence": ["本店新款上市，全场3折起，欢迎新老顾客到店选购，订购热线400-123-4567。"],
  "advertisement of a loan": [
    "急用钱？找速速贷！",
    "最高可借30万元 日息低至0.03%",
    "已有150万用户借款",
    "点击下方链接立即申请",
  ],
  "advertisement of a cure": ["专治风湿 祖传秘方", "已帮助2.3万名患者康复 有效率96%", "微信：abc123"],
  "advertisement of a course": ["教师资格培训 通过率95% 已有3万名学员上岸", "报名立减500元"],
  "share-bar with counts": ["阅读 2.7万 点赞 318 评论 46"],
  "related-news with numbers": ["热门推荐", "1 男子买彩票忘领奖", "2 外地警方破获盗窃案，抓获嫌疑人7名"],
  "search-spam": ["某某娱乐城官网 | 棋牌下载 | 彩票注册送88元 | 手机版app下载"],
  breadcrumb: ["首页 > 新闻中心 > 本地要闻 > 正文"],
  "share-bar": ["分享到：微信 微博 QQ空间 打印 关闭"],
  disclaimer: ["声明：本文转载自网络，版权归原作者所有，不代表本站观点，如有侵权请联系我们删除。"],
  "self-promotion": ["扫描二维码关注“某某发布”微信公众号，获取更多资讯。"],
  "running-head": ["— 3 —"],
  licence: ["版权所有：某某网 ICP备12345678号 某公网安备12345678901234号"],
  "editor-line": ["责任编辑：张三 审核：李四"],
  "page-data": ["发布时间：2023-12-20 10:31 来源：某某网 点击：123次 字号：大 中 小"],
};

test.each(Object.entries(blocks))(
  "removes %s wherever it stands, and no sentence of the article",
  async (name, block) => {
    const [kind] = name.split(" ");
    for (const after of name === "page-data" ? [1] : [2, 3, 4]) {
      const result = await cleaned(withBlock(block, after));
      expect(result.text).toBe(article.join("\n"));
      expect(removed(result, kind ?? "").join("\n")).toBe(block.join("\n"));
    }
  },
);

test("keeps lines of figures, however short, and a fraud's words that someone quotes", async () => {
  const text = [
    ...article,
    "各类指标如下",
    "破获案件 90起 73起",
    "抓获嫌疑人 126名 98名",
    "（数据截至6月底，由市局提供）",
    "由1月的19起降至6月的12起",
    "发案由去年的91起降到68起，破案45起",
    "“刷单兼职，日赚200元，扫码加入。”",
    "“无抵押贷款，最高可借30万元，当天放款。”",
    "这些都是骗子的话术，市民切勿相信。",
  ].join("\n");
  expect((await cleaned(text)).text).toBe(text);
});

test("removes a list of related news with its head, up to the end", async () => {
  const block = ["相关阅读", "外地警方破获一起网络赌博案", "春运首日客流平稳", "本市气温明显回升"];
  const result = await cleaned(withBlock(block, 4));
  expect(result.text).toBe(article.join("\n"));
  expect(removed(result, "related-news")).toEqual([block.join("\n")]);
});

test("removes editors in brackets and pagers", async () => {
  const result = await cleaned([...article, "（责任编辑：张三）", "上一篇：某地召开会议", "下一篇：没有了"].join("\n"));
  expect(result.text).toBe(article.join("\n"));
});

test("keeps what only looks like an advertisement: reporting lines, quoted offers, figures, addresses of cases", async () => {
  const text = [
    ...article,
    "举报电话：0700-1234567，群众发现线索可拨打110报警。",
    "嫌疑人以“低息无抵押贷款、当天放款、限时优惠”为幌子，诱骗群众拨打客服热线，骗取50万元。",
    "民警提醒，不要点击“免费领取”“中奖”等短信链接，不要扫描陌生人发来的二维码。",
    "案例一：刷单返利",
    "被害人张某在微信群看到高薪招聘兼职广告，报名后被骗12万元。",
  ].join("\n");
  expect((await cleaned(text)).text).toBe(text);
});

test("keeps headline and dateline between spam and the article", async () => {
  const spam = ["棋牌游戏下载 注册送88元 首存100送100", "专业贷款 无抵押 秒到账50万元 24小时在线客服"];
  const result = await cleaned([...spam, ...article].join("\n"));
  expect(result.text).toBe(article.join("\n"));
});

test.each([
  "投稿邮箱：abc@example.cn",
  "原帖地址：http://bbs.example.cn/thread-1-1.html",
  "第A03版",
  "03版 要闻",
  "3/12",
  "【纠错】",
  "↓↓↓点击阅读原文",
  "点赞 在看",
  "关注公众号 了解更多反诈知识",
  "本文来源于某某网，版权归原作者所有",
  "版权归某某日报社所有",
  "上一版 下一版",
  "— END —",
  "广告",
])("removes %j at the end and keeps the dateline before it", async (line) => {
  const own = [...article, "据某某社某市12月25日电"];
  expect((await cleaned([...own, line].join("\n"))).text).toBe(own.join("\n"));
});

test.each(["下一步，研究团队", "昨晚，市射箭锦标赛", "馆内设有恒温展柜，并", "沿线每隔两公里设一处泵站，从"])(
  "keeps the half of a sentence that a break left: %s",
  async (half) => {
    const rest = "在原址建设两座观测站，逐月记录水位、水温和含沙量的变化。";
    const text = `湖区水文站恢复观测\n昨日，湖区水文站恢复观测。站长李恒说，设备停用了四年，今年春天才修好。\n${half}\n\n${rest}`;
    expect((await cleaned(text)).text.replaceAll("\n", "")).toContain(`${half}${rest}`);
  },
);
