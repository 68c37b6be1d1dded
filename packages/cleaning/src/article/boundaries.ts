import { findAreas } from "@jianbao/model";
import type { Foreign } from "./page/reason.ts";
import { endsArticle, isNote, opensWithDateline } from "./lines/forms.ts";
import { isFace } from "./page/chrome.ts";
import type { Paragraph } from "./lines/paragraph.ts";
import type { Line } from "./lines/lines.ts";
import { isLabel, mastheadOf } from "./page/mastheads.ts";
import { ngramsOf } from "./lines/ngrams.ts";
import { beginsArticle } from "./series.ts";
import { guarded } from "../patterns/guarded.ts";

/** The part of a file that is one article. */
export interface Part {
  readonly paragraphs: readonly Paragraph[];
  /** Where its lines begin in the draft, with those of the page that stand before its headline. */
  readonly from: number;
}

/** Marks lines that are nothing but a rule, which sets articles or sections apart, or a button's face: no text. */
export function markRules(lines: readonly Line[], foreign: readonly (Foreign | null)[]): (Foreign | null)[] {
  return lines.map((line, i) => {
    const why = foreign[i] ?? null;
    if (why !== null) return why;
    if (isRule(line.text)) return { rule: "cleaning/rule-line", reason: "sets articles or sections apart", score: 0.9 };
    // A mark that was lost on its way, below a sentence that is closed.
    const lost = (line.text === "?" || line.text === "？") && lines[i - 1]?.closed === true;
    return isFace(line.text) || lost
      ? { rule: "cleaning/share-bar", reason: "is the face of a button or a picture's place", score: 0.9 }
      : null;
  });
}

/** Lines that stand behind a rule, the page's data or its editor: an article may begin there. */
export function seamsOf(lines: readonly Line[], foreign: readonly (Foreign | null)[]): ReadonlySet<Line> {
  const seams = new Set<Line>();
  let seam = false;
  for (const [i, line] of lines.entries()) {
    const why = foreign[i] ?? null;
    if (why !== null) seam ||= roleOfForeign(why, line.text) !== null;
    else {
      if (seam) seams.add(line);
      seam = false;
    }
  }
  return seams;
}

/** Cuts the paragraphs of a file into its articles; mostly there is one. */
export function splitArticles(
  paragraphs: readonly Paragraph[],
  lines: readonly Line[],
  foreign: readonly (Foreign | null)[],
): Part[] {
  const blocks = blocksOf(paragraphs, lines, foreign);
  const first = blocks[0];
  const digest = isDigest(blocks) || areBriefs(blocks) || isSignedSeries(blocks);
  const alike = opensAlike(paragraphs);
  const apart = areApart(blocks);
  const parts: Part[] = [];
  let open: Paragraph[] = [];
  let from = 0;
  let prose = 0;
  // How much prose follows from each block on: a note or a caption is no article.
  const follow = blocks.map(({ prose }) => lengthOf(prose));
  for (let i = follow.length - 2; i >= 0; i--) follow[i] = (follow[i] ?? 0) + (follow[i + 1] ?? 0);
  for (const [b, block] of blocks.entries()) {
    const at =
      prose === 0
        ? null
        : boundaryIn(block, prose, { paragraphs, first, digest, alike, apart, follows: follow[b] ?? 0 });
    const items = block.items;
    const until = at ?? 0;
    for (const [i, item] of items.entries()) {
      if (at !== null && i === until) {
        parts.push({ paragraphs: open, from });
        open = [];
        from = item.start;
        prose = 0;
      }
      if (item.paragraph !== null) open.push(item.paragraph);
    }
    if (at !== null && until === items.length) {
      parts.push({ paragraphs: open, from });
      open = [];
      from = block.prose[0]?.lines[0]?.start ?? from;
      prose = 0;
    }
    open.push(...block.prose);
    prose += block.prose.length;
  }
  parts.push({ paragraphs: open, from });
  return parts;
}

