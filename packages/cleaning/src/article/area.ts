import { type Area, type Found, areaByCode, areaOf, china, findAreas, parentOf } from "@jianbao/model";

/** Finds the article's own area: what 我省, 我区 and 全市 in it mean. */
export function areaOfArticle(
  stated: string | undefined,
  article: { readonly text: string; readonly title: string | null; readonly publisher: string | null },
): Found<Area> | null {
  if (stated !== undefined && stated !== "") {
    const area = areaByCode(stated) ?? areaOf(stated);
    if (area !== null) return { value: area, by: "sidecar", evidence: "stated beside the file", confidence: 1 };
  }
  return byOwnWord(article.text) ?? byPublisher(article.publisher) ?? byNation(article.text);
}

type Level = "province" | "prefecture" | "county";

/** 我省, 全区, 我市: the article speaks of its own; which one it is tells the names in it. */
function byOwnWord(text: string): Found<Area> | null {
  const counts = new Map<string, number>();
  // Matches `我省`, `全区`, `我市`; must not match `全省市`, `我市场`.
  for (const match of text.matchAll(/(?:我|全|本)([省市区县州盟旗])(?!场|民政|委|内外|别|域|块)/gu)) {
    counts.set(match[0], (counts.get(match[0]) ?? 0) + 1);
  }
  if (counts.size === 0) return null;
  const own = [...counts].filter(([word]) => /^[我本]/u.test(word)).sort((a, b) => b[1] - a[1]);
  const all = [...counts].sort((a, b) => b[1] - a[1]);
  const [word, count] = own[0] ?? all[0] ?? ["", 0];
  // 全市 in a national article can be any city's; it counts only where it is a habit.
  if (own.length === 0 && count < 2) return null;
  const kind = word.slice(1);
  const autonomous = /自治区/u.test(text);
  const levels: Level[] =
    kind === "省"
      ? ["province"]
      : kind === "区"
        ? autonomous
          ? ["province"]
          : ["county", "province"]
        : kind === "市"
          ? ["prefecture", "province", "county"]
          : kind === "州" || kind === "盟"
            ? ["prefecture"]
            : ["county"];
  const votes = new Map<string, { area: Area; votes: number }>();
  for (const { area } of findAreas(text.slice(0, 100_000))) {
    for (
      let one: Area | null = area, weight = 1;
      one !== null && one.code !== china.code;
      one = parentOf(one.code), weight *= 0.6
    ) {
      const level = levelOf(one);
      if (level === null || !levels.includes(level)) continue;
      const known = votes.get(one.code) ?? { area: one, votes: 0 };
      known.votes += weight;
      votes.set(one.code, known);
    }
  }
  const ranked = [...votes.values()].sort(
    (a, b) =>
      levelRank(levels, a.area) - levelRank(levels, b.area) ||
      b.votes - a.votes ||
      (a.area.code < b.area.code ? -1 : 1),
  );
  const [best, second] = ranked;
  if (best === undefined) return null;
  const share =
    best.votes /
    (best.votes + (second !== undefined && levelOf(second.area) === levelOf(best.area) ? second.votes : 0));
  if (share < 0.5) return null;
  return {
    value: best.area,
    by: "inferred",
    evidence: `${word} is said ${count} times; ${best.area.name} is named (${Math.round(best.votes * 10) / 10} votes${second === undefined ? "" : `, next ${second.area.name} ${Math.round(second.votes * 10) / 10}`})`,
    confidence: Math.round(Math.min(0.95, 0.5 + share * 0.3 + Math.min(best.votes, 5) * 0.03) * 100) / 100,
  };
}

function levelRank(levels: readonly Level[], area: Area): number {
  const level = levelOf(area);
  return level === null ? 9 : levels.indexOf(level);
}

function levelOf({ code }: Area): Level | null {
  if (code.startsWith("CN-")) return "province";
  if (!/^\d{6}$/u.test(code)) return null;
  return code.endsWith("00") ? "prefecture" : "county";
}

/** 某省日报, 某市公安局. */
function byPublisher(publisher: string | null): Found<Area> | null {
  if (publisher === null) return null;
  const [mention] = findAreas(publisher);
  return mention === undefined
    ? null
    : { value: mention.area, by: "inferred", evidence: `published by ${publisher}`, confidence: 0.75 };
}

/** 全国, 公安部 and 各地 without a place of its own. */
function byNation(text: string): Found<Area> | null {
  const words = text.match(/全国|公安部|国务院|各地/gu) ?? [];
  if (words.length < 2) return null;
  return {
    value: china,
    by: "inferred",
    evidence: `全国, 公安部 or 各地 is said ${words.length} times`,
    confidence: words.length > 5 ? 0.85 : 0.6,
  };
}
