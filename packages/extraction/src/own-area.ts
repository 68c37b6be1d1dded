import { type Area, type CleanArticle, china, findAreas, isWithin, parentOf } from "@jianbao/model";
import type { Lexicon } from "./lexicon.ts";
import { regionOf } from "./region.ts";

// Matches what comes after a place that speaks or acts: `昆山市公安局`, `福建省公安厅`, `洛阳警方`.
const agency =
  /^(?:市|省|自治区)?(?:公安|警方|检察|法院|人民法院|人民检察院|中级|刑侦|通信管理|通管|打击治理|禁毒|交警|政法|联席会议)/u;

// Matches what comes after a place that another body is of: `农商行`, `分行`, `海关`, `市教育局`; must not match `路`.
const otherAgency =
  /^(?:市|省|自治区|区|县)?[\p{Script=Han}]{0,4}?(?:银行|农商行|分行|支行|分公司|海关|消防|市场监管|税务|教育|卫健|卫生健康|应急管理|司法|交通|气象|统计|人社|人力资源|民政|医保|文旅|农业农村|生态环境|住建|供电)/u;

/** The article's own area: as it is known, or as its first lines say who speaks, where that is nearer. */
export function ownAreaOf({ text, metadata }: CleanArticle, { pack, offices }: Lexicon): Area {
  const { organisations } = pack;
  const known = metadata.area;
  if (known !== null && known.by === "sidecar") return known.value;
  const title = metadata.title?.value ?? "";
  if (known === null || known.value.code === china.code) {
    const region = regionOf(title.concat("\n", text.slice(0, 4000)), metadata.script !== "hans", organisations);
    if (region !== null) return region;
  }
  // 中国消费者报北京讯: where it was written is not what a national office tells of.
  if (known !== null && known.value.code !== china.code && isNational(title, text)) return china;
  const speaker = speakerOf(title, text, offices);
  if (known === null) return speaker ?? china;
  if (speaker === null || known.value.code === china.code) return known.value;
  return isWithin(speaker.code, known.value.code) ? speaker : known.value;
}

// Matches `市场监管总局：`, `国家消防救援局发布`, `公安部通报`, `最高检：`; must not match `国家税务总局南京市税务局`, `中国人民银行`.
const nationalOffice =
  /^[“"《【]?(?:(?:[\p{Script=Han}]{0,6}(?:总局|总署)|国家[\p{Script=Han}]{2,8}?(?:局|委)|国务院[\p{Script=Han}]{0,4}|国新办|(?:公安|司法|交通运输|农业农村|应急管理|应急|工业和信息化|工信|商务|民政|教育|财政|住建|人社|文旅|水利)部|最高(?:人民)?(?:法院?|检(?:察院)?))(?=[：:，,“\s]|通报|发布|公布|介绍|召开|举行|部署|新闻))/u;

/** A title of an office of the state, over a text that tells of the whole country. */
function isNational(title: string, text: string): boolean {
  return nationalOffice.test(title) && /全国|各地/u.test(text.slice(0, 800));
}

/** The place whose agency the first lines name, if none of them names an agency of another place. */
function speakerOf(title: string, text: string, offices: readonly string[]): Area | null {
  const opening = title === "" || text.startsWith(title) ? text.slice(0, 400) : `${title}\n${text.slice(0, 400)}`;
  if (/全国公安机关|公安部|最高人民/u.test(opening)) return null;
  const police = speakerIn(opening, agency, offices);
  if (police === "several") return null;
  // A bank, a customs house or a school speaks where no police does.
  const speaker = police ?? speakerIn(opening.slice(0, Math.max(60, opening.indexOf("\n"))), otherAgency, []);
  if (speaker === null || speaker === "several") return null;
  return holderOf(opening, speaker) ?? speaker;
}

/** The place whose agency a text names, if none of them names an agency of another place. */
function speakerIn(opening: string, body: RegExp, offices: readonly string[]): Area | "several" | null {
  let speaker: Area | null = null;
  for (const { span, area } of findAreas(opening)) {
    const heads =
      span.start === 0 &&
      /^[：:]|^(?:公布|通报|发布|今年|去年|前|上半年|破获|20\d\d年)/u.test(opening.slice(span.end, span.end + 6));
    const acts = offices.some((office) => opening.startsWith(office, span.end));
    if (!heads && !acts && !body.test(opening.slice(span.end, span.end + 12))) continue;
    speaker ??= area;
    if (!isWithin(area.code, speaker.code) && !isWithin(speaker.code, area.code)) return "several";
  }
  return speaker;
}

/** 我区, 全省 before a city is named: the text is of the territory that holds the city. */
function holderOf(opening: string, speaker: Area): Area | null {
  const named = findAreas(opening).find(({ area }) => area.code === speaker.code)?.span.start ?? 0;
  const said = opening.slice(0, named);
  const parent = parentOf(speaker.code);
  if (parent === null || parent.code === china.code) return null;
  const isCity = /^\d{4}00$/u.test(speaker.code);
  const province = isCity ? parent : parentOf(parent.code);
  if (province !== null && province.code !== china.code) {
    if (/(?:全省|我省|省公安厅|省委|省政府)(?!率先|首|第|前列)/u.test(said) && province.name.endsWith("省"))
      return province;
    const isRegion = province.name.endsWith("自治区");
    if (isRegion && /自治区(?:公安|禁毒|检察|高级|党委|政府|打击)|(?:全区|我区)(?!率先|首|第|前列)/u.test(said)) {
      if (isCity || !speaker.name.endsWith("区")) return province;
    }
  }
  if (!isCity && /(?:全市|我市|市公安局)(?!率先|首|第|前列)/u.test(said) && !speaker.name.endsWith("市")) return parent;
  return null;
}
