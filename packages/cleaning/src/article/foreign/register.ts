/**
 * The register of offers: how a line is built that wants something of its reader, whatever it is about. No sign names a
 * thing that is sold. The weights (log odds for an offer) follow a logistic fit by scripts/fit-register.ts, rounded.
 */
export const marks = [
  { name: "any", weight: -1.8 }, // every line
  { name: "clipped", weight: 0.3 }, // clauses of three to seven characters
  { name: "drawn", weight: -0.8 }, // clauses of more than eleven
  { name: "parts", weight: 0.3 }, // three clauses and more
  { name: "one", weight: -2.4 }, // a single clause
  { name: "ended", weight: -2.3 }, // a full stop
  { name: "opens", weight: -1.4 }, // a colon before the last clause: what is announced
  { name: "woven", weight: -0.5 }, // 在, 是, 把, 从, 对, 也
  { name: "linked", weight: -0.9 }, // 的
  { name: "past", weight: -0.8 }, // 了, 过
  { name: "persons", weight: -0.7 }, // 他, 我, 自己, 老周
  { name: "quoted", weight: -1.5 },
  { name: "told", weight: -1 }, // 说, 警方, 被
  { name: "dated", weight: -1.7 }, // 五月, 本周六
  { name: "listed", weight: -1.2 }, // 、
  { name: "counted", weight: -0.4 }, // 四十名, 八台: what is counted and not priced
  { name: "sum", weight: -1.9 }, // 六千元, 299元: as sums are told
  { name: "price", weight: 0.3 }, // 猫198, 九块九, 一百二
  { name: "unit", weight: 1.2 }, // 每吨2750, 一斤八块, 八块一平
  { name: "deal", weight: 1.5 }, // 买十送一, 第二件一元, 首月1元, 零首付, 三折
  { name: "scarce", weight: 1.3 }, // 名额, 仅限, 最后三天, 清仓, 前五十名
  { name: "surety", weight: 2.4 }, // 包熟, 无效退款, 不甜不要钱, 假一赔十
  { name: "free", weight: 1.5 }, // 免费, 送两节
  { name: "served", weight: 1.3 }, // 上门, 直发, 随叫随到
  { name: "quick", weight: 1 }, // 当天, 三分钟到账
  { name: "skilled", weight: 2 }, // 老师傅, 祖传, 名师, 十八年经验
  { name: "reach", weight: -0.1 }, // 电话, 加微, 同号, 扫码
  { name: "called", weight: 0.1 }, // 想找伴的, 看过来, 速来
  { name: "bids", weight: 0.9 }, // 招, 收, 转让 at its head
  { name: "fours", weight: 0.3 }, // 快速成交，绝对保密: clauses of four characters
  { name: "choice", weight: 1.8 }, // 均可, 任选, 都要, 也行
  { name: "where", weight: 1 }, // a place at the end: 车市A区08号, 菜场旁
  { name: "public", weight: -1.1 }, // 居民, 身份证原件, 窗口
] as const;

export type MarkName = (typeof marks)[number]["name"];

/** How much a line speaks as offers do: log odds, 0 where it may as well be told. No long line and no sentence does. */
export function registerOf(text: string): number {
  if (text.length < 10 || text.length > 90 || notOffered.test(text) || !worded.test(text)) return -9;
  const measured = marksOf(text);
  let sum = 0;
  for (const { name, weight } of marks) sum += measured[name] * weight;
  return sum;
}

/** A register of less than this is that of no offer. */
export const leastOffer = -0.5;

/** False where the register of a line is surely less than that of any offer: what only offers have is not in it. */
export function mayOffer(text: string): boolean {
  if (text.length < 10 || text.length > 90 || notOffered.test(text) || !worded.test(text)) return false;
  if (offered.test(text) || othersOf(text) > leastOffer - 0.01) return true;
  return text.includes("“") && offered.test(unquoted(text));
}

