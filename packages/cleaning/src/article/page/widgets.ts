import type { Line } from "../lines/lines.ts";
import { guarded } from "../../patterns/guarded.ts";
import { isByMachine, isMachineLabel } from "./machines.ts";
import type { Foreign } from "./reason.ts";
import { markOtherReports } from "./other-reports.ts";
import { markRepeats } from "./repeats.ts";
import { markSplitFields } from "./split-fields.ts";
import { markStamped } from "./stamped.ts";

const vote: Foreign = { rule: "cleaning/share-bar", reason: "lets readers vote", score: 0.95 };
const machine: Foreign = { rule: "cleaning/page-data", reason: "is a summary that a machine wrote", score: 0.95 };
const readers: Foreign = { rule: "cleaning/comments", reason: "is of the readers' comments", score: 0.95 };
const chat: Foreign = {
  rule: "cleaning/page-data",
  reason: "is of the chat that the article was sent to",
  score: 0.95,
};
const contents: Foreign = { rule: "cleaning/page-data", reason: "lists the sections of the page", score: 0.9 };

/** Marks boxes of several lines that pages set into an article or around it, by how their lines go together. */
export function markWidgets(lines: readonly Line[], forms: (Foreign | null)[]): void {
  markVotes(lines, forms);
  markMachine(lines, forms);
  markReaders(lines, forms);
  markChat(lines, forms);
  markContents(lines, forms);
  markTags(lines, forms);
  markSplitFields(lines, forms);
  markStamped(lines, forms);
  markOtherReports(lines, forms);
  markRepeats(lines, forms);
}

const tags: Foreign = { rule: "cleaning/page-data", reason: "tells where a blog files the article", score: 0.9 };
// Matches `分类：街巷`; must not match `分类：干垃圾、湿垃圾`.
const tagLine = guarded(
  /^(?:(?:所属|文章|个人|日志)?(?:分类|专栏|专辑|系列)|标签|专题|话题)[：:]\s?[\p{Script=Han}A-Za-z“”]{2,14}$/u,
);

/** Where a blog files an article: a label beside another line of the page's data. */
function markTags(lines: readonly Line[], forms: (Foreign | null)[]): void {
  for (const [i, { text }] of lines.entries()) {
    const beside = [forms[i - 1], forms[i + 1]].some((form) => form?.rule === "cleaning/page-data");
    if (forms[i] === null && beside && tagLine.test(text)) forms[i] = tags;
  }
}

// Matches `【投票】你支持哪一种？（单选）`, `最想看哪一场（最多选2项）`; must not match `单选题`.
const asksToChoose = guarded(/[（(](?:[单多可]选|可多选|最多可?选.{1,4}|限选.{1,4})[）)]$/u);
// Matches `【投票】你怎么看？`; must not match `【投票】结果公布`.
const asksToVote = guarded(/^[【[](?:投票|小调查|互动投票|投票调查)[】\]].*[？?]$/u);

function headsVote(text: string): boolean {
  return text.length <= 70 && !text.includes("。") && (asksToChoose.test(text) || asksToVote.test(text));
}

// Matches `A. 支持 41%（1208票）`, `无所谓 206票 7%`, `○ 不支持 52%`; must not match `赞成的有52%。`.
const voteEntry = guarded(
  /[\s：:（(]\d[\d,.]*\s?[%％票人](?:\s?[（(]?\d[\d,.]*\s?[%％票人][）)]?)?$|\d\s?[%％票人][）)]$/u,
);
// Matches `A. 支持`, `○ 不好说`; must not match `A股大涨`.
const plainEntry = guarded(/^(?:[A-H][.．、]|[○□◯☐⚪])\s?\S/u);

function isChoice(text: string): boolean {
  return text.length <= 48 && !/[。；]/u.test(text) && (voteEntry.test(text) || plainEntry.test(text));
}

