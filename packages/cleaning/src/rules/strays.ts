import { type Change, type Draft, change, inOrder } from "../draft.ts";
import { closeFigures, closeMarks } from "./spacing.ts";
import { guarded } from "../patterns/guarded.ts";

const words: Readonly<Record<string, string>> = { and: "和", or: "或" };

// Matches ` and ` between Han or closing marks; must not match `R and D` or `AT and T`.
const conjunction = guarded(/(?<=[\p{Script=Han}”》）])(?: {1,2}(and|or) {1,2}| ?(and) ?)(?=[\p{Script=Han}“《（])/giu);

/**
 * Puts back the conjunctions that a machine translated: 公安部 and 中国人民银行 is 公安部和中国人民银行.
 * Without spaces `or` is young people's Chinese (男or女), and in a line about words or programs both are spoken of.
 */
export function translateStrays(draft: Draft): Draft {
  const { text } = draft;
  const changes: Change[] = [];
  for (const match of conjunction.all(text)) {
    const end = match.index + match[0].length;
    if (tellsOfEnglish(text, match.index, end)) continue;
    const replacement = words[(match[1] ?? match[2] ?? "").toLowerCase()];
    if (replacement === undefined) continue;
    changes.push({ start: match.index, end, replacement, rule: "cleaning/english-conjunction" });
  }
  return change(draft, inOrder([...changes, ...closeFigures(text), ...closeMarks(text)]));
}

/** A sentence about English, logic or programs. */
function tellsOfEnglish(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - 40), start).replace(/^.*[\n。！？]/su, "");
  const after = text.slice(end, end + 40).replace(/[\n。！？].*$/su, "");
  return /运算|英[文语]|单词|逻辑|词组|连词|短语|语法|字母|编程|代码|程序员|关键[词字]|(?<![A-Za-z] ?)\b(?:and|or|not|if)\b(?! ?[A-Za-z])/iu.test(
    `${before}\n${after}`,
  );
}
