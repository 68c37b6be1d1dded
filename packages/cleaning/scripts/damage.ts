/**
 * Prints how much of damage at random is repaired, by mechanism: `node scripts/damage.ts SEED COUNT [MECHANISM]`, and
 * what became of the damaged characters: right, open (U+FFFD), left as something else.
 * With `--show OUTCOME` it prints those cases; `--texts PATTERN` names the files of test/texts that it takes.
 */
import { parseArgs } from "node:util";
import { type Mechanism, mix } from "../test/damage.ts";
import { damagedCases, tally } from "../test/damaged.ts";

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { show: { type: "string" }, texts: { type: "string", default: "." } },
});
const [seed = "1", count = "500", only] = positionals;
if (only !== undefined && !(only in mix)) throw new RangeError(`unknown mechanism: ${only}`);

const cases = [
  ...damagedCases(Number(seed), Number(count), only as Mechanism | undefined, new RegExp(values.texts, "u")),
];
const rows = tally(cases);
const sum = { exact: 0, marked: 0, silent: 0, wrong: 0 };
for (const [mechanism, row] of [...rows].sort(([a], [b]) => (a < b ? -1 : 1))) {
  for (const outcome of ["exact", "marked", "silent", "wrong"] as const) sum[outcome] += row[outcome];
  print(mechanism, row, mechanism);
}
print("all", sum);
for (const one of cases.filter(({ outcome }) => outcome === values.show)) {
  process.stdout.write(`${one.mechanism}\n  ${one.damaged}\n  ${one.repaired.join("\n  ")}\n`);
}

function share(part: number, all: number): string {
  return ((part * 100) / all).toFixed(1).padStart(5);
}

function print(name: string, row: Readonly<Record<string, number>>, mechanism?: Mechanism): void {
  const all = Object.values(row).reduce((a, b) => a + b, 0);
  const of = cases.filter((one) => mechanism === undefined || one.mechanism === mechanism);
  const characters = { right: 0, open: 0, left: 0 };
  for (const one of of) for (const key of ["right", "open", "left"] as const) characters[key] += one.characters[key];
  const { right, open, left } = characters;
  const shares = [right, open, left].map((part) => share(part, right + open + left)).join(" ");
  process.stdout.write(
    `${name.padEnd(22)} ${String(all).padStart(5)} ${share(row["exact"] ?? 0, all)} % ${JSON.stringify(row).padEnd(53)} characters ${shares} %\n`,
  );
}
