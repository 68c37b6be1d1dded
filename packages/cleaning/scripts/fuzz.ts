/**
 * Cleans files that are damaged at random and checks that every law holds, for as long as one likes:
 * `node packages/cleaning/scripts/fuzz.ts [--minutes 60] [--seed 1] [--cases 1000] [--settle] [--out DIR]`.
 * `--settle` also cleans each clean article again. A failing case is made smaller and written to DIR (fuzz-failures).
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { inputOf } from "./fuzzing/inputs.ts";
import { type Violation, unsettled, violationsOf } from "./fuzzing/laws.ts";
import { minimised } from "./fuzzing/minimise.ts";

const { values } = parseArgs({
  options: {
    minutes: { type: "string", default: "1" },
    seed: { type: "string", default: "1" },
    cases: { type: "string", default: "1000000000" },
    settle: { type: "boolean", default: false },
    out: { type: "string", default: "fuzz-failures" },
  },
});
const until = performance.now() + Number(values.minutes) * 60_000;
const first = Number(values.seed);
const laws = new Map<string, number>();
/** What one file may take: a slow start, and a millisecond for 100 bytes. */
const allowed = (bytes: number): number => 1000 + bytes / 100;
let cases = 0;
let worst = { seed: 0, ms: 0 };

for (let seed = first; performance.now() < until && cases < Number(values.cases); seed++, cases++) {
  const { document, bytes, story } = inputOf(seed);
  const start = spent();
  const found = await violationsIn(bytes, document);
  let ms = spent() - start;
  // What is read for the first time, or beside other programs, is slow once.
  if (ms > allowed(bytes.length)) ms = Math.min(ms, await timeOf(bytes, document));
  if (ms > worst.ms) worst = { seed, ms };
  if (ms > allowed(bytes.length))
    found.push({ law: "takes no longer", what: `${ms.toFixed(0)} ms for ${bytes.length} bytes` });
  for (const law of new Set(found.map((one) => one.law))) {
    const count = (laws.get(law) ?? 0) + 1;
    laws.set(law, count);
    // Three examples of each are enough to work on.
    if (count > 3) continue;
    const small =
      law === "takes no longer"
        ? bytes
        : await minimised(bytes, async (less) => (await violationsIn(less, document)).some((one) => one.law === law));
    const what = [...(await violationsIn(small, document)), ...found].find((one) => one.law === law)?.what ?? "";
    mkdirSync(values.out, { recursive: true });
    const name = `${law.replaceAll(" ", "-")}-${seed}`;
    writeFileSync(join(values.out, `${name}.${document.slice(2)}`), small);
    console.log(
      `seed ${seed}  ${law}  (${story.join(", ")})\n  ${what}\n  → ${name}.${document.slice(2)} (${small.length} bytes)`,
    );
  }
}
console.log(`${cases} cases from seed ${first}; the slowest took ${worst.ms.toFixed(0)} ms (seed ${worst.seed})`);
for (const [law, count] of laws) console.log(`broken ${count} times: ${law}`);
process.exitCode = laws.size === 0 ? 0 : 1;

/** The milliseconds of processor time so far: what runs beside counts for nothing. */
function spent(): number {
  return process.cpuUsage().user / 1000;
}

async function timeOf(bytes: Uint8Array, document: string): Promise<number> {
  const start = spent();
  await violationsIn(bytes, document);
  return spent() - start;
}

async function violationsIn(bytes: Uint8Array, document: string): Promise<Violation[]> {
  const found = await violationsOf(bytes, document);
  if (values.settle && found.length === 0) found.push(...(await unsettled(bytes, document)));
  return found;
}
