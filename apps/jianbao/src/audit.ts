import type { CleanArticle, SourceText } from "@jianbao/model";
import { type Console, say } from "./console.ts";

/** Writes what was done to a source: each repair and removal with its line, its rule and its reason. */
export function auditOf(console: Console, source: SourceText, articles: readonly CleanArticle[]): string {
  const lines = lineStarts(source.text);
  const rows = articles.flatMap((article) => [
    ...article.repairs.map((repair) => ({
      at: repair.span.start,
      text: `${console.paint("green", `${shown(repair.before)} → ${shown(repair.after)}`)}  ${repair.rule}`,
    })),
    ...article.removals.map((removal) => ({
      at: removal.span.start,
      text: `${console.paint("red", `− ${shown(source.text.slice(removal.span.start, removal.span.end))}`)}  ${removal.rule} ${removal.score.toFixed(2)} ${removal.reason}`,
    })),
  ]);
  const facts = articles.map((article) => {
    const { title, publisher, published, area, script } = article.metadata;
    return [
      `${console.paint("bold", `${article.document}#${article.part}`)}  ${source.encoding}, ${script}`,
      `  ${say(console, { zh: "标题", en: "title" })} ${fact(title, title?.value ?? "")}`,
      `  ${say(console, { zh: "发布单位", en: "publisher" })} ${fact(publisher, publisher?.value ?? "")}`,
      `  ${say(console, { zh: "发布日期", en: "published" })} ${fact(published, published?.value ?? "")}`,
      `  ${say(console, { zh: "地区", en: "area" })} ${fact(area, area?.value.name ?? "")}`,
      "",
    ].join("\n");
  });
  const marks = rows
    .sort((a, b) => a.at - b.at)
    .map((row) => {
      const line = lineOf(lines, row.at);
      return `  ${`${line + 1}:${row.at - (lines[line] ?? 0) + 1}`.padEnd(9)} ${row.text}\n`;
    });
  const repairs = articles.reduce((sum, article) => sum + article.repairs.length, 0);
  const removals = articles.reduce((sum, article) => sum + article.removals.length, 0);
  const total = say(console, {
    zh: `修复 ${repairs} 处，去掉 ${removals} 处\n`,
    en: `${repairs} repairs, ${removals} removals\n`,
  });
  return `${facts.join("")}${marks.join("")}${total}`;
}

function fact(found: { readonly by: string; readonly evidence: string } | null, value: string): string {
  return found === null ? "—" : `${value} (${found.by}: ${shown(found.evidence)})`;
}

/** One line of at most forty characters. */
function shown(text: string): string {
  const flat = text.replaceAll(/\s+/gu, "␣");
  const characters = [...flat];
  return characters.length <= 40
    ? flat
    : `${characters.slice(0, 26).join("")}…${characters.slice(-12).join("")} (${characters.length})`;
}

function lineStarts(text: string): readonly number[] {
  const starts = [0];
  for (let i = text.indexOf("\n"); i >= 0; i = text.indexOf("\n", i + 1)) starts.push(i + 1);
  return starts;
}

function lineOf(starts: readonly number[], position: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= position) low = middle;
    else high = middle - 1;
  }
  return low;
}
