import { type Change, type Draft, change, inOrder } from "../draft.ts";

const words: Readonly<Record<string, string>> = { and: "和", or: "或" };

/** Puts back the conjunctions that a machine translated: 公安部 and 中国人民银行 is 公安部和中国人民银行. */
export function translateStrays(draft: Draft): Draft {
  const changes: Change[] = [];
  // Matches ` and ` between Han or closing marks; must not match `R and D` or `AT and T`.
  for (const match of draft.text.matchAll(/(?<=[\p{Script=Han}”》）]) ?(and|or) ?(?=[\p{Script=Han}“《（])/giu)) {
    const replacement = words[(match[1] ?? "").toLowerCase()] ?? "";
    changes.push({
      start: match.index,
      end: match.index + match[0].length,
      replacement,
      rule: "cleaning/english-conjunction",
    });
  }
  return change(draft, inOrder([...changes, ...figureSpaces(draft.text)]));
}

/** 破获案件 13.1 万起 is 破获案件13.1万起: within prose, figures are not set apart from their words. */
function figureSpaces(text: string): Change[] {
  const changes: Change[] = [];
  let end = 0;
  let prose = false;
  // Matches the space in `案件 13`, `13.1 万起` and `5% 以上`; must not match `a 5` or a gap of three spaces.
  for (const match of text.matchAll(
    /(?<=[\p{Script=Han}，。、；：（“])[ \u00A0\u2002-\u200A\u202F]{1,2}(?=\d)|(?<=[\d%])[ \u00A0\u2002-\u200A\u202F]{1,2}(?=\p{Script=Han})/gu,
  )) {
    if (match.index >= end) {
      const stop = text.indexOf("\n", match.index);
      end = stop < 0 ? text.length : stop;
      const line = text.slice(text.lastIndexOf("\n", match.index) + 1, end);
      prose = /[。；]/u.test(line) || (line.includes("，") && line.length > 30);
    }
    if (prose) changes.push({ start: match.index, end: match.index + match[0].length, replacement: "" });
  }
  return changes;
}
