import type { SourcePlace, Span } from "@jianbao/model";
import { type Change, type Draft, change } from "../../draft.ts";
import type { Stated, Structure } from "../../structure.ts";

/** Reads what a PDF or a Word document shows of its lines: headings are marked, the page's furniture goes. */
export function readContainer(draft: Draft, places: readonly SourcePlace[]): { draft: Draft; structure: Structure } {
  const headings: Span[] = [];
  const stated: Stated[] = [];
  const changes: Change[] = [];
  let done = 0;
  for (const { start, end, role } of places) {
    if (start < done) continue;
    if (role === "heading") headings.push({ start, end });
    if (role !== "furniture") continue;
    stated.push(...statedIn(draft.source.slice(start, end)));
    const reason = "is of the page that the text stands on";
    // Its line goes with it: a blank one would say that the text around it was set apart.
    done = draft.source[end] === "\n" ? end + 1 : end;
    changes.push({ start, end: done, replacement: "", rule: "cleaning/running-head", reason, score: 0.95 });
  }
  return { draft: change(draft, changes), structure: { headings, stated } };
}

/** What a page's head and foot say of the article: a newspaper's date with its weekday, a print-out's address. */
function statedIn(furniture: string): Stated[] {
  const stated: Stated[] = [];
  const evidence = furniture.trim();
  // Matches `2023年5月31日 星期三`; must not match `2024/1/15 10:31`, which is when the page was printed.
  const date = /(\d{4})\s?年\s?(\d{1,2})\s?月\s?(\d{1,2})\s?日\s{0,4}(?:星期|周)[一二三四五六日天]/u.exec(furniture);
  if (date !== null) {
    const value = [date[1], date[2]?.padStart(2, "0"), date[3]?.padStart(2, "0")].join("-");
    stated.push({ field: "published", value, evidence });
  }
  // Matches `https://example.cn/a.html`; must not match `www.example.cn`, an outlet's imprint.
  const url = /https?:\/\/[\w./?=&%#~:+-]{4,400}/u.exec(furniture);
  if (url !== null) stated.push({ field: "url", value: url[0], evidence });
  return stated;
}
