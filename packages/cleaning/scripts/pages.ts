import { articles, heldBack, read, score, tuned } from "../test/pages/measure.ts";

// node scripts/pages.ts [tuned|held] [NAME]: how articles come out of the layouts; with a name also what came out wrong.
const [set = "both", only = ""] = process.argv.slice(2);
const out = (line: string): boolean => process.stdout.write(`${line}\n`);
for (const [name, layouts] of [
  ["tuned", tuned],
  ["held", heldBack],
] as const) {
  if (set !== "both" && set !== name) continue;
  const all: number[] = [];
  let exact = 0;
  const started = process.cpuUsage();
  let wrong = 0;
  for (const layout of layouts) {
    if (!layout.name.includes(only)) continue;
    const figures: number[] = [];
    const notes: string[] = [];
    for (const [i, article] of articles.entries()) {
      const seed = i * 3 + layout.name.length;
      const { text } = await read(layout, article, seed);
      const { f, missing, extra } = score(layout, article, seed, text);
      figures.push(f);
      wrong += missing.length + extra.length;
      if (f === 1) exact++;
      if (f === 1 && missing.length + extra.length === 0) continue;
      if (only !== "")
        notes.push(
          `  ${article.title}: ${f.toFixed(3)}`,
          ...missing.map((line) => `    - ${line.slice(0, 90)}`),
          ...extra.map((line) => `    + ${line.slice(0, 90)}`),
        );
    }
    all.push(...figures);
    out(
      `${(figures.reduce((sum, f) => sum + f, 0) / figures.length).toFixed(4)} min ${Math.min(...figures).toFixed(4)} ${layout.name}`,
    );
    for (const note of notes) out(note);
  }
  out(
    `${name}: mean F ${(all.reduce((sum, f) => sum + f, 0) / all.length).toFixed(4)}, least ${Math.min(...all).toFixed(4)}, exact ${exact} of ${all.length}, lines wrong ${wrong}, ${cpu(started, all.length)} ms of CPU a page, layouts ${layouts.length}`,
  );
}

/** Milliseconds of this process for each of so many pages, with laying them out and comparing them. */
function cpu(since: NodeJS.CpuUsage, pages: number): string {
  const { user, system } = process.cpuUsage(since);
  return ((user + system) / 1000 / Math.max(1, pages)).toFixed(1);
}
