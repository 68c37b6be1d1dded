import type { SearchHit } from "@jianbao/archive";
import { columnsOf } from "./columns.ts";
import { type Console, say } from "./console.ts";

/** Writes a hit for a person: date, title and file, then as much of the line as the terminal holds, the words in bold. */
export function shownHit(console: Console, hit: SearchHit, words: readonly string[]): string {
  const date = hit.published ?? say(console, { zh: "日期不详", en: "undated" });
  const part = hit.part === 1 ? "" : `#${hit.part}`;
  const head = `${date}  ${console.paint("bold", hit.title ?? say(console, { zh: "（无题）", en: "(untitled)" }))}  ${console.paint("dim", `${hit.document}${part}`)}`;
  return `${head}\n    ${painted(console, excerptOf(hit, console.columns - 4), words)}\n`;
}

/** The part of the line around the hit that fits into so many columns. */
function excerptOf({ line, start, lineStart }: SearchHit, columns: number): string {
  if (columnsOf(line) <= columns) return line;
  const characters = [...line];
  let from = 0;
  for (let units = 0; units < start - lineStart; from++) units += characters[from]?.length ?? 1;
  // A third of the room is for what stands before.
  let room = columns - 4; // … and …
  let begin = from;
  for (let taken = 0; begin > 0 && taken < room / 3; begin--) taken += columnsOf(characters[begin - 1] ?? "");
  room -= columnsOf(characters.slice(begin, from).join(""));
  let end = from;
  for (; end < characters.length; end++) {
    room -= columnsOf(characters[end] ?? "");
    if (room < 0) break;
  }
  return `${begin > 0 ? "…" : ""}${characters.slice(begin, end).join("")}${end < characters.length ? "…" : ""}`;
}

/** Puts every word that stands in a text in bold. */
function painted(console: Console, text: string, words: readonly string[]): string {
  const folded = text.toLowerCase();
  if (folded.length !== text.length) return text;
  let out = "";
  for (let at = 0; at < text.length;) {
    const word = words.find((each) => folded.startsWith(each, at));
    const length = word?.length ?? 1;
    const piece = text.slice(at, at + length);
    out += word === undefined ? piece : console.paint("bold", piece);
    at += length;
  }
  return out;
}
