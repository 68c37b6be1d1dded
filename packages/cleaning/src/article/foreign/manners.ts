import type { Line } from "../lines/lines.ts";

/** What a writer does throughout or not at all. */
export type Manner = "spoken" | "addressed" | "first" | "exclaimed" | "asks" | "open";
export const allManners: readonly Manner[] = ["spoken", "addressed", "first", "exclaimed", "asks", "open"];

/** Which of these a line does, of which `said` is what stands outside quotations. */
export function mannersOf({ text, clauses }: Line, said: string): Readonly<Record<Manner, boolean>> {
  if (!anyManner.test(said)) return clauses > 0 && /[\p{Script=Han}\d]$/u.test(text) ? onlyOpen : plainly;
  return {
    spoken: spoken.test(said),
    addressed: addressed.test(said),
    first: first.test(said),
    exclaimed: exclaimed.test(said),
    asks: asks.test(said),
    open: clauses > 0 && /[\p{Script=Han}\d]$/u.test(text),
  };
}

const plainly = { spoken: false, addressed: false, first: false, exclaimed: false, asks: false, open: false } as const;
const onlyOpen = { ...plainly, open: true } as const;

const spoken = /[吧呢啊嘛啦哦哟喽咯呗噢嘞唉哈呀]/u;
const addressed = /[你您亲咱]/u;
const first = /[我俺]/u;
const exclaimed = /[！!~～]/u;
const asks = /[？?]/u;
/** All of them: most lines have none. */
const anyManner = new RegExp([spoken, addressed, first, exclaimed, asks].map(({ source }) => source).join("|"), "u");

/** A text without its quotations. */
export function unquoted(text: string): string {
  return text.includes("“") ? text.replaceAll(/“[^”]*”?/gu, "") : text;
}