/** No more than the other marks of a line can add up to. */
function othersOf(text: string): number {
  const clauses = text.split(clauseEnd).filter((clause) => clause !== "");
  const fours = clauses.filter(isFour).length;
  const made =
    Math.min(3, Math.max(0, clauses.length - 2)) + (clauses.length > 1 ? 1 : 0) + (fours > 1 ? Math.min(3, fours) : 0);
  // Every line, prices, and what calls.
  return -1.8 + 0.6 + 0.1 + 0.3 * made;
}

/** Measures the marks of a line. */
export function marksOf(text: string): Record<MarkName, number> {
  const said = unquoted(text);
  const clauses = text.split(clauseEnd).filter((clause) => clause !== "");
  const lengths = clauses.map((clause) => clause.length);
  const mean = lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, lengths.length);
  const count = (pattern: RegExp, most: number, of = said): number => Math.min(most, of.match(pattern)?.length ?? 0);
  const fours = clauses.filter(isFour).length;
  return {
    any: 1,
    clipped: clauses.length >= 2 && mean <= 7 ? 1 : 0,
    drawn: mean > 11 ? 1 : 0,
    parts: Math.min(3, Math.max(0, clauses.length - 2)),
    one: clauses.length === 1 ? 1 : 0,
    ended: /[。；][”」]?$/u.test(text) ? 1 : 0,
    opens: /^[^：，]{2,12}：./u.test(text) ? 1 : 0,
    woven: count(woven, 3),
    linked: count(/的(?![，！!]|$)/gu, 3),
    past: count(/了(?!解)|过(?!门|桥|户|磅|敏)/gu, 2),
    persons: count(persons, 2),
    quoted: text.includes("“") ? 1 : 0,
    told: count(told, 3),
    dated: count(dated, 2),
    listed: text.includes("、") ? 1 : 0,
    counted: count(counted, 2),
    sum: count(sums, 2),
    price: count(price, 2),
    unit: count(unit, 1),
    deal: count(deal, 2),
    scarce: count(scarce, 2),
    surety: count(surety, 2),
    free: count(free, 2),
    served: count(served, 2),
    quick: count(quick, 1),
    skilled: count(skilled, 1),
    reach: count(reach, 2),
    called: count(called, 1),
    bids: bids.test(text) ? 1 : 0,
    fours: fours >= 2 ? Math.min(3, fours) : 0,
    choice: count(choice, 1),
    where: where.test(text) ? 1 : 0,
    public: count(publics, 2),
  };
}

function unquoted(text: string): string {
  return text.replaceAll(/“[^”]*”?/gu, "");
}

function isFour(clause: string): boolean {
  return /^\p{Script=Han}{4}$/u.test(clause);
}

const notOffered = /[。；：:，、][”」]?$|\uFFFD/u;
// Matches what has eight Chinese characters; must not match `A. 北京`.
const worded = /(?:\p{Script=Han}[^\p{Script=Han}]*){8}/u;
const clauseEnd = /[，。！？；：、\s,!?;:|｜]+/u;
const woven = /[在是把将从对向与和并也就却还又而但于]|因为|所以|如果|应当?(?!季)|须/gu;
const persons =
  /[他她它我]|自己|老(?!师|板|人|年|店|酒|花|字|中|用|车|手|式|家|品|会|客|公|婆|瓷|钱|北|寒)\p{Script=Han}(?=[，、一不])|[某甲乙丙丁]/gu;
const told =
  /[说称道讲](?=[，：“]|$)|被(?!套|子|芯)|警|骗|法院|判|案|涉|嫌|民政|派出|村[民委]|记者|近日|今年|去年|同比|介绍|表示|通报|图为|志愿者|投诉|追回|罚|执法|难(?=[，？]|$)|假(?!一|期|日|作)/gu;
// Matches `5月3日`, `上周六`; must not match `周六现杀`.
const dated =
  /\d月|[一二三四五六七八九十]月(?!付|租|子|饼)|本月|本周|上周|年底|[早晚上下]午?[一二三四五六七八九十\d]{1,2}点|\d{4}年/gu;