// Matches `投票已截止`, `已有5,612人参与`, `立即投票 查看结果`; must not match `投票结果公布后`.
const voteEnd = guarded(
  /^(?:(?:本次)?投票已?(?:截止|结束|关闭)|(?:已有|共有?|共计)?\s?\d[\d,.]*万?\+?\s?人?(?:已?参与|已投)了?(?:投票|调查)?|(?:立即|马上|我要|点击|参与|提交|重新)?投票(?:[\s|/]+(?:查看|投票)?结果)?|(?:查看|提交)(?:投票)?结果)$/u,
);

/** A question, what may be chosen, and how many did; a bare list of results is an article's own. */
function markVotes(lines: readonly Line[], forms: (Foreign | null)[]): void {
  for (let i = 0; i < lines.length; i++) {
    if (!headsVote(lines[i]?.text ?? "")) continue;
    let end = i + 1;
    let ends = false;
    for (; end < lines.length && end < i + 14; end++) {
      const { text = "" } = lines[end] ?? {};
      if (voteEnd.test(text)) ends = true;
      else if (ends || !isChoice(text)) break;
    }
    if (end - i < 3 && !ends) continue;
    for (let j = i; j < end; j++) forms[j] = vote;
    i = end - 1;
  }
}

const bullet = guarded(/^(?:[•●·▪■◆○▶►★✦*-]\s?|[①-⑨]|\d{1,2}[.、．]\s?)\S/u);

/** A label such as AI摘要, what it heads, and the remark that a machine wrote it. */
function markMachine(lines: readonly Line[], forms: (Foreign | null)[]): void {
  for (let i = 0; i < lines.length; i++) {
    if (!isMachineLabel(lines[i]?.text ?? "")) {
      if (isByMachine(lines[i]?.text ?? "")) forms[i] = machine;
      continue;
    }
    forms[i] = machine;
    let end = i + 1;
    while (isByMachine(lines[end]?.text ?? "")) forms[end++] = machine;
    let last = end;
    while (last < lines.length && last < end + 9 && bullet.test(lines[last]?.text ?? "")) last++;
    // Without bullets it is what stands above the remark.
    if (last === end) {
      let remark = end;
      while (remark < lines.length && remark < end + 4 && !isByMachine(lines[remark]?.text ?? "")) remark++;
      if (remark < end + 4 && remark < lines.length) last = remark;
    }
    for (let j = end; j < last; j++) forms[j] = machine;
    i = last - 1;
  }
}

// Matches `精选留言`, `热门评论（12）`, `— 留言区 —`; must not match `精选留言墙亮相`.
const readersHead = guarded(
  /^[—\-·【[\s]{0,4}(?:精选|热门|最新|全部|网友|读者|用户|最热|优质)(?:留言|评论|跟帖|热评)区?\s?(?:[（(]?\d{1,6}\+?条?[）)]?)?[—\-·】\]\s]{0,4}$/u,
);
// Matches `大树底下：支持！`, `作者回复：谢谢`; must not match `他说：“走吧。”`, `三、处理办法：退款。`.
const spoken = guarded(/^(?![一二三四五六七八九十\d]{1,3}[、.．])[^\s，。：:；“”]{1,16}[：:]\s?[^\s“]/u);
// Matches `数羊第一名 3小时前 说得对`, `甲 昨天`; must not match `三天前，他走了。`.
const stamped = guarded(/^\S{1,16}\s+(?:\d{1,2}(?:秒|分钟|小时|天|周|个月)前|昨天|前天|刚刚|\d{1,4}-\d{1,2})/u);
// Matches `赞 418 回复`, `作者赞过`, `写留言`, `查看全部 89 条评论`; must not match `回复了他`.
const replies = guarded(
  /^(?:作者(?:赞过|点赞|置顶)|(?:(?:赞|点赞|👍|♥|❤|回复|举报|分享|展开|收起|条回复)?\s?\d*\s){0,5}(?:赞|点赞|👍|♥|❤|回复|举报|分享|展开|收起|条回复)\s?\d*|(?:写|发表?|我要)(?:留言|评论)|(?:查看|展开|更多|加载|共)(?:全部|更多)?\s?\d*\s?条?(?:留言|评论|回复))$/u,
);

function isOfReaders(text: string): boolean {
  return text.length <= 100 && (spoken.test(text) || stamped.test(text) || replies.test(text));
}