/** What stands between two paragraphs of prose, and the prose after it. */
interface Block {
  /** The last paragraph of prose before, if any. */
  readonly before: Paragraph | null;
  readonly items: readonly Item[];
  /** Paragraphs up to the next item that is none. */
  readonly prose: readonly Paragraph[];
}

type Role = "heading" | "byline" | "note" | "page" | "editor" | "rule" | "label" | "other";

/** A line or paragraph that is no prose, in the order of the file. */
interface Item {
  readonly role: Role;
  readonly text: string;
  readonly start: number;
  readonly blank: number;
  /** Null for what is not of an article. */
  readonly paragraph: Paragraph | null;
}

function blocksOf(
  paragraphs: readonly Paragraph[],
  lines: readonly Line[],
  foreign: readonly (Foreign | null)[],
): Block[] {
  const blocks: { before: Paragraph | null; items: Item[]; prose: Paragraph[] }[] = [];
  let block = { before: null as Paragraph | null, items: [] as Item[], prose: [] as Paragraph[] };
  let line = 0;
  const add = (item: Item): void => {
    const last = block.prose.at(-1);
    if (last !== undefined) {
      blocks.push(block);
      block = { before: last, items: [], prose: [] };
    }
    block.items.push(item);
  };
  const addForeign = (until: number): void => {
    for (; line < lines.length && (lines[line]?.start ?? 0) < until; line++) {
      const one = lines[line];
      const why = foreign[line] ?? null;
      const role = why === null ? null : roleOfForeign(why, one?.text ?? "");
      if (one !== undefined && role !== null) {
        add({ role, text: one.text, start: one.start, blank: one.blank, paragraph: null });
      }
    }
  };
  for (const paragraph of paragraphs) {
    const [first] = paragraph.lines;
    addForeign(first?.start ?? 0);
    if (paragraph.kind === "prose") {
      const last = block.prose.at(-1);
      if (last !== undefined && opensWithDateline(paragraph.text)) {
        blocks.push(block);
        block = { before: last, items: [], prose: [] };
      }
      block.prose.push(paragraph);
    } else {
      const role = roleOf(paragraph);
      add({ role, text: paragraph.text, start: first?.start ?? 0, blank: first?.blank ?? 0, paragraph });
    }
  }
  addForeign(Infinity);
  blocks.push(block);
  return blocks;
}

function roleOfForeign({ rule }: Foreign, text: string): Role | null {
  if (rule === "cleaning/editor-line") return "editor";
  if (rule === "cleaning/rule-line") return "rule";
  if (rule === "cleaning/series-label") return beginsArticle(text) ? "label" : null;
  if (rule !== "cleaning/page-data") return null;
  // Matches `来源：某报`, `2024-01-15 10:22`; must not match `— END —`.
  if (/END/u.test(text)) return "editor";
  return /来源|稿源|时间|日期|发布|\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}/u.test(text) ? "page" : "editor";
}

function roleOf({ kind, text }: Paragraph): Role {
  if (kind === "byline") return "byline";
  if (kind === "row") return "other";
  if (isNote(text) || endsArticle(text)) return "note";
  if (mastheadOf(text) !== null) return "page";
  if (isLabel(text)) return "other";
  return kind === "heading" ? "heading" : "other";
}

/** What the file as a whole tells of its articles. */
interface File {
  readonly paragraphs: readonly Paragraph[];
  readonly first: Block | undefined;
  readonly digest: boolean;
  /** Several paragraphs begin with datelines. */
  readonly alike: boolean;
  /** Several blank lines set articles apart that share few words. */
  readonly apart: boolean;
  /** How many characters of prose follow from the block on. */
  readonly follows: number;
}

/**
 * Where in a block another article begins, as a number of items that still belong to the one before; null where
 * none does. Sections of one article have headings; another article has besides an end before it, a rule, data of
 * its own, a byline or a dateline.
 */
