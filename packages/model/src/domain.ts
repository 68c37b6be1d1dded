import type { Area } from "./area.ts";
import type { Labels } from "./language.ts";
import type { Unit } from "./unit.ts";

/** What can be counted within a subject: a row of its code list. */
export interface Indicator {
  /** `group.name`, as `cases.solved`. */
  readonly id: string;
  readonly labels: Labels;
  /** The id of the theme it is shown under. */
  readonly theme: string;
  readonly unit: Unit;
  /** Other units in which texts tell it: 行政处罚7240起, 对11家企业作出行政处罚. */
  readonly units?: readonly Unit[];
  /** What a rise means to the reader: `good`, `bad`, or `neutral` where it may be either. */
  readonly rise: "good" | "bad" | "neutral";
  /** `flow` is counted over a period, `stock` stands at a moment (反诈中心, App 安装). */
  readonly kind: "flow" | "stock";
  /** Words that say what is done: 破获, 侦破. */
  readonly verbs: readonly string[];
  /** Words for what is counted: 案件, 犯罪嫌疑人. */
  readonly nouns: readonly string[];
  /** Words that stand for the whole statement: 破案数, 涉案金额. */
  readonly phrases: readonly string[];
  /** Words that rule the indicator out. */
  readonly not: readonly string[];
  /** Words that name a part of the whole (银行卡, 省级): they become the breakdown of an observation. */
  readonly parts?: readonly string[];
  /** One-character verbs that take any complement: 抓 for 抓了, 抓到, 抓住, 抓回来. */
  readonly stems?: readonly string[];
  /** Whether its figures are of action abroad: `always` (移交), or where the text names a place abroad (窝点). */
  readonly abroad?: "always" | "where-named";
  /** What a figure of one single day is of: what one `operation` yields, or one `case`; else it is a statistic. */
  readonly day?: "operation" | "case";
  /** Openings of words of every office's work (讲座, 接警), on which no figure rests in an article on other matters. */
  readonly common?: readonly string[];
  /** Verbs of what was about to be done: 正要把26万元汇给 is of this indicator. */
  readonly intended?: readonly string[];
  /** Where the same words mean another indicator. */
  readonly elsewhere?: { readonly areas: readonly Area[]; readonly means: string };
}

/** A section of the briefing: 打击, 资金, 技术反制 … in the order to be printed. */
export interface Theme {
  readonly id: string;
  readonly labels: Labels;
}

/** A matter that figures are about; the pack's own subject is the first. */
export interface Subject {
  readonly id: string;
  readonly labels: Labels;
  /** Words that name it in a text. */
  readonly words: readonly string[];
  /**
   * Words of its field (劝阻, 受害人): an article that names no subject is about it where it speaks with these. Where one
   * is among `words` as well (诈骗, 被骗), it does not name this subject in an article that is about another.
   */
  readonly field?: readonly string[];
  /** It holds other subjects (刑事案件, 在逃人员) and is meant only where none of them is named. */
  readonly whole?: boolean;
  /** What people are called in its field, who may be counted with 个 (车手, 卡农). */
  readonly people?: readonly string[];
  /** What is counted where only a kind of it is named (刷单返利402起), and what with 案 names all of it (诈骗案). */
  readonly kinds?: {
    readonly indicator: string;
    readonly words: readonly string[];
    readonly whole: readonly string[];
  };
}

/** A campaign with the start that 专项行动开展以来 can refer to. */
export interface Campaign {
  readonly name: string;
  readonly start: string | null;
  readonly end: string | null;
}

/** A body that acts, with the area it speaks for where that is fixed; else the place before its name is its area. */
export interface Organisation {
  readonly name: string;
  readonly area: Area | null;
}

/** A subject pack: all that extraction and the briefing know of one subject, as data. */
export interface DomainPack {
  readonly id: string;
  readonly labels: Labels;
  readonly themes: readonly Theme[];
  readonly indicators: readonly Indicator[];
  readonly subjects: readonly Subject[];
  readonly campaigns: readonly Campaign[];
  readonly organisations: readonly Organisation[];
  /** The briefing that a new workspace begins with. */
  readonly briefing?: PackBriefing;
}

/** The name, the issuer and the example article of the first briefing on a subject. */
export interface PackBriefing {
  readonly title: string;
  readonly issuer: string;
  readonly published: string;
  readonly publisher: string;
  /** Its title, then a paragraph a line. */
  readonly article: string;
}