/** What readers wrote under the head that tells so, to the end of the text; their words may be of any length. */
function markReaders(lines: readonly Line[], forms: (Foreign | null)[]): void {
  const from = lines.findIndex(({ text }, i) => i > 1 && readersHead.test(text));
  if (from < 0) return;
  let end = from + 1;
  while (end < lines.length && (forms[end] !== null || isOfReaders(lines[end]?.text ?? ""))) end++;
  if (end - from < 2 && end < lines.length) return;
  for (let i = from; i < end; i++) forms[i] ??= readers;
}

// Matches `三年级2班家长群(98)`, `某某业主群（320人）`; must not match `某某群（图）`.
const groupName = guarded(/^[^，。：]{1,20}(?:群|班级|小组)\s?[（(]\d{1,4}人?[）)]$/u);
// Matches `班主任李老师 07:58`, `老周 昨天 21:03`, `某科长 2022/5/11 8:32:10`; must not match `早班车 07:58 开`.
const turn = guarded(
  /^[^\s，。：；]{1,14}\s{1,3}(?:(?:[\d\-/年月日]{3,10}|昨天|前天|今天|星期[一二三四五六日天]|[上下]午|晚上)\s?){0,2}\d{1,2}:\d{2}(?::\d{2})?$/u,
);
// Matches `@所有人 请各位家长阅读`, `浩然奶奶 撤回了一条消息`, `收到`; must not match `@某市发布 通报`.
const called = guarded(/^[@＠](?:所有人|全体成员|all)(?:[\s，,：:]|$)/u);
const told = guarded(/(?:撤回了一条消息|加入了?本?群聊?|拍了拍\S+|以下[是为]新消息\s?-*)$/u);
const answered = guarded(
  /^(?:收到|好的|谢谢|辛苦了|已阅|赞|👍|\+?1)[，,！!。\s]?(?:谢谢|辛苦了|老师辛苦了)?(?:\[\p{Script=Han}{1,4}\])*$/u,
);

function isOfChat(text: string): boolean {
  return text.length <= 70 && (called.test(text) || (told.test(text) && text.length <= 36) || answered.test(text));
}

/** A chat's name above the article, who sent it when, and what was answered. */
function markChat(lines: readonly Line[], forms: (Foreign | null)[]): void {
  const [first, second] = lines;
  const named = first !== undefined && second !== undefined && groupName.test(first.text) && turn.test(second.text);
  if (!named && !(first !== undefined && turn.test(first.text))) return;
  const turns = lines.flatMap(({ text }, i) => (turn.test(text) ? [i] : []));
  if (!named && turns.length < 2) return;
  if (named) forms[0] = chat;
  for (const i of turns) forms[i] = chat;
  for (const [i, { text }] of lines.entries()) if (isOfChat(text)) forms[i] = chat;
}

const contentsHead = guarded(/^(?:目录|本页目录|文章目录|快速导航|内容目录)\s?(?:\[?(?:隐藏|展开|收起|显示)\]?)?$/u);
const contentsEntry = guarded(
  /^(?:\d{1,2}(?:\.\d{1,2}){0,2}[.、．]?\s{0,3}|[一二三四五六七八九十]{1,3}、)(\S[^。；]{0,24})$/u,
);

/** A list of the sections that follow: most of its entries stand below as headings once more. */
function markContents(lines: readonly Line[], forms: (Foreign | null)[]): void {
  const head = lines.findIndex(({ text }) => contentsHead.test(text));
  if (head < 0 || head > 30) return;
  let end = head + 1;
  const entries: string[] = [];
  for (; end < lines.length && end < head + 40; end++) {
    const entry = contentsEntry.exec(lines[end]?.text ?? "")?.[1];
    if (entry === undefined) break;
    entries.push(entry.trim());
  }
  const below = new Set(lines.slice(end).map(({ text }) => text.replace(/\[编辑\]$/u, "").trim()));
  const again = entries.filter((entry) => below.has(entry)).length;
  if (entries.length < 2 || again * 2 < entries.length) return;
  for (let i = head; i < end; i++) forms[i] ??= contents;
}
