import { type Area, areaOf, china, findAreas, isWithin, parentOf, type Span } from "@jianbao/model";

/** What a place's name may end in where a list leaves it out: 启东、如皋、海安三地. */
const endings = ["", "市", "县", "区", "州", "旗", "盟", "地区", "新区", "自治县", "自治旗"];

/** What names in a list of places are read against: the nearest territory first. */
export function basesOf(own: Area, named: readonly Area[]): readonly string[] {
  const bases: string[] = [];
  const add = (area: Area | null): void => {
    for (let at = area; at !== null && at.code !== china.code; at = parentOf(at.code)) {
      if (/^\d{6}$/u.test(at.code) ? at.code.endsWith("00") : at.code.startsWith("CN-")) bases.push(at.code);
    }
  };
  add(own);
  for (const area of named.toReversed()) add(area);
  return [...new Set(bases)].toSorted((a, b) => Number(a.startsWith("CN-")) - Number(b.startsWith("CN-")));
}

/**
 * Reads names that stand in one list as places (启东、如皋、海安三地): what surrounds the first and the last of them is not
 * theirs. Null where one of them is no place: short names hold together, each for the others.
 */
export function placesOfList(
  text: string,
  items: readonly Span[],
  bases: readonly string[],
): { areas: readonly Area[]; end: number } | null {
  if (items.length < 2) return null;
  const words = items.map(({ start, end }) => text.slice(start, end).replace(officeOf, ""));
  const last = words.length - 1;
  for (const base of [...bases, undefined]) {
    let end = items[last]?.end ?? 0;
    const areas = words.map((word, i) => {
      if (i === 0) return endingIn(word, base);
      if (i < last) return areaNamed(word, base);
      const found = opening(word, base);
      if (found !== null) end = (items[last]?.start ?? 0) + found.length;
      return found?.area ?? null;
    });
    const places = areas.filter((area) => area !== null);
    if (places.length === words.length && new Set(places.map(({ code }) => code)).size === places.length) {
      return { areas: places, end };
    }
  }
  return null;
}

// Matches what a list of branches leaves of each: `德清支行、长兴支行`.
const officeOf = /(?:公安)?(?:分局|支队|大队|支行|分行|分公司|支公司|派出所|人民法院|法院|检察院|海关|公安局|警方)$/u;

/** The place of a name that may lack its ending, within an area or, without one, where the name tells by itself. */
function areaNamed(name: string, base: string | undefined): Area | null {
  if (name.length < 2 || name.length > 12) return null;
  const trimmed =
    /^(?<name>[\p{Script=Han}]+?)[两二三四五六七八九十]个?[地市县区省州旗盟]/u.exec(name)?.groups?.["name"] ?? name;
  if (base === undefined) {
    const [only] = findAreas(trimmed);
    return only !== undefined && only.span.start === 0 && only.span.end === trimmed.length ? only.area : null;
  }
  for (const ending of endings) {
    const area = areaOf(trimmed + ending, base);
    if (area !== null && area.code !== base && isWithin(area.code, base)) return area;
  }
  return null;
}

/** 劳务大省河南, 其中启东: the place that the first words of a list end in. */
function endingIn(words: string, base: string | undefined): Area | null {
  for (let length = Math.min(words.length, 11); length >= 2; length--) {
    const area = areaNamed(words.slice(-length), base);
    if (area !== null) return area;
  }
  return null;
}

/** 海安三地警情, 平度签约人数: the place that the last words of a list open with, and how long its name and 三地 are. */
function opening(words: string, base: string | undefined): { area: Area; length: number } | null {
  for (let length = Math.min(words.length, 11); length >= 2; length--) {
    const name = words.slice(0, length);
    // A joint of 三地 is none of the name.
    if (/[两二三四五六七八九十]个?[地市县区省州旗盟]/u.test(name)) continue;
    const area = areaNamed(name, base);
    if (area === null) continue;
    const joint = /^[两二三四五六七八九十]个?(?:省区|[地市县区省州旗盟])/u.exec(words.slice(length));
    return { area, length: length + (joint?.[0].length ?? 0) };
  }
  return null;
}