function boundaryIn(
  { before, items, prose }: Block,
  proseBefore: number,
  { paragraphs, first, digest, alike, apart, follows }: File,
): number | null {
  const [body] = prose;
  if (before === null || body === undefined) return null;
  const dateline = opensWithDateline(body.text);
  // What ends the article before: its note, its editor, a rule. Page data before a headline are the next article's
  // where the file begins so too.
  const leads = first?.items.findIndex((item) => item.role === "page") ?? -1;
  const headed = first?.items.findIndex((item) => item.role === "heading") ?? -1;
  const pageFirst = leads >= 0 && (headed < 0 || leads < headed);
  let ended = -1;
  const label = items.findLastIndex(({ role }) => role === "label");
  if (label >= 0) return label;
  for (const [i, item] of items.entries()) {
    const signed = digest && item.role === "other" && signature.test(item.text);
    if (signed || item.role === "rule" || item.role === "editor" || item.role === "note") ended = i;
    else if (item.role === "page" && !pageFirst && !items.slice(0, i).some(({ role }) => role === "heading")) ended = i;
  }
  const after = items.slice(ended + 1);
  const head = after.findIndex((item) => (digest ? headsPiece(item) : item.role === "heading"));
  const title = head < 0 ? undefined : after[head];
  const rule = items.slice(0, ended + 1).some(({ role }) => role === "rule");
  const closed = items.slice(0, ended + 1).some(({ role }) => role !== "rule") || endsArticle(before.text);
  let score = 0;
  if (closed) score += 2;
  if (rule) score += 2;
  if (dateline) score += 3;
  if (after.some(({ role }) => role === "page")) score += 3;
  if (title === undefined) {
    // Reports without headlines: each opens with its dateline.
    if (dateline && (closed || rule || alike)) return items.length;
    return null;
  }
  if (isSection(title.text)) return null;
  if (after.slice(head).some(({ role }) => role === "byline")) score += 2;
  // A section's heading has no second line behind a dash: ——某所见闻.
  const [below] = after.slice(head + 1);
  if (below !== undefined && /^(?:——|――|──)\s?\p{Script=Han}/u.test(below.text)) score += 2;
  // 关于…的通报: papers of an office bear such titles, sections do not; its name stands below.
  if (/^关于.{4,60}的(?:通[报知告]|公[告示]|意见|决定|函|请示|报告|批复)$/u.test(title.text)) score += 2;
  if (title.blank >= 3) score += apart ? 2 : 1;
  if (title.text.length < 6) score -= 1;
  if (digest) score += 2;
  // A lead, an editor's note or a summary is one paragraph before the article itself.
  const enough = proseBefore >= 2 || score >= 3 || digest;
  const place = ended + 1 + (pageFirst && after[0]?.role === "page" ? 0 : head);
  if (score >= 2 && enough && !isPreface(before.text, proseBefore)) {
    return closed && score < 3 && follows < 60 ? null : place;
  }
  return proseBefore >= 2 && isAbroad(paragraphs, title.paragraph, body.text) ? place : null;
}

/** Tells that several paragraphs of a file begin with datelines of their own. */
function opensAlike(paragraphs: readonly Paragraph[]): boolean {
  const datelines = paragraphs.filter(({ kind, text }) => kind === "prose" && opensWithDateline(text)).length;
  return datelines >= 2;
}

/**
 * Tells a digest, short items each under a headline, from the sections of one article: every item opens as a report
 * does, on a day or by whom, and shares few words with the others.
 */
function isDigest(blocks: readonly Block[]): boolean {
  const items = blocks.filter(({ prose }) => prose.length > 0);
  if (items.length < 3 || items.length > 30) return false;
  const told = items.every(({ items: heads, prose }, i) => {
    const title = heads.findLast(({ role }) => role === "heading");
    if (title === undefined || isSection(title.text) || title.text.length < 7) return false;
    if (prose.length > (i === items.length - 1 ? 4 : 3)) return false;
    return opensAsReport.test(prose[0]?.text ?? "");
  });
  return told && shareLittle(items);
}

