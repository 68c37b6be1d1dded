import type { Line } from "../lines/lines.ts";
import { guarded } from "../../patterns/guarded.ts";
import type { Foreign } from "./reason.ts";

const head: Foreign = { rule: "cleaning/page-data", reason: "is the head of a mail", score: 0.95 };
const foot: Foreign = { rule: "cleaning/comments", reason: "is set below each mail of its sender", score: 0.9 };

// Matches `发件人：甲 <a@b.example>`, `From: a`; must not match `发件人是谁`.
const sender = guarded(/^>{0,3}\s?(?:发件人|寄件人|发信人|寄信人|From)\s?[：:]/iu);
const field = guarded(
  /^>{0,3}\s?(?:收件人|抄送|信区|标\s{0,4}题|发信站|密送|发送时间|发件时间|日期|主题|附件|To|Cc|Bcc|Sent|Date|Subject|Reply-To)\s?[：:]/iu,
);
const passedOn = guarded(
  /^-{2,}\s?(?:原始邮件|转发(?:的)?邮件(?:信息)?|Original Message|Forwarded message)\s?-{2,}$/iu,
);
// Matches `老周 写道：`, `On Aug 3, 2011, a wrote:`; must not match `他在信中写道：`, but where an address or a time stands with it.
const quotes = guarded(/(?:\s写道|\swrote|写道)\s?[：:]$/iu);
const spaced = guarded(/\s(?:写道|wrote)\s?[：:]$/iu);
const addressed = guarded(/\d:\d\d|\S@\S/u);
const delimiter = guarded(/^(?:--|——)$/u);
// Matches `发自我的 iPhone`, `从 某某邮箱大师 发送`, `Sent from my phone`; must not match `发自内心的感谢。`.
const device = guarded(/^(?:[发来]自我的\S|Sent from my|从\s\S.*\s发[送出]$|获取\s?Outlook)/iu);

type Mark = "from" | "field" | "mark" | null;

function markOf({ text }: Line): Mark {
  if (text.length > 160) return null;
  if (sender.test(text)) return "from";
  if (field.test(text)) return "field";
  return passedOn.test(text) ? "mark" : null;
}

/** The lines of a mail's head: who sent it to whom, two lines and more in a row. */
export function mailHeadsOf(lines: readonly Line[]): readonly Line[] {
  if (!lines.some((line) => markOf(line) === "from")) return [];
  const marks = lines.map((line) => markOf(line));
  const found: Line[] = [];
  for (let i = 0; i < lines.length; i++) {
    const end = endOfHead(marks, i);
    found.push(...lines.slice(i, end));
    i = Math.max(i, end - 1);
  }
  return found;
}

/** Where the head that begins at a line ends; its own place where none begins. */
function endOfHead(marks: readonly Mark[], i: number): number {
  let end = i;
  while (marks[end] === "from" || marks[end] === "field") end++;
  return end - i >= 2 && marks.slice(i, end).includes("from") ? end : i;
}

/** Marks a mail's head, the few lines that forward what stands under it, who is quoted, and what is set below each mail. */
export function markMail(lines: readonly Line[], forms: (Foreign | null)[]): void {
  const marks = lines.map((line) => markOf(line));
  let isMail = false;
  for (let i = 0; i < lines.length; i++) {
    if (marks[i] === null || marks[i] === "mark") continue;
    const end = endOfHead(marks, i);
    if (end === i) continue;
    isMail = true;
    for (let j = i; j < end; j++) forms[j] = head;
    const mark = marks.indexOf("mark", end);
    const letter = lines.slice(end, mark).reduce((sum, { text }) => sum + text.length, 0);
    if (mark > 0 && mark - end <= 6 && letter <= 120) for (let j = end; j < mark; j++) forms[j] = head;
    i = end - 1;
  }
  for (const [i, mark] of marks.entries()) if (mark === "mark") forms[i] = head;
  for (const [i, line] of lines.entries()) {
    if (isMail ? isAttribution(line) : isAttribution(line) && addressed.test(line.text)) forms[i] = head;
    if (device.test(line.text) && line.text.length <= 30) forms[i] = foot;
    if (delimiter.test(line.text)) forms[i] = foot;
    if (isMail && delimiter.test(line.text)) markFoot(lines, forms, i);
  }
}

/** Who wrote what is quoted below. */
function isAttribution({ text, sentences }: Line): boolean {
  if (text.length > 120 || sentences > 0 || !quotes.test(text)) return false;
  return addressed.test(text) || (spaced.test(text) && text.length <= 30);
}

/** What stands under the delimiter of a signature, up to the next mail: a few short lines, and no sentence. */
function markFoot(lines: readonly Line[], forms: (Foreign | null)[], from: number): void {
  let end = from + 1;
  while (end < lines.length && forms[end] !== head) end++;
  const under = lines.slice(from + 1, end);
  if (under.length > 8 || under.some(({ text, han }) => text.length > 60 || (han > 16 && text.endsWith("。")))) return;
  for (let i = from + 1; i < end; i++) forms[i] ??= foot;
}
