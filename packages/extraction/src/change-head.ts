import type { Span } from "@jianbao/model";
import type { Draft } from "./draft.ts";
import type { Hit } from "./lexicon.ts";
import type { Meaning } from "./meaning.ts";
import type { Place } from "./change-of.ts";
import { between, type View } from "./reading.ts";

/** 利用单位账户转移资金的账户数量下降: what changes heads the clause before it, whose deeds are none of the sentence's. */
export function headIn(text: string, hits: readonly Hit[], { start, end }: Span): Span {
  const head = heading.exec(text.slice(start, end))?.groups?.["head"];
  if (head === undefined) return { start, end };
  const stop = end - head.length - 1;
  const before = between(hits, { start, end: stop }).findLast(
    ({ use }) => use.verbs.length > 0 || use.phrases.length > 0,
  );
  // 破获的案件数量: done to what heads it; 转移资金 has its own.
  const isObject = before === undefined || (before.end === stop && before.use.phrases.length === 0);
  return isObject ? { start, end } : { start: end - head.length, end };
}

// Matches `转移资金的账户数量`, `发送诈骗短信的号码数`; must not match `电信诈骗的立案数`.
const heading = /的(?<head>[\p{Script=Han}]{1,8}(?:数量|总量|总数|户数|个数|[人次件起]数|数))$/u;

/** 2023年审结数、判处人数分别上升48%、38%；2024年分别上升29%、26%: what the change in its place of the list before was told of. */
export function sameSeries({ reading, sentence, times }: View, drafts: readonly Draft[], place: Place): Meaning | null {
  const { start, end } = place.head;
  const isTimed = times.some((mark) => (mark.start >= start && mark.end <= end) || start - mark.end === 1);
  if (place.item !== null || !isTimed) return null;
  let words = "";
  let at = start;
  for (const mark of times) {
    if (mark.start < at || mark.end > end) continue;
    words += reading.text.slice(at, mark.start);
    at = mark.end;
  }
  if (!/^[，,；;、\s]*(?:而|又|则)?[，,]?$/u.test(words + reading.text.slice(at, end))) return null;
  const told = drafts.filter((draft) => draft.figure === null && draft.sentence.start === sentence.start);
  return told.at(-place.count)?.meaning ?? null;
}