/** Tells that wherever three blank lines and more stand, a headline follows, and another article by its words. */
function areApart(blocks: readonly Block[]): boolean {
  const groups: string[][] = [];
  for (const [i, { items, prose }] of blocks.entries()) {
    const wide = items.findIndex(({ blank }) => blank >= 3);
    if (wide > 0 || prose.some(({ lines }) => (lines[0]?.blank ?? 0) >= 3)) return false;
    if (i === 0 || wide === 0) {
      if (i > 0 && items[0]?.role !== "heading") return false;
      groups.push([]);
    }
    groups.at(-1)?.push(...prose.map(({ text }) => text));
  }
  if (groups.length < 2 || groups.length > 30 || groups.some((group) => group.length < 2)) return false;
  return groups.every((group, i) => {
    const others = ngramsOf(groups.filter((_one, j) => j !== i).flatMap((one) => one.map((text) => ({ text }))));
    return others.overlap(group.join("\n")) < 0.2;
  });
}

/** Tells four and more briefs, a headline and one paragraph each between blank lines, that share few words. */
function areBriefs(blocks: readonly Block[]): boolean {
  if (blocks.length < 4 || blocks.length > 30) return false;
  const told = blocks.every(({ items, prose }, i) => {
    const [title] = items;
    const [body] = prose;
    if (items.length !== 1 || prose.length !== 1 || title?.role !== "heading" || body === undefined) return false;
    return (
      (i === 0 || title.blank > 0) && body.lines[0]?.blank === 0 && title.text.length >= 6 && !isSection(title.text)
    );
  });
  if (!told) return false;
  // Sections tell more of what the title of all says.
  const others = ngramsOf(blocks.slice(1).map(({ prose }) => ({ text: prose[0]?.text ?? "" })));
  return others.overlap(blocks[0]?.items[0]?.text ?? "") < 0.15 && shareLittle(blocks);
}

/** Tells that none of several items has many words of the others. */
function shareLittle(items: readonly Block[]): boolean {
  const texts = items.map(({ prose }) => prose.map(({ text }) => text).join("\n"));
  const shared = texts.map((text, i) => {
    const others = ngramsOf(texts.filter((_one, j) => j !== i).map((one) => ({ text: one })));
    return others.overlap(text);
  });
  return shared.every((one) => one < 0.25) && shared.reduce((sum, one) => sum + one, 0) / shared.length < 0.12;
}

/**
 * Tells a page of short pieces, each under a headline and signed in brackets, from the sections of one article, which
 * has a title above them.
 */
function isSignedSeries(blocks: readonly Block[]): boolean {
  const pieces = blocks.filter(({ prose }) => prose.length > 0);
  if (pieces.length < 3) return false;
  const heads = pieces[0]?.items.filter(({ role }) => role !== "page" && role !== "rule") ?? [];
  if (heads.length !== 1 || heads[0]?.role !== "heading") return false;
  return blocks.every(({ items, before }, i) => {
    if (i === 0) return true;
    // Matches `（姜一白）` behind each piece, on a line of its own or at the end of its last.
    const signed = signature.test(items[0]?.text ?? "") || signature.test(before?.text.slice(-8) ?? "");
    const title = items.findLast((item) => headsPiece(item));
    return (
      signed && (i === blocks.length - 1 || title !== undefined) && !(title !== undefined && isSection(title.text))
    );
  });
}

const shortHead = guarded(/^\p{Script=Han}{2,3}$/u);

/** A headline, of two characters on: 修鞋摊. */
function headsPiece({ role, text }: Item): boolean {
  return role === "heading" || (role === "other" && shortHead.test(text));
}

const signature = /[（(]\p{Script=Han}{2,4}[）)]$/u;

