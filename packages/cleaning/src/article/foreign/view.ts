import type { CueKind } from "./cue-words.ts";
import { type Cues, cuesOf } from "./cues.ts";
import { isByline, isNote } from "../lines/forms.ts";
import type { Line } from "../lines/lines.ts";
import { type Manner, mannersOf, unquoted } from "./manners.ts";
import { isNames } from "./names.ts";
import { leastOffer, mayOffer, registerOf } from "./register.ts";
import { type Shape, shapeOf } from "./shape.ts";
import { guarded } from "../../patterns/guarded.ts";

/** A line with all that is asked about it more than once. */
export interface View {
  readonly line: Line;
  readonly cues: Cues;
  readonly prose: boolean;
  /** A byline, a dateline, a source note, a formula of a letter: what an article has besides its prose. */
  readonly note: boolean;
  /** How much it reports: tells what happened, and has someone say it. */
  readonly reports: number;
  /** Prose without a word of the page, of selling or of a notice: most of an article. */
  readonly plain: boolean;
  /** How much it speaks as offers do. */
  readonly register: number;
  /** False where it surely speaks so little as offers do that nothing asks how little. */
  readonly mayOffer: boolean;
  readonly shape: Shape;
  /** What stands outside quotations. */
  readonly said: string;
  readonly manners: Readonly<Record<Manner, boolean>>;
}

const reporting: Readonly<Partial<Record<CueKind, number>>> = { says: 3, office: 1, report: 1, warn: 1 };
const foreignKinds: ReadonlySet<CueKind> = new Set([
  "call",
  "act",
  "offer",
  "praise",
  "trade",
  "goods",
  "site",
  "legal",
]);

/** Looks at a line once. */
export function viewOf(line: Line, prose: boolean): View {
  const cues = cuesOf(line.text);
  let reports = 0;
  let selling = cues.phones + cues.links + cues.labels + cues.discounts + cues.ornaments + cues.addressed;
  for (const { kind } of cues.words) {
    reports += reporting[kind] ?? 0;
    if (foreignKinds.has(kind)) selling++;
  }
  const note =
    !prose &&
    line.text.length <= 60 &&
    (isNote(line.text) || isByline(line.text) || isFormula(line.text) || (cues.labels === 0 && isSigned(line.text)));
  // One word of report is little against a voice that speaks to someone.
  const speaks = cues.first + cues.exclaimed + cues.questions > 0 ? 2 : 0;
  const plain = prose && line.han > 20 && reports >= 1 + selling * 2 + speaks;
  return new LineView(line, cues, prose, note, reports, plain);
}

/** A view of which more is measured when it is asked for: of most lines it never is. */
class LineView implements View {
  readonly line: Line;
  readonly cues: Cues;
  readonly prose: boolean;
  readonly note: boolean;
  readonly reports: number;
  readonly plain: boolean;
  #register: number | null = null;
  #shape: Shape | null = null;
  #said: string | null = null;
  #manners: Readonly<Record<Manner, boolean>> | null = null;

  constructor(line: Line, cues: Cues, prose: boolean, note: boolean, reports: number, plain: boolean) {
    this.line = line;
    this.cues = cues;
    this.prose = prose;
    this.note = note;
    this.reports = reports;
    this.plain = plain;
  }

  get register(): number {
    return (this.#register ??= this.plain || this.line.marked ? -9 : registerOf(this.line.text));
  }

  get shape(): Shape {
    return (this.#shape ??= shapeOf(this.line, this.prose));
  }

  get said(): string {
    return (this.#said ??= unquoted(this.line.text));
  }

  get manners(): Readonly<Record<Manner, boolean>> {
    return (this.#manners ??= mannersOf(this.line, this.said));
  }

  get mayOffer(): boolean {
    if (this.#register !== null) return this.#register > leastOffer;
    return !this.plain && !this.line.marked && mayOffer(this.line.text);
  }
}

const speaker = guarded(/^\p{Script=Han}{3,10}$/u);

/** Matches `一位司机：甲某某`; must not match `天气：晴`. */
function isSigned(text: string): boolean {
  const [who = "", name = "", ...more] = text.split("：");
  return more.length === 0 && speaker.test(who) && name.length >= 2 && isNames(name);
}

// Matches `此致`, `敬礼！`, `尊敬的客户：`, `同学们：`; must not match `敬礼的人`.
const letterForm = guarded(
  /^(?:\p{Script=Han}{2,3}发布|此致|敬礼[！!]?|谢谢(?:大家)?[！!。]?|(?:尊敬的|亲爱的|各位)\p{Script=Han}{1,12}[：:]|[\p{Script=Han}、]{1,12}(?:们|同志)[：:])$/u,
);
// Matches `文/某某 图/某某`, `口述/某某 整理/某报 某某`; must not match `文/理科`.
const maker = guarded(
  /^[（(]?(?:文|图|文图|图文|摄|摄影|撰文|口述|整理|作者|采写|供图|制图|漫画|绘图|朗读)\s?[/／｜|:：]\s?\p{Script=Han}{2,8}(?:[\s、/／｜|:：]+\p{Script=Han}{1,8})*[）)]?$/u,
);
// Matches `（甲某某 乙某）`; must not match `（甲某某称）`.
const bracketed = guarded(/^[（(].*[）)]$/u);
// Matches `（参与采写：某某）`, `（某报记者 某某）`, `（文中人物为化名）`; must not match `（广告）`.
const remark = guarded(/^[（(](?!本(?:栏|版|组|期))[^（()）]{4,36}[）)]$/u);
const ofMakers = guarded(/采写|采访|记者|通讯员|实习生|摄影|供图|统计|化名|整理|口述|据/u);
// Matches `编辑部：`; must not match `编辑部：来稿`.
const role = guarded(
  /^(?:读者|作者|口述|整理|记录|采访)[：:]\p{Script=Han}{2,4}$|^(?:\p{Script=Han}{0,6}编辑部?|编辑同志|贵[报刊社])[：:]$/u,
);
// Matches `某某故事 文/某某`, `读者 某某`; must not match `读者 来信`.
const makerBehindTitle = guarded(
  /^\p{Script=Han}{2,10}\s(?:文|整理|口述|采写|撰文|图)[/／]\p{Script=Han}{2,4}$|^(?:读者|市民|村民|居民|学生|会员|网友)\s\p{Script=Han}{2,4}$/u,
);
// Matches `某某报 某某`, `某周刊记者 某某`; must not match `某某报 销量`.
const outletWithName = guarded(
  /^\p{Script=Han}{2,10}(?:报|网|在线|新闻|周刊|杂志|社|台|发布|记者|通讯员)(?:\s?\p{Script=Han}{0,4}(?:记者|通讯员))?\s\p{Script=Han}{2,4}$/u,
);

/** What letters and features open and close with, and who made them. */
function isFormula(text: string): boolean {
  if (text.length > 40) return false;
  return (
    letterForm.test(text) ||
    (maker.test(text) && !text.includes("来源")) ||
    (bracketed.test(text) && isNames(text.slice(1, -1).trim())) ||
    (remark.test(text) && ofMakers.test(text)) ||
    role.test(text) ||
    makerBehindTitle.test(text) ||
    outletWithName.test(text)
  );
}
