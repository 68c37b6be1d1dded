import { type Area, areaByCode, type Organisation } from "@jianbao/model";

/** The words by which a territory is told. */
interface RegionWords {
  readonly code: string;
  /** Its places, its authorities and its money. */
  readonly own: RegExp;
  /** Words that its papers use and others hardly do. */
  readonly usual: RegExp;
}

/** How papers of Hong Kong, Macao and Taiwan speak of their own territory. */
const regions: readonly RegionWords[] = [
  {
    code: "CN-HK",
    // Matches `全港`, `食环署`, `屯门`; must not match `全港口`, `屯门户`.
    own: /[全本]港(?![口区务])|港九|九龙(?![坡江湖])|新界(?![定限])|港岛|屯门(?!户)|元朗|沙田(?!镇)|荃湾|葵[涌青芳]|观塘|黄大仙|深水埗|油尖旺|旺角|尖沙咀|油麻地|铜锣湾|湾仔|中环(?!线)|鲗鱼涌|将军澳|天水围|粉岭|东涌|红磡|土瓜湾|启德|香港仔|警务处|香港警方|香港海关|消防处|入境(?:事务)?处|惩教署|食环署|渔护署|卫生署|运输署|环保署|劳工处|屋宇署|房(?:屋)?署|地政总署|社(?:会福利)?署|医管局|食物?安全?中心|金管局|积金局|消委会|申诉专员|竞委会|知识产权署|通讯(?:事务管理)?局|电讯商|港铁|廉政公署|廉署|律政司|立法会|特区政府|裁判法院|商业罪案调查科|万?亿?港元/gu,
    usual:
      /[^\p{Script=Han}]按[年月](?=[升跌增减上下])|(?<=\d)宗|拘捕|检获|录得|较前年|货柜|的士|长者|接获|工厦|唐楼|劏房|警司|督察|探员|本地男子|提堂|候查|市值约|怀疑(?=[可氯海大冰毒])|公布，(?:今|去)年/gu,
  },
  {
    code: "CN-MO",
    own: /[全本]澳(?![大洲])|氹仔|路环岛?|关闸|保安司|司法警察局|司警|治安警(?:察局)?|澳门海关|澳门元|葡币/gu,
    usual: /(?<=\d)宗|拘捕|录得|按[年月](?=[升跌增减上下])/gu,
  },
  {
    code: "CN-TW",
    // Matches `全台`, `法务部`, `新北`, `113年1至6月`; must not match `全台资`, `江西北`, `113年的老店`.
    own: /[全本]台(?![资商湾机币])|(?<![\p{Script=Han}])台[北中南东](?![\p{Script=Han}]{0,2}[路镇村])|新北(?![区方])|桃园市|高雄|高市|基隆|新竹|苗栗|彰化|南投|云林县?|嘉义|屏东|宜兰|花莲|澎湖|金门(?!大桥)|刑事(?:警察)?局|警政署|移民署|海巡署|法务部|调查局|[地高]检署|行政院|立法院|监察院|内政部|卫福部|食药署|消防署|健保署|关务署|廉政署|金管会|通传会|智财局|新台币|台币|(?<![\d.])1[01]\d年(?=[上下全度第\d])/gu,
    usual:
      /查扣|取缔|嫌犯|机车|裁罚|开罚|告发|民众|业者|家次|安非他命|恺他命|K他命|毒品咖啡包|毒咖啡包|毒品危害防制|员警|犯嫌|侦结|函送|声押|缓起诉|海巡|药头|起出|讯后|检警|检方|刑大|警分局|市警局|交通大队|肇事|公吨|稽查/gu,
  },
];

/** What articles of the mainland speak of, in whatever script they are printed; the mainland's police in others' words is none. */
const mainland = /我省|我市|我区|(?<!内地|大陆|中国)公安(?:机关|厅|局|部)|全省|自治区|派出所民警/gu;

/**
 * The territory beyond the mainland that a text speaks of in words of its own: `traditional` tells that it is printed in
 * traditional characters, when its authorities or its places alone tell; else several of them must. A body of the pack
 * that speaks for a territory counts as its own. Null where nothing tells, or of two as much.
 */
export function regionOf(text: string, traditional: boolean, organisations: readonly Organisation[]): Area | null {
  const against = new Set(text.match(mainland) ?? []).size;
  if (!traditional && (against > 0 || text.includes("我国"))) return null;
  const weighed = regions.map(({ code, own, usual }) => {
    const bodies = organisations.filter(({ name, area }) => area?.code === code && text.includes(name));
    const words = new Set([...(text.match(own) ?? []), ...bodies.map(({ name }) => name)]);
    return { code, own: words.size, weight: 2 * words.size + new Set(text.match(usual) ?? []).size };
  });
  const [first, second] = weighed.toSorted((a, b) => b.weight - a.weight);
  if (first === undefined || first.weight <= Math.max(second?.weight ?? 0, 2 * against)) return null;
  const enough = traditional ? first.own > 0 || first.weight >= 2 : first.own > 1;
  return enough ? areaByCode(first.code) : null;
}
