/** What a text about encodings speaks of. */
const subject =
  /乱码|亂碼|字符编码|字符集|编码[错转方格]|解码|[“"'‘「]锟斤拷|烫烫烫|mojibake|\bUTF-?\s?8\b|\bGBK\b|\bGB\s?(?:2312|18030)\b|\bBig-?5\b|\bLatin-?1\b|\bISO-?8859|\bUnicode\b/iu;
/** The longest sample, and how much text of its line stands around it at least. */
const longest = 60;
const leastAround = 8;

/**
 * Tells whether strange characters are what a text speaks of: 网页上的“ä¸­æ–‡”是乱码. A sample is short and stands in
 * a sentence about encodings, or between quotation marks in a text about them.
 */
export function isSample(text: string, start: number, end: number): boolean {
  if (end - start > longest) return false;
  const from = text.lastIndexOf("\n", start - 1) + 1;
  const stop = text.indexOf("\n", end);
  const before = text.slice(Math.max(from, start - 400), start);
  const after = text.slice(end, Math.min(stop < 0 ? text.length : stop, end + 400));
  const around = before + after;
  if ((around.match(/\p{Script=Han}/gu) ?? []).length >= leastAround && subject.test(around)) return true;
  // A line of its own, or a quotation, in a text about encodings.
  const near = text.slice(Math.max(0, start - 1500), start) + text.slice(end, end + 1500);
  const isQuoted = /[“"‘「『《`]$/u.test(before) && /^[”"’」』》`]/u.test(after);
  const isAlone = around.trim() === "";
  return (isQuoted || isAlone) && (near.match(new RegExp(subject, "giu")) ?? []).length >= 2;
}
