import { type Area, areaByCode } from "@jianbao/model";

/** By-names of provinces and cities that are no common word, no other place's name and no firm's, by code. */
export const byNames: string =
  "CN-SH:申城 沪上 浦江两岸|CN-TJ:津城 津门 津沽|CN-CQ:巴渝 渝州|CN-SX:三晋|CN-SN:三秦|CN-HE:燕赵|CN-SD:齐鲁|CN-HB:荆楚|CN-HN:三湘 湖湘|" +
  "CN-GD:南粤|CN-FJ:八闽|CN-GX:八桂|CN-JX:赣鄱|CN-AH:江淮大地|CN-GZ:黔中大地 多彩贵州|CN-GS:陇原|CN-YN:彩云之南 云岭大地|CN-HI:琼岛|CN-HL:龙江大地|CN-XJ:天山南北|" +
  "CN-HA:中原大地|440100:羊城|440300:鹏城|510100:蓉城|230100:冰城|350100:榕城|350200:鹭岛|450100:邕城|460100:椰城|330100:杭城|330200:甬城|" +
  "370100:泉城|360100:洪城|441900:莞邑|430100:星城|370200:岛城";
let entries: readonly { readonly name: string; readonly area: Area }[] | null = null;
let pattern: RegExp | null = null;

/** Reads a list of names by code: groups between `|`, a code before `:`, names between spaces. */
export function coded(list: string): { readonly code: string; readonly name: string }[] {
  return list.split("|").flatMap((group) => {
    const [code = "", names = ""] = group.split(":");
    return names.split(" ").map((name) => ({ code, name }));
  });
}

// Matches what a by-name of a place is used with: `鹏城警方`, `在蓉城`, `羊城：`; must not match `泉城路`, `星城国际`.
const used =
  /^(?:警方|公安|民警|交警|消防|反诈|检察|法院|市民|百姓|居民|大地|儿女|街头|各地|老人|上半年|下半年|今年|去年|首|再|全|又|夜|一|[，：:、的]|[织筑开打破亮启多禁破斩缉护守])/u;

/** The places that a headline or an opening calls by their by-names (鹏城警方, 三晋大地), where it speaks of places. */
export function byNamesIn(text: string): { readonly area: Area; readonly name: string }[] {
  entries ??= coded(byNames).flatMap(({ code, name }) => {
    const area = areaByCode(code);
    return area === null ? [] : [{ name, area }];
  });
  pattern ??= new RegExp(entries.map(({ name }) => name).join("|"), "gu");
  const found = new Map<string, { area: Area; name: string }>();
  for (const match of text.matchAll(pattern)) {
    const [name] = match;
    const area = entries.find((entry) => entry.name === name)?.area;
    if (
      area !== undefined &&
      (name.length > 2 || used.test(text.slice(match.index + name.length, match.index + name.length + 4)))
    )
      found.set(area.code, { area, name });
  }
  return [...found.values()];
}
