import { decimalOf, formatDecimal, parseDecimal, shift, toNumber } from "@jianbao/model";
import { plainFigures } from "./chinese-figure.ts";
import { englishNumber } from "./english-number.ts";

/**
 * Says an article's own words in English where their meaning is fixed (9.9万余名, 翻一番, 同比上升近52%), else quotes them;
 * `money` is what 元 stands for.
 */
export function englishQuoted(text: string, money = "yuan"): string {
  const members = text.split("、").map((one) => englishFigureWords(one, money) ?? englishChangeWords(one));
  return members.every((one) => one !== null) ? members.join(", ") : `“${text}”`;
}

const scales: Readonly<Record<string, number>> = { "": 0, 千: 3, 万: 4, 百万: 6, 千万: 7, 亿: 8, 万亿: 12 };
const hedges: Readonly<Record<string, string>> = {
  "": "",
  近: "nearly ",
  不足: "less than ",
  约: "about ",
  超: "more than ",
  超过: "more than ",
  逾: "more than ",
};

/** Matches one figure with its unit: 近7万张, 3180余亿元, 43.7万起; must not match 几十起, 同比上升5%. */
const figure = /^(近|不足|约|超过?|逾)?(\d[\d,]*(?:\.\d+)?)([余多]?)(万亿|[千百]?万|[亿千])?([余多]?)([^\d,]*)$/u;

/** 9.9万余名 → more than 99,000; 120亿元 → 12 billion yuan; 38.5% stays; null where it is no figure. */
function englishFigureWords(text: string, money: string): string | null {
  const found = figure.exec(plainFigures(text));
  if (found === null) return null;
  const [, before = "", digits = "", early = "", scale = "", late = "", unit = ""] = found;
  const number = parseDecimal(digits.replaceAll(",", ""));
  if (number === null || /[上下增减升降占翻]/u.test(unit)) return null;
  const hedge = before === "" && `${early}${late}` !== "" ? "more than " : (hedges[before] ?? "");
  const size = englishNumber(toNumber(shift(number, scales[scale] ?? 0)));
  return `${hedge}${size}${unit === "%" ? "%" : unit.endsWith("元") ? ` ${money}` : ""}`;
}

/** Matches a change with a basis or none: 同比上升近52%, 下降2.2个百分点, 增长2倍; must not match 大幅上升. */
const change =
  /^(同比|环比|(?:比|较|与)(?:上年|去年)(?:同期)?(?:相比)?)?(上升|增长|增加|提高|上涨|下降|减少|降低|回落)了?(近|不足|约|超过?|逾)?(\d+(?:\.\d+)?)(%|个百分点|倍)$/u;
/** Matches a doubling: 同比翻了一番, 比上年翻两番. */
const doubling = /^(同比|环比|(?:比|较)(?:上年|去年)(?:同期)?)?翻了?([一两二三])番$/u;
/** Matches a level that stayed: 与上年基本持平, 同比持平. */
const unchanged = /^(同比|环比|(?:与|同)(?:上年|去年)(?:同期)?)?(基本|大致|大体|总体)?持平$/u;
/** Matches a share: 仅占总数的5.1%, 占起诉总数的2.2%. */
const share = /^[仅只约]?占[^\d，]{0,20}?(近|约|超过?|逾)?(\d+(?:\.\d+)?)%$/u;

function englishChangeWords(text: string): string | null {
  const moved = change.exec(text);
  if (moved !== null) {
    const [, basis = "", verb = "", hedge = "", digits = "", unit = ""] = moved;
    const way = /[升长加高涨]/u.test(verb) ? "up" : "down";
    const number = parseDecimal(digits) ?? decimalOf(0);
    const size =
      unit === "倍"
        ? `${formatDecimal(shift(number, 2))}%`
        : unit === "%"
          ? `${digits}%`
          : `${digits} percentage points`;
    return `${way} ${hedges[hedge] ?? ""}${size}${against(basis)}`;
  }
  const doubled = doubling.exec(text);
  if (doubled !== null) {
    const [, basis = "", times = ""] = doubled;
    return `${times === "一" ? "doubled" : times === "三" ? "grew eightfold" : "quadrupled"}${against(basis)}`;
  }
  const flat = unchanged.exec(text);
  if (flat !== null) return `${(flat[2] ?? "") === "" ? "unchanged" : "broadly unchanged"}${against(flat[1] ?? "")}`;
  const part = share.exec(text);
  return part === null ? null : `a share of ${hedges[part[1] ?? ""] ?? ""}${part[2]}%`;
}

function against(basis: string): string {
  if (basis === "") return "";
  return basis === "环比" ? " on the period before" : " year on year";
}