/** How a report of its own begins: on a day, or by whom it was learnt. */
const opensAsReport =
  /^(?:本报讯|(?:昨|今|前)[天日晚]|近日|日前|连日来|\d{1,2}月\d{1,2}日|\d{1,2}日|记者|.{0,16}(?:近日|日前|昨[天日]|\d{1,2}月\d{1,2}日|获悉)|据.{2,20}(?:消息|介绍|统计|通报))/u;

/** A lead or an editor's note: what follows is the article that it introduces. */
function isPreface(text: string, proseBefore: number): boolean {
  return proseBefore === 1 && /^[【（(]?(?:编者按|编者的话|导语|核心提示|内容提要|提要|摘要|开栏的话|引子)/u.test(text);
}

/** A heading that is a part of its article: numbered, a case, an appendix, a table, a box. */
function isSection(text: string): boolean {
  return (
    isNumbered(text) ||
    // Matches `案例一`, `附件：`, `记者手记`, `背景链接`; must not match `案例库上线`.
    /^[【（(■●◆▲]{0,2}(?:案例|典型案例|看点|亮点|误区|关键词|镜头|故事|场景|现场|声音|问题|答疑|附件?|附录|附表|图|表)\s?[一二三四五六七八九十\d：:】]|^[【（(■●◆▲]{0,2}(?:记者手记|采访手记|手记|背景(?:链接|资料)?|相关链接|链接|延伸阅读|名词解释|新闻背景|记者观察|专家(?:观点|提醒|建议|解读)|温馨提示|(?:警方|民警|法官|检察官|特别)(?:提醒|提示|说法)|法条链接|结语|尾声|前言|引言)[】）):：]?$/u.test(
      text,
    )
  );
}

/**
 * A heading names a place that nothing before it names, and its first sentence tells of a meeting there on a full
 * date: another article, where only one heading of the file is like this. Sections of a round-up are several.
 */
function isAbroad(paragraphs: readonly Paragraph[], heading: Paragraph | null, body: string): boolean {
  // Matches `某省公安厅2020年11月20日召开`; must not match a date deep in the paragraph.
  if (!/^.{0,24}(?:19|20)\d{2}年\d{1,2}月\d{1,2}日[^。]{0,12}(?:召开|举行|发布|通报|公布)/u.test(body)) return false;
  const [place] = findAreas(heading?.text ?? "");
  if (place === undefined || findAreas(body.slice(0, 24)).length === 0) return false;
  const before = paragraphs
    .slice(
      0,
      paragraphs.findIndex((one) => one === heading),
    )
    .map((one) => one.text);
  if (findAreas(before.join("\n")).length > 0) return false;
  const others = paragraphs.filter(
    (one) => one !== heading && one.kind === "heading" && findAreas(one.text).length > 0,
  );
  return others.length === 0;
}

function lengthOf(paragraphs: readonly Paragraph[]): number {
  return paragraphs.reduce((sum, one) => sum + one.text.length, 0);
}

function isNumbered(text: string): boolean {
  return /^(?:第?[一二三四五六七八九十]{1,3}[、章节：]|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}[.．、])/u.test(
    text,
  );
}

// Matches `【第1篇】`, `[第二则]`; must not match `第一篇 总则`, `【第3章】`.
const clipping = guarded(/^[【[]\s?第\s?[一二三四五六七八九十\d]{1,3}\s?[篇则]\s?[】\]]$/u);
// Matches `———`, `=====`, `* * *`, `☆☆☆`; must not match `……`, `-`, `***元`.
const ruleMarks = guarded(/^[—–\-_=*＊＝~～·•◆◇★☆●○■□▲△─━┄┅┈┉╌╍═_＿#\s]{3,200}$/u);

/** A line of nothing but rule marks: ———, ＊＊＊, =====, * * *, --, or the number of a clipping: 【第3篇】. */
function isRule(text: string): boolean {
  return text === "--" || text === "——" || (text.length >= 3 && ruleMarks.test(text)) || clipping.test(text);
}
