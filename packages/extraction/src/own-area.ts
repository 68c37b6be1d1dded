import { type Area, type CleanArticle, china, findAreas, isWithin } from "@jianbao/model";

// Matches what comes after a place that speaks or acts: `昆山市公安局`, `福建省公安厅`, `洛阳警方`.
const agency =
  /^(?:市|省|自治区)?(?:公安|警方|反诈|检察|法院|人民法院|人民检察院|中级|刑侦|通信管理|通管|打击治理|禁毒|交警|政法|联席会议)/u;

/** The article's own area: as it is known, or as its first lines say who speaks, where that is nearer. */
export function ownAreaOf({ text, metadata }: CleanArticle): Area {
  const known = metadata.area;
  if (known !== null && known.by === "sidecar") return known.value;
  const speaker = speakerOf(metadata.title?.value ?? "", text);
  if (known === null) return speaker ?? china;
  if (speaker === null || known.value.code === china.code) return known.value;
  return isWithin(speaker.code, known.value.code) ? speaker : known.value;
}

/** The place whose agency the first lines name, if none of them names an agency of another place. */
function speakerOf(title: string, text: string): Area | null {
  const opening = title === "" || text.startsWith(title) ? text.slice(0, 400) : `${title}\n${text.slice(0, 400)}`;
  if (/全国公安机关|公安部|最高人民/u.test(opening)) return null;
  let speaker: Area | null = null;
  for (const { span, area } of findAreas(opening)) {
    const heads =
      span.start === 0 &&
      /^[：:]|^(?:公布|通报|发布|今年|去年|前|上半年|破获|20\d\d年)/u.test(opening.slice(span.end, span.end + 6));
    if (!heads && !agency.test(opening.slice(span.end, span.end + 6))) continue;
    speaker ??= area;
    if (!isWithin(area.code, speaker.code) && !isWithin(speaker.code, area.code)) return null;
  }
  return speaker;
}
