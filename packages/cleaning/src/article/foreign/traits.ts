import { type CueKind, cueWords } from "./cue-words.ts";
import type { Cue, Cues } from "./cues.ts";
import type { Tie } from "./own.ts";
import type { View } from "./view.ts";
import { guarded } from "../../patterns/guarded.ts";

/**
 * What is asked of a line, and what it weighs (log odds for foreign text) in prose and in fragments. The weights
 * follow a logistic fit on lines of our own, rounded, and evened out where the fit rested on few lines.
 */
export const traits = [
  // Whom it speaks to.
  { name: "call", prose: 0.7, fragment: 1.1 }, // 欢迎, 先到先得
  { name: "act", prose: 0.8, fragment: 0.5 }, // 咨询, 报名
  { name: "reach", prose: 0.2, fragment: 0.2 }, // 电话, 地址
  { name: "label", prose: 0.8, fragment: 0.5 }, // 地址：
  { name: "phone", prose: 1.7, fragment: 2 },
  { name: "link", prose: 0.5, fragment: 1 },
  { name: "addressed", prose: 0.4, fragment: 0.6 }, // 您
  { name: "exclaimed", prose: 0.5, fragment: 0.4 },
  // What it speaks of.
  { name: "offer", prose: 1.3, fragment: 1.3 }, // 优惠, 出租
  { name: "trade", prose: 0.6, fragment: 1.1 }, // 安装, 优惠
  { name: "praise", prose: 1.1, fragment: 1.1 }, // 放心, 祖传
  { name: "goods", prose: 0.4, fragment: 1.3 }, // 户型, 膏药
  { name: "price", prose: 0.1, fragment: 0.3 },
  { name: "discount", prose: 0.8, fragment: 1 }, // 九七折
  { name: "terms", prose: 0.9, fragment: 0.8 }, // 月薪6500-8000，包吃住
  { name: "both", prose: 1, fragment: 0.4 }, // it speaks to a reader, and offers something
  { name: "site", prose: 2.3, fragment: 1.7 }, // 本站, 侵权
  { name: "legal", prose: 2.2, fragment: 1.4 }, // 声明作废
  // How it is written.
  { name: "leading", prose: 0.3, fragment: 0.9 }, // an offer opens it
  { name: "slogan", prose: 0.5, fragment: 1.4 }, // 一线湖景 全城仰望
  { name: "spaced", prose: 0, fragment: 0.6 }, // 三人间1600 双人间2200
  { name: "clipped", prose: 0.8, fragment: 0.5 }, // short clauses
  { name: "bare", prose: 0.5, fragment: 0 }, // without 的, 了, 在
  { name: "ornament", prose: 0.3, fragment: 0.3 }, // ◆ ▶
  { name: "question", prose: 0.4, fragment: 0.3 },
  { name: "hook", prose: 0.7, fragment: 0.3 }, // 家里缺一张好床垫？
  { name: "unrelated", prose: 0, fragment: 0 }, // no word in common with the article
  // Whether it tells.
  { name: "says", prose: -1.4, fragment: -1.5 }, // 介绍，
  { name: "office", prose: -0.7, fragment: -0.6 }, // 民警
  { name: "report", prose: -0.9, fragment: -1.1 }, // 同比
  { name: "warn", prose: -1.4, fragment: -1.2 }, // 谨防
  { name: "woven", prose: 0, fragment: 0 }, // 的, 在, 并 hold it together
  { name: "dated", prose: -1.5, fragment: -0.5 }, // it reports of a day
  { name: "past", prose: -0.6, fragment: -0.3 }, // 花了
  { name: "first", prose: -0.2, fragment: 0 }, // 我
  { name: "public", prose: -2, fragment: -3 }, // 12345
  { name: "informs", prose: -1.5, fragment: -2 }, // 市民可通过
  { name: "quotes", prose: -1, fragment: -1 },
  { name: "names", prose: 0, fragment: -3.4 },
  { name: "row", prose: 0, fragment: -3 }, // cells of a table
  { name: "ends", prose: 0, fragment: -2.2 }, // a full stop
  { name: "opens", prose: -0.5, fragment: -1.2 }, // 聊天记录显示：
  { name: "ordered", prose: -1, fragment: -2.8 }, // 一、
  // What ties it to the article.
  { name: "pairs", prose: -6, fragment: -5 },
  { name: "triples", prose: -6, fragment: -5 },
  { name: "leads", prose: 0, fragment: -1.8 }, // it heads the paragraph after it
  { name: "long", prose: -0.1, fragment: -0.2 },
] as const;

