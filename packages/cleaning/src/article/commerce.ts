/** A kind of word that selling needs, with what one mention weighs. */
const kinds: readonly (readonly [weight: number, pattern: RegExp])[] = [
  // A telephone number: `0351-1234567`, `0351 123 4567`, `400-123-4567`, `13812345678`; must not match `2023-12-20`, `123456789012`.
  [
    2,
    /(?<![\d.-])(?:0\d{2,3}[-\s—]?\d{3,4}[-\s]?\d{3,4}|[48]00[-\s]?\d{3,4}[-\s]?\d{3,4}|1[3-9]\d[-\s]?\d{4}[-\s]?\d{4})(?![\d.%万亿元])/gu,
  ],
  // How to come or call: `咨询热线`, `地址：`, `扫码`; must not match `热线平台` in prose (weighs little alone).
  [
    1.5,
    /热线|咨询|预约|客服|扫码|扫描?二维码|加微信|微信号|vx|(?:项目|门店|公司|店铺|展厅|详细|活动|学校|医院)?地址\s?[:：|丨｜]|电话\s?[:：|丨｜]|官方?网站?\s?[:：]|淘宝|旗舰店|公众号|到店|门店|诚邀|恭迎|莅临|品鉴/giu,
  ],
  // An offer: `5折`, `元起`, `限时`; must not match `打击`, `486起`.
  [
    1.5,
    /\d(?:\.\d)?折|[元折￥¥]起(?!案|诉)|特价|优惠|促销|折扣|限时|限量|抢购|秒杀|[钜巨]惠|特惠|赠送|送好礼|免费(?:试|体验|领|咨询|送|量|测|接送|品尝|设计|上门)|包邮|满\d+元?[减送]|赠(?!予|与|言)|首付|开盘|热销|现房|清盘|样板间|加盟|招商|招生|报名|盛大|选购|订购|团购|抢订|代理商?|诚招|诚聘|招聘|月薪|底薪|高薪|包吃住|低息|无抵押|当天放款|秒到账|质保|厂家直销|直销|新款|上市|爆款|会员价|原价|现价|活动价|惊爆价|售价|￥|¥|价格/gu,
  ],
  // Loans, cures and courses: `日息低至`, `祖传秘方`, `通过率92%`; must not match `涉案资金`.
  [
    1.5,
    /急用钱|可[借贷]\d|最高可[借贷]|最高\d+万|日息|月息|年化|秒批|放款|到账|借款|贷款|信用贷|额度|专治|祖传|秘方|名医|坐诊|首诊|疗程|康复|治愈|有效率|疗效|患者|失眠|风湿|调理|通过率|上岸|学员|保过|辅导班?|培训(?:班|机构|学校)?|面授|网课|零基础|立减|立即(?:申请|领取|下载|咨询|报名|抢购|体验|预约)|点击(?:下方|链接|领取|申请)|[领抢]红包|注册即?送/gu,
  ],
  // How many are said to have bought: `已有320万用户`; must not match `已有320名群众`.
  [
    2,
    /已(?:有|帮助|服务|助力|为)?[^，。\d]{0,6}\d[\d.]{0,8}[万亿千]?[余多]?[名位个家]?(?:用户|客户|患者|学员|会员|粉丝|考生|家长|业主|车主)/gu,
  ],
  // Advertisements in a newspaper say so: `广告 某店`; must not match `广告费`.
  [2, /^\s?广告(?=[\s:：|丨])/gu],
  // Rooms and floor space: `三室两厅`, `115㎡`; must not match `5平方公里`.
  [
    2,
    /[一二三四五六1-6两]室[一二三1-3两]厅|\d(?:㎡|m²|m2|平米)|户型|楼王|洋房|平墅|别墅|学区|高层|容积率|精装|交房|交付/giu,
  ],
  // Praise: `尊享`, `臻美`; must not match `珍惜`.
  [
    0.8,
    /尊享|臻|奢|典藏|匠心|至尊|甄选|焕新|尽享|惊喜|火爆|倾城|绽放|美学|品质(?:生活|保证|之选)|首选|值得信赖|百年|老字号|正品|名师|一对一|包过|无效退款|根治|祛斑|美白|减肥|瘦身|植发|口腔|种植牙|近视|男科|妇科|养生|滋补|口感|醇香|舌尖|美味|畅享|轻奢|旗舰|豪华|新风尚|人生|梦想|艺术(?:生活|品质)?|居所|府邸|墅|苑|御|邸/gu,
  ],
  // Speaking to a buyer: `欢迎`, `敬请`; must not match `请示`.
  [
    0.8,
    /欢迎(?:您|来|致电|光临|选购|咨询|品尝|加入|新老)|敬请|快来|赶快|赶紧|速来|详情(?:请|咨询|见)|火热|等您|等你|等着你|不容错过|机不可失|先到先得|送完即止|解释权/gu,
  ],
];

/** How much a line sells: the weights of the kinds of selling words in it, each kind up to three times. */
export function commerceOf(text: string): number {
  if (text.length > 400) return 0;
  let sum = 0;
  for (const [weight, pattern] of kinds) {
    const seen = new Set(text.match(pattern) ?? []);
    sum += weight * Math.min(3, seen.size);
  }
  if (sum === 0) return 0;
  // Telephone numbers of the police and of reporting are the article's.
  if (/举报|报警|投诉|警方|公安|民警|派出所|反诈|法院|检察/u.test(text)) sum -= 3;
  // Figures set against those of another time are a report's.
  if (/同比|环比|同期|[比较](?:去|上|前)|(?:案件|嫌疑人|犯罪|立案|发案|破案|起诉|受害人|被害人)/u.test(text)) sum -= 3;
  return Math.max(0, sum);
}

const spamWords =
  /娱乐(?:城|场|平台|官网)?|体育(?:平台|官网|app|投注)|彩票|开奖|棋牌|博彩|赌场|赌博(?:网|平台)|投注|葡京|百家乐|老虎机|捕鱼|真人|六合|时时彩|官网|下载|app|登录|注册|网址|入口|在线(?:观看|播放)?|免费(?:观看|视频|下载)?|视频|直播|小说|影院|高清|无码|成人|私服|外挂|代开|发票|办证|刻章|信用卡套现|网赚|刷单兼职|排名|优化|友情链接|站长|备用网址|手机版|安卓|苹果版|最新版|客户端|开户|平台/giu;

/** Tells whether a line is a string of search words: tokens without a sentence, several of spammers' words. */
export function isSpam(text: string): boolean {
  if (text.length < 8 || text.length > 600 || /[。；！？]/u.test(text)) return false;
  const tokens = text.split(/[\s,，、|丨｜_/·\-—–]+/u).filter((token) => token !== "");
  const words = new Set((text.match(spamWords) ?? []).map((word) => word.toLowerCase()));
  if (/https?:\/\/|www\.|\.(?:com|cn|net|cc|vip|top)\b/iu.test(text) && words.size >= 2) return true;
  return tokens.length >= 3 && words.size >= 3 && tokens.every((token) => token.length <= 24);
}
