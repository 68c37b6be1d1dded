/**
 * Prints what the analysis finds of faults planted into archives of 36 months, by kind, and what it asks of archives
 * without a fault: `node scripts/planted.ts [archives]`.
 */
import { alarmsOf, scoreOf } from "../test/planted/verdict.ts";

const archives = Number(process.argv[2] ?? 25);
const seeds = Array.from({ length: archives }, (_, i) => i + 1);
const { kinds, alarms, missed, figures, issues } = scoreOf(seeds, 1);
console.log(`${archives} archives, ${figures} figures, ${issues} issues`);
console.table(
  Object.fromEntries(
    Object.entries(kinds).map(([kind, { planted, found, echoes }]) => [
      kind,
      { planted, found, missed: planted - found, "warnings on it": echoes },
    ]),
  ),
);
console.log(`${alarms.length} false alarms beside planted faults`);
const clean = alarmsOf(seeds);
console.log(`${clean.length} false alarms in the same archives without faults`);
for (const line of [...missed.map((text) => `missed: ${text}`), ...alarms, ...clean]) console.log(line);
