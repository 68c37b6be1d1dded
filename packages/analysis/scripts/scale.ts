/**
 * Prints how the time of an analysis grows with its archive: `node scripts/scale.ts [observations]`. Archives grow by
 * areas (36 months of bulletins), by days (one area's figures up to every day of some years) and by copies (one month's
 * figures in thousands of papers). Ratios near 2 are linear growth.
 */
import {
  type Area,
  type ClosedPeriod,
  type Observation,
  addDays,
  china,
  daysBetween,
  daysInMonth,
  isoDate,
  parseIssuePeriod,
} from "@jianbao/model";
import { type Publication, analyse } from "../src/index.ts";
import { pack } from "../test/notation.ts";

const largest = Number(process.argv[2] ?? 100_000);
const period = parseIssuePeriod("2024-01");
if (period === null) throw new RangeError("no period");
const shapes = { areas: byAreas, days: byDays, copies: byCopies };
for (const [shape, archiveOf] of Object.entries(shapes)) {
  let before = 0;
  for (const size of [largest / 8, largest / 4, largest / 2, largest]) {
    const input = { ...archiveOf(size), decisions: [], pack, period, area: china, previous: null };
    const times = [0, 1, 2].map(() => {
      const start = performance.now();
      analyse(input);
      return performance.now() - start;
    });
    const best = Math.min(...times);
    const ratio = before === 0 ? "" : ` ×${(best / before).toFixed(2)}`;
    console.log(`${shape}: ${input.observations.length} observations: ${best.toFixed(0)} ms${ratio}`);
    before = best;
  }
}

interface Archive {
  readonly observations: Observation[];
  readonly publications: Publication[];
}

/** Monthly bulletins of as many areas as are needed: year to date and single month of four indicators, each told twice. */
function byAreas(size: number): Archive {
  const observations: Observation[] = [];
  const publications: Publication[] = [];
  for (let place = 0; observations.length < size; place++) {
    const code = `${Math.floor(place / 90) + 11}${`${(place % 90) + 1}`.padStart(2, "0")}00`;
    const area: Area = { code, name: `第${place + 1}市` };
    for (let month = 0; month < 36 && observations.length < size; month++) {
      const [year, within] = [2021 + Math.floor(month / 12), (month % 12) + 1];
      const end = isoDate(year, within, daysInMonth(year, within));
      for (const house of ["日报", "晚报"]) {
        const document = `${code}-${end}-${house}.txt`;
        const published = isoDate(within === 12 ? year + 1 : year, (within % 12) + 1, house === "日报" ? 6 : 9);
        const publisher = `${area.name}${house}`;
        publications.push({ key: `${document}#1`, document, part: 1, title: null, publisher, published, url: null });
        for (const [i, indicator] of [
          "cases.solved",
          "suspects.captured",
          "cards.seized",
          "cases.reported",
        ].entries()) {
          for (const [j, start] of [isoDate(year, 1, 1), isoDate(year, within, 1)].entries()) {
            const value = (j === 0 ? within : 1) * (300 + place + i);
            observations.push(observationOf(document, i * 2 + j, indicator, area, { start, end }, value));
          }
        }
      }
    }
  }
  return { observations, publications };
}

/** Figures from 1 January up to each day, and of each day, of as many series as are needed for three years of days. */
function byDays(size: number): Archive {
  const observations: Observation[] = [];
  const publications: Publication[] = [];
  const first = "2021-01-01";
  for (let place = 0; observations.length < size; place++) {
    const area: Area = { code: `${11 + place}0100`, name: `第${place + 1}市` };
    for (let day = 0; day < 1095 && observations.length < size; day++) {
      const end = addDays(first, day);
      const document = `${place}-${end}.txt`;
      const published = addDays(end, 1);
      publications.push({
        key: `${document}#1`,
        document,
        part: 1,
        title: null,
        publisher: area.name,
        published,
        url: null,
      });
      const since = `${end.slice(0, 4)}-01-01`;
      const passed = daysBetween(since, end) + 1;
      observations.push(
        observationOf(document, 0, "cases.solved", area, { start: since, end }, 40 * passed),
        observationOf(document, 1, "cases.solved", area, { start: end, end }, 40),
      );
    }
  }
  return { observations, publications };
}

/** The figures of one month's bulletin in as many papers, every tenth with a figure of its own. */
function byCopies(size: number): Archive {
  const observations: Observation[] = [];
  const publications: Publication[] = [];
  const month = { start: "2023-12-01", end: "2023-12-31" };
  for (let paper = 0; observations.length < size; paper++) {
    const document = `${paper}.txt`;
    const published = addDays("2024-01-02", paper % 25);
    publications.push({
      key: `${document}#1`,
      document,
      part: 1,
      title: null,
      publisher: `${paper}报`,
      published,
      url: null,
    });
    for (const [i, indicator] of ["cases.solved", "suspects.captured", "cards.seized", "cases.reported"].entries()) {
      const value = 4000 + i + (paper % 10 === 0 ? Math.floor(paper / 10) % 40 : 0);
      observations.push(observationOf(document, i, indicator, china, month, value));
    }
  }
  return { observations, publications };
}

function observationOf(
  document: string,
  index: number,
  indicator: string,
  area: Area,
  period: ClosedPeriod,
  value: number,
): Observation {
  const unit = pack.indicators.find(({ id }) => id === indicator)?.unit ?? "item";
  const at = index * 100;
  const quote = `${area.name}${period.start}至${period.end}第${index}项的数字是${value}，工作取得成效，有力维护群众利益。`;
  return {
    id: `o-${document}.${index}`,
    document,
    part: 1,
    indicator,
    measure: indicator,
    subject: "telecom-fraud",
    breakdown: null,
    scope: "aggregate",
    quantity: { text: `${value}`, value, unit, unitText: "", bound: "exact", low: value, high: value },
    area,
    period: { ...period, text: null },
    actor: null,
    rate: null,
    change: [],
    source: { start: at + 20, end: at + 24, quote, quoteStart: at, quoteEnd: at + quote.length },
    confidence: 0.95,
  };
}
