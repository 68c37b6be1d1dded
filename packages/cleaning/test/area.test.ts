import { expect, test } from "vitest";
import { cleaned } from "./helpers.ts";

const body = "今年以来共破获案件90起，抓获嫌疑人126名。\n下一步将继续加大宣传防范力度，守住群众的钱袋子。";

async function areaOf(text: string): Promise<string | null> {
  return (await cleaned(text)).articles[0]?.metadata.area?.value.code ?? null;
}

test.each([
  ["the title names a province", `安徽今年前十个月破案数上升\n全省${body}`, "CN-AH"],
  ["its police open the text", `反诈工作再上台阶\n安徽省公安厅公布，${body}`, "CN-AH"],
  ["我省 is said once", `守住钱袋子\n芜湖市警方通报，我省${body}安徽省召开推进会，合肥市作了发言。`, "CN-AH"],
  ["its bank supervision opens the text", `守住钱袋子\n国家金融监督管理总局广东监管局消息，${body}`, "CN-GD"],
  ["the title names a prefecture", `芜湖：反诈宣传进工地\n芜湖市公安机关${body}`, "340200"],
  ["province and prefecture stand together", `安徽芜湖警方打掉一犯罪团伙\n近日，警方${body}`, "340200"],
  [
    "全市 in a county-level city is the city's own",
    `义乌上半年发案下降\n义乌市公安局发布消息，全市${body}全市发案下降。`,
    "330782",
  ],
  ["a county's police open the text", `为民守财\n德清县反诈中心介绍，全县${body}`, "330521"],
  ["a municipality's 全市", `为民守财\n上海市公安局通报，全市${body}`, "CN-SH"],
  ["the outlet is a province's", `为民守财\n2023年12月20日 10:31 来源：安徽日报\n全省${body}`, "CN-AH"],
  ["the dateline names the place", `为民守财\n新华社合肥12月25日电 记者获悉，全省${body}安徽2023年发案下降。`, "CN-AH"],
])("finds an article's own area where %s", async (_what, text, code) => {
  expect(await areaOf(text)).toBe(code);
});

test.each([
  ["names a province in passing", `专项行动见成效\n全国公安机关${body}\n在浙江，金华市公安机关打掉团伙3个。`, "CN"],
  ["is the ministry's", `公安部通报专项行动战果\n公安部今天通报，${body}江苏、浙江公安机关战果突出。`, "CN"],
  [
    "has a dateline of the capital",
    `专项行动见成效\n新华社北京12月25日电 公安部消息，全国公安机关${body}各地2023年发案下降。`,
    "CN",
  ],
  ["compares several provinces", `安徽江西湖南三省联手反诈\n安徽、江西、湖南三省公安机关${body}`, "CN"],
])("takes an article that %s for the whole country's", async (_what, text, code) => {
  expect(await areaOf(text)).toBe(code);
});

test.each([
  ["no name at all", `为民守财\n全省${body}`],
  ["two provinces alike", `安徽江西联手反诈\n安徽、江西两省公安机关${body}`],
  ["only where someone is from", `为民守财\n民警接到安徽籍务工人员张某报警，${body}`],
])("does not know the area of an article with %s", async (_what, text) => {
  expect(await areaOf(text)).toBeNull();
});

test.each([
  [
    "a county only by its short name, and of itself as 全县",
    "枣红了，莫轻信\n秋日的石楼，枣农忙着卖枣。\n县公安局的人说，今年全县被骗案子有61起，破了28起。",
    "141126",
  ],
  [
    "a county-level city by its short name, and of itself as 全市",
    "小城的账\n仪征这座小城，今年全市破获电诈案件78起，抓获嫌疑人112名。",
    "321081",
  ],
  [
    "a county that speaks of itself below a city's headline",
    "定西山村来了反诈课\n通渭县平襄镇的老汉差点被骗。县反诈中心今年劝阻1200人，全县止付860万元。",
    "621121",
  ],
  [
    "a town that is called as another county is",
    "假酒下乡\n入冬的云阳，集市热闹。县市场监管局的人说，今年全县查获假酒860瓶。江口镇的老秦头一回被查。",
    "500235",
  ],
  ["a province as a whole", "公告\n尊敬的客户：本年度，全行在青海省内各网点劝阻客户126人，避免损失874万元。", "CN-QH"],
  ["a city by its by-name", "夜查\n昨夜，冰城交警查处酒驾86起，今年累计查处4100起。", "230100"],
])("finds the area of an article that names %s", async (_what, text, code) => {
  expect(await areaOf(text)).toBe(code);
});

