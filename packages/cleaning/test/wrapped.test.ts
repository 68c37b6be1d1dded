import { expect, test } from "vitest";
import { articles } from "./texts.ts";
import { cleaned } from "./helpers.ts";

/** Cuts a paragraph after so many characters, as a mail program or a narrow column does. */
function wrapped(paragraph: string, width: number): string[] {
  const lines: string[] = [];
  for (let at = 0; at < paragraph.length; at += width) lines.push(paragraph.slice(at, at + width));
  return lines;
}

const settings = {
  "line by line": (paragraphs: readonly string[], width: number) =>
    paragraphs.flatMap((one) => wrapped(one, width)).join("\n"),
  "with blank lines between all lines": (paragraphs: readonly string[], width: number) =>
    paragraphs.flatMap((one) => wrapped(one, width)).join("\n\n"),
  "with blank lines between paragraphs": (paragraphs: readonly string[], width: number) =>
    paragraphs.map((one) => wrapped(one, width).join("\n")).join("\n\n"),
  "with a break in each paragraph": (paragraphs: readonly string[], width: number) =>
    paragraphs
      .map((one) => (one.length > 2 * width ? `${one.slice(0, width)}\n\n${one.slice(width)}` : one))
      .join("\n"),
  "a clause a line": (paragraphs: readonly string[]) =>
    paragraphs.map((one) => one.split(/(?<=[，。；！？])/u).join("\n")).join("\n\n"),
} as const;

const bare = (text: string): string => text.replaceAll(/\s/gu, "");

// A price or a call in mid-sentence makes no advertisement of the line that the wrap left it on.
test.each(Object.entries(settings))("loses no line of articles that are set %s", async (_name, set) => {
  const lost: string[] = [];
  for (const width of [17, 22, 34]) {
    // The rows of a table are no running text.
    for (const { name, text } of articles().filter((one) => !one.text.includes("\t"))) {
      const paragraphs = text.split("\n");
      const whole = bare((await cleaned(text)).text);
      const found = bare((await cleaned(set(paragraphs, width))).text);
      if (found.length < whole.length) lost.push(`${String(width)}: ${name}`);
    }
  }
  expect(lost).toEqual([]);
});
