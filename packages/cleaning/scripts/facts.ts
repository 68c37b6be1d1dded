import { countManners, fields } from "../test/facts/measure.ts";

// node scripts/facts.ts [tuned|held] [--show]: how facts come out of the heads and tails of articles in many manners.
const [set = "both", show = ""] = process.argv.slice(2);
const out = (line: string): boolean => process.stdout.write(`${line}\n`);
for (const held of [false, true]) {
  const name = held ? "held" : "tuned";
  if (set !== "both" && set !== name) continue;
  const { counts, notes } = await countManners(held);
  for (const field of fields) {
    const { right, wrong, missed, guessed } = counts[field];
    out(`${name} ${field}: right ${right}, wrong ${wrong}, missed ${missed}, guessed ${guessed}`);
  }
  if (show === "--show") for (const note of notes) out(`  ${note}`);
}