// Matches `四十名`, `两部`; must not match `前五十名`.
const counted =
  /(?<![前送第限仅剩减余\p{Script=Han}][一二三四五六七八九十\d]{0,3})[一二两三四五六七八九十百千\d]{1,5}(?:名|人|部|户|座|家|处|辆|起|个|条|层)/gu;
// Matches `六千元`, `299元`; must not match `元旦`.
const sums = /[\d一二两三四五六七八九十百千万亿角分余多]元/gu;
// Matches `猫198`, `九块九`, `一百二`, `只要两百`; must not match `2019年`, `一百二十人`.
const price =
  /(?<=\p{Script=Han})\d{2,5}(?=[，,、\s\p{Script=Han}]|$)(?![年月日时分秒个名人家条多余号楼户部度元吨米公千万亿斤亩件次岁])|[一二两三四五六七八九十百半\d]块|[百千万][一二三四五六七八九](?![十百千万年月日个名起件条人])|[只仅][要需售收][一二两三四五六七八九十\d]/gu;
// Matches `每吨2750`, `一斤八块`, `八块一平`, `每桌两千`, `一台三百`; must not match `每人发言`.
const unit =
  /[每一][\p{Script=Han}]{1,2}(?:只要|仅)?[一二两三四五六七八九十百千\d][一二两三四五六七八九十百千\d.]*(?:元|块|毛|$|[，,起])|(?:元|块|[百千][一二三四五六七八九]?)[一每/](?:\p{Script=Han})(?=[，,起]|$)/gu;
// Matches `买十吨送一吨`, `第二部位半价`, `首月仅需1元`, `零首付`, `二折起`, `满两百减`, `再减三百`.
const deal =
  /[买满拍办充买消冲][一二两三四五六七八九十百千\d]{1,4}\p{Script=Han}{0,2}[送减赠立得收发]|第[二三]\p{Script=Han}{1,2}(?:半价|[一二三四五六七八九\d])|首[月单周次充年节期付]\p{Script=Han}{0,2}[一二两三四五六七八九十零\d翻免]|[零0无](?:首付|元(?!件)|押金|利息|投入)|[一二三四五六七八九\d]{1,2}折|折起|半价|[再立直]减|[抵补省](?:[一二两三四五六七八九十百千\d]{2,5}|八)|优惠|特惠|打包价|一口价|年[交存领]|[每按][年月]领|月[付供]|团购|原价|现价|低价|押一付|分期|按揭|置换|以旧换新|样品价|再领|九块九|不另|含[水三早司油税运]/gu;
const scarce =
  /名额|仅[限此剩余]|限[量时女男]|只限|最后[一二三四五六七八九十\d]{1,3}[天套名位台席]|清仓|清[库盘]|[只还]剩|先[到来]先|前[一二三四五六七八九十百\d]{1,4}[名位]|不等人|即止|截单|急[转出卖售用缺]|抢[先早票到]|处理价?|库存|尾货|断码/gu;
// Matches `包熟`, `无效退钱`, `不甜不收钱`, `假一赔十`; must not match `包里`, `包裹`, `退休`.
const surety =
  /[，、\s\p{Script=Han}](?:死苗)?包(?![里裹装含括围间房子饭着车厢月年机])(?:[\p{Script=Han}]{1,3}(?=[，,！]|$))|保[真修过熟甜本质密](?!障)|[无不]\p{Script=Han}{1,4}(?:退|不收?要?钱|不收费|免费重|重种|上门拉走|分文|换人|不要)|退(?:全?款|钱|货|服务|官|三倍|换)|假一|[赔保][一二三四五十\d]|质保|正品|绝对|放心|满意|当[面场](?:点|付|结|解|看)|不成功|可验|信得过|(?:先[\p{Script=Han}]{1,3}[后再](?:[付交收签结]\p{Script=Han}?|拿))|试[用听睡戴吃看喝]|先[尝品]|不(?:伤|推销|加价|脱产|走样|掺假|押车|收押金|变形|反弹)|无(?:痛|副作用|弹窗|删减|痕|拆修|广告|折旧|忧)/gu;
