import { type Change, type Draft, change } from "../draft.ts";

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
  return change(draft, changes);
}