/** What a line weighs before anything is known of it. */
export const prior = { prose: -3.4, fragment: -0.6 } as const;

export type TraitName = (typeof traits)[number]["name"];

/** A word that the article itself reports with says little about its other lines. */
const known = 0.2;

const none = Object.fromEntries(Object.keys(cueWords).map((kind) => [kind, 0])) as Record<CueKind, number>;

// Matches `4795批`, `1.12万件`; must not match `2024`.
const counted = guarded(/\d[万亿]?(?:余|多)?[批件起宗项人名家个元次]/gu);
/** Words of rights, which pages claim for themselves and reports count: 侵犯商标权的4795批，著作权12批. */
const ofRights: ReadonlySet<string> = new Set("侵权 侵犯 权益 著作权 许可证 经营许可证 投稿".split(" "));

function countsRights(text: string, { words, digits }: Cues): boolean {
  if (digits < 2 || words.some(({ kind, word }) => kind === "site" && !ofRights.has(word))) return false;
  return counted.found(text).length > 1;
}

/** Measures a line's traits. */
export function traitsOf(
  { line, cues, prose, shape }: View,
  tie: Tie,
  own: ReadonlySet<Cue>,
  leads: boolean,
): Record<TraitName, number> {
  const counts = { ...none };
  for (const cue of cues.words) counts[cue.kind] += own.has(cue) && !reporting.has(cue.kind) ? known : 1;
  const of = (kind: CueKind, most: number): number => Math.min(most, counts[kind]);
  const office = of("office", 2);
  const phone = cues.phones === 0 ? 0 : office > 0 ? 0.3 : 1;
  const speaks =
    of("call", 4) +
    of("act", 3) * 0.6 +
    of("reach", 3) * 0.6 +
    phone * 2 +
    Math.min(1, cues.addressed) +
    Math.min(1, cues.links);
  const offers = of("offer", 5) + of("praise", 4) * 0.7 + of("trade", 4) * 0.6 + of("goods", 4) * 0.6 + cues.discounts;
  const { text, han } = line;
  const end = text.slice(-2);
  const reports = of("says", 2) + office + of("report", 5) + of("warn", 2);
  return {
    call: of("call", 4),
    act: of("act", 4),
    reach: of("reach", 4),
    label: cues.labels > 0 && office === 0 ? 1 : 0,
    phone,
    link: Math.min(1, cues.links),
    addressed: Math.min(1, cues.addressed),
    exclaimed: Math.min(2, cues.exclaimed),
    offer: of("offer", 5),
    trade: of("trade", 4),
    praise: of("praise", 4),
    goods: of("goods", 4),
    price: Math.min(2, cues.prices),
    discount: Math.min(2, cues.discounts),
    terms: shape.terms === 0 ? 0 : shape.terms * (tie.pairs > 0.12 ? 0.3 : 1),
    both: Math.min(3, speaks, offers),
    site: countsRights(text, cues) ? 0 : of("site", 4),
    legal: of("legal", 4),
    leading: cues.leading ? 1 : 0,
    slogan: shape.slogan,
    spaced: shape.spaced,
    clipped: shape.clipped,
    bare: han >= 12 && cues.particles * 40 <= han ? 1 : 0,
    ornament: Math.min(2, cues.ornaments),
    question: Math.min(2, cues.questions),
    hook: shape.hook,
    unrelated: tie.pairs < 0.02 && tie.triples === 0 && reports === 0 && han >= 4 ? 1 : 0,
    says: of("says", 2),
    office,
    report: of("report", 5),
    warn: of("warn", 2),
    woven: cues.particles >= 2 && cues.particles * 8 >= han ? 1 : 0,
    dated: cues.days > 0 && reports >= 2 ? 1 : 0,
    past: Math.min(3, cues.past + cues.days),
    first: Math.min(2, cues.first),
    public: cues.publics > 0 && (cues.phones === 0 || office > 0) ? 1 : 0,
    informs: shape.informs,
    quotes: /^[“「]/u.test(text) ? 1 : 0,
    ends: /。[”」]?$/u.test(end) ? 1 : 0,
    opens: /[：:]$/u.test(end) && cues.labels === 0 ? 1 : 0,
    row: text.includes("\t") ? 1 : 0,
    names: shape.names,
    ordered: shape.ordered,
    pairs: Math.min(0.5, tie.pairs),
    triples: Math.min(0.5, tie.triples),
    leads: leads ? 1 : 0,
    long: Math.log2(Math.max(4, han) / 16) * (prose ? 1 : 0.5),
  };
}

const reporting: ReadonlySet<CueKind> = new Set(["says", "office", "report", "warn"]);
