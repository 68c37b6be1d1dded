/**
 * Prints how much of damage at random is repaired, by mechanism: `node scripts/damage.ts SEED COUNT [MECHANISM]`.
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
  print(mechanism, row);
}
print("all", sum);
for (const one of cases.filter(({ outcome }) => outcome === values.show)) {
  process.stdout.write(`${one.mechanism}\n  ${one.damaged}\n  ${one.repaired.join("\n  ")}\n`);
}

function print(name: string, row: Readonly<Record<string, number>>): void {
  const all = Object.values(row).reduce((a, b) => a + b, 0);
  const share = (((row["exact"] ?? 0) * 100) / all).toFixed(1);
  process.stdout.write(`${name.padEnd(22)} ${String(all).padStart(5)} ${share.padStart(5)} % ${JSON.stringify(row)}\n`);
}
