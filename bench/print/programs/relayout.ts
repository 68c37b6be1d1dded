/** Sets the sample again and again in one process, each time with one paragraph changed, and prints how long that takes. */
import { openSync, readFileSync, readSync } from "node:fs";
import { join } from "node:path";
import type { Scene } from "@jianbao/charts";
import { type Document, type Theme, documentFromJson } from "@jianbao/document";
import { FaceSet, openFace } from "@jianbao/fonts";
import { layout, newMeasureCache, toPdf } from "@jianbao/print";

const folder = process.argv[2] ?? "";
const read = (name: string): string => readFileSync(join(folder, name), "utf8");
const { document } = documentFromJson(read("document.json"));
if (document === null) throw new Error("the document cannot be read");
const theme = JSON.parse(read("theme.json")) as Theme;
const ids = ["noto-serif-sc-400", "noto-serif-sc-700", "noto-sans-sc-400", "noto-sans-sc-700"];
const faces = new FaceSet(
  ids.map((id) => {
    const descriptor = openSync(join(folder, "fonts", `${id}.ttf`), "r");
    return openFace({
      id,
      read: (offset, length) => {
        const bytes = new Uint8Array(length);
        readSync(descriptor, bytes, 0, length, offset);
        return bytes;
      },
    });
  }),
  { fallback: ["noto-serif-sc-400"] },
);
const charts = JSON.parse(read("scenes.json")) as Record<string, Scene>;

const measures = newMeasureCache();
const rounds = 40;
const layouts: number[] = [];
const files: number[] = [];
for (let round = 0; round < rounds; round++) {
  const changed = withChange(document, round);
  const start = spent();
  const laid = layout(changed, { theme, faces, charts, measures });
  const middle = spent();
  await toPdf(laid.pages, { ...laid, faces });
  if (round < 10) continue;
  layouts.push(middle - start);
  files.push(spent() - middle);
}
const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN;
process.stdout.write(
  `one paragraph changed, warm, the thread's own time: pages ${median(layouts).toFixed(1)} ms, file ${median(files).toFixed(1)} ms (median of ${layouts.length})\n`,
);

/** Milliseconds that this thread has worked: what other programs on the machine change least. */
function spent(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}

/** The document with another text in one of its paragraphs. */
function withChange(from: Document, round: number): Document {
  const paragraphs = from.children.filter((block) => block.type === "paragraph").length;
  let at = 0;
  return {
    ...from,
    children: from.children.map((block) => {
      if (block.type !== "paragraph" || at++ !== 1 + (round % (paragraphs - 1))) return block;
      return { ...block, children: [...block.children, { type: "text" as const, value: `第${round}次改动。` }] };
    }),
  };
}