test.each([
  ["by-name in a firm's name", "泉城路店开业\n星城国际酒店昨日开业，全市客商到场，首日接待860人，营业额42万元。"],
  ["county's name that is a word", "安定的日子\n小区越来越安定。县里今年办课60场，全县参加3100人。"],
  ["two counties' short names", "两县携手\n石楼与昔阳两地民警巡河，县公安局今年查获12起，全县参与300人。"],
])("does not take a %s for the article's area", async (_what, text) => {
  expect(await areaOf(text)).toBeNull();
});

const rest = "参与的村民说，办法虽然不新，却很管用。\n接下来，这个办法还要再试一年。";

test.each([
  [
    "a county's short name heads the title",
    `桐乡：蚕农领到第一笔气象理赔\n“雨下到第九天，钱就到账了。”在桐乡洲泉镇，蚕农老费说。${rest}`,
    "330483",
  ],
  [
    "a county's bank is in the title",
    `建设银行如皋桃园路支行留住一笔养老钱\n3月9日，一位老人走进建设银行如皋桃园路支行，要取十万元。${rest}`,
    "320682",
  ],
  [
    "a county's market is in the title",
    `诸城蔬菜批发市场3月4日行情：大葱走低\n受天气影响，今日市场交易量比昨日下降一成。${rest}`,
    "370782",
  ],
  [
    "a county's court is in the title",
    `仁怀法院公开宣判一起假酒案\n酒是真的，瓶子是假的，这起案子拖了两年才弄清。${rest}`,
    "520382",
  ],
  [
    "the dateline is of a county",
    `博斯腾湖芦苇开镰\n天山网博湖11月2日讯　今年的芦苇长到了五米，收割船一早就下了水。${rest}`,
    "652829",
  ],
  [
    "the title tells only of a province's county",
    `湖南一县城的夜校报满了\n夏天，桃江县城的夜校开了十二门课，六百个名额两天报满。${rest}`,
    "430922",
  ],
  ["province and county stand together", `滩涂上的摄影课\n福建省霞浦县的滩涂上，渔民学会了等光。${rest}`, "350921"],
  [
    "a league speaks of itself",
    `我盟第一座牧区冷库启用\n锡林郭勒日报讯　昨日，我盟第一座建在牧区的冷库启用。${rest}`,
    "152500",
  ],
  [
    "a city's account speaks of 我市",
    `我市首个夜间诊室开诊\n2021-06-02 09:10　来源：平安荔浦\n昨晚，我市首个夜间诊室开诊。${rest}`,
    "450381",
  ],
  [
    "a province is only compared with",
    `曹县木工的金牌\n曹县木工小郝在全省技能大赛上拿了金牌。他在曹县学了十一年。${rest}`,
    "371721",
  ],
  [
    "the paper is the province's",
    `荷藕市场开秤\n2019-08-02 来源：江苏法治报\n宝应县射阳湖镇的荷藕市场昨日开秤，头一天就成交了四十吨。${rest}`,
    "321023",
  ],
  [
    "counties of one prefecture are named",
    `苹果套袋用上了机器\n大荔县、蒲城县、富平县的果农今年用上了套袋机，一天能套六千只。${rest}`,
    "610500",
  ],
  [
    "a resident's district is told and the city's office acts",
    `退卡记\n绵阳市涪城区的廖阿姨有一张退不掉的健身卡。\n绵阳市消费者权益保护委员会出面以后，钱退了回来。${rest}`,
    "510700",
  ],
  [
    "customers come from all over the country",
    `枇杷黄了\n进入5月，攀枝花市的枇杷熟了，客商从全国各地赶来。${rest}`,
    "510400",
  ],
  [
    "two provinces work together",
    `界河上的联合巡查\n新华社合肥5月2日电 安徽、河南两地河长1日一起走了界河，清出障碍物九处。${rest}`,
    "CN-AH",
  ],
])("finds the county or city that an article is of where %s", async (_what, text, code) => {
  expect(await areaOf(text)).toBe(code);
});

test.each([
  ["an adjective", `高明的骗术从不着急\n高明的骗子会等，等你自己开口。${rest}`],
  ["a name of a person", `建平老师的最后一课\n建平老师教了四十年书，黑板擦用坏了九十只。${rest}`],
  ["a word of the landscape", `平原上的风车\n平原上的风车不说话，风说话。在平原，人们看风车种地。${rest}`],
  ["a journey's start", `一个人的邮路\n老段从敦煌出发，骑了四个月的车，送出九百封信。${rest}`],
  ["an old part of any town", `老城的钟\n在老城的钟楼底下，有一家修表铺。${rest}`],
  ["mountains", `山里的邮局\n在豫西山区的一个小镇上，邮局只有两个窗口。${rest}`],
])("takes %s for no place", async (_what, text) => {
  expect(await areaOf(text)).toBeNull();
});