const free =
  /免费|不[要收]钱|不收费|免[单押抵门安鉴开试服一人]|[送赠](?=[\d\p{Script=Han}])(?!到[^楼家])|全包|[全底]\p{Script=Han}?送/gu;
const served =
  /上门|到家|送(?:货|到[楼家地病]|装)|直[发供销卖达营]|厂[家价]|批发|定[制做]|一对一|套餐|一条龙|现[货摘捞杀烤做款]|自[提取]|随[叫时到]|到店|代[办购充账理]|可[租看置上试贷]|拎包|专[业治车线人]|(?:二十四|24)小时|同城|全[国城市程](?:可|包|通|陪|配|上|四)|包邮|顺丰|发货|下单|拍下|接单|承接|出租|转让|回收|私聊|报价|加盟|出手|最新章节|无弹窗|全[文集本](?:阅读|听书)/gu;
const quick =
  /当[天日](?:入|放|住|结|做|到|取|报|能|出|拿|提|装|发)|[一二三四五十半\d]{1,3}(?:分钟|小时)(?:到|内|送|出|取|完|上)|秒(?:出|到|批|杀)|立[等刻即]|急速|即[做可刻日]|日结|当天|快速|速[来看抢]|随时/gu;
const skilled =
  /老师傅|祖(?:传|上)|名[师医校]|大师|专家|资深|(?:[一二三四五六七八九十\d]{1,3}年)(?:老|经验|侦|品|信)|经验|老[店字]|古[方法]|正宗|正规|秘[方制]|传人|导师|顾问|红娘|手法|高手/gu;
const reach =
  /电话|热线|加[微我群薇Vv]|微信|同号|扫码|私[聊信]|联系|客服|进群|群[里主]|小黄车|链接|网址|QQ|qq|vx|VX|来电|1[3-9]\d{9}|\d{3,4}-\d{6,8}|复制|长按|点(?:击|这|开就)|咨询|报名|预[约订定]|了解/gu;
// Matches `想找伴的，`, `看过来`, `腰酸腿疼的来试试`, `离异带孩的姐姐`; must not match `想了想，`.
const called =
  /看过来|速[看来]|[想要懂有需爱喜缺].{1,8}[的者](?:[，！看来进加联找请]|姐|朋友|老板|家长|$)|有意者|的来(?:[，！]|试|$)|(?:家长|宝妈|姐妹|朋友|老板|街坊)们?[，！]?(?:看|来|速|注意|都)|勿扰|？|急用钱|[诚]心/gu;
const bids = /^(?:【?[招聘收租售卖转修换寻征急诚高长专代承出批招疏洗开学])/u;
const choice =
  /均可|任[选挑你意]|都[要收行接能治办]|也[行收接]|不限|随便|可谈|面议|好商量|齐[全备]|俱全|应有尽有|全[有套留包送办]|想\p{Script=Han}就/gu;
// Matches `市西车市A区08号`, `文化路9号`, `菜场东门口`, `体育馆对面`.
const where =
  /(?:\d+号\p{Script=Han}{0,2}|[A-Z]区|[门路街巷桥]口|对面|[旁侧]|隔壁|[一二三四负\d]+[楼层]|楼[上下]|车站旁|总店|分店|三店\p{Script=Han}{2})$/u;
const publics =
  /居民|市民|群众|村民|旅客|患者|考生|原件|复印件|窗口|社区|补贴|企业|岁以[上下]|应|须|报警|拨打1|征兵|接种/gu;
/** What only offers have, and what weighs much in them: see `marks`. */
const offered = new RegExp(
  [unit, deal, scarce, surety, free, served, quick, skilled, bids, choice, where].map(({ source }) => source).join("|"),
  "u",
);
