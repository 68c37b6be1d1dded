/**
 * Fits the weights of src/article/foreign/register.ts on offers of many trades and lines of articles, all our own, and prints
 * what it weighs now, what the fit would have it weigh, and how much is told of trades and texts that the fit has not
 * seen: node scripts/fit-register.ts
 */
import { marks, marksOf } from "../src/article/foreign/register.ts";
import { blocksOf, serviceArticles } from "../test/planting.ts";
import { articles, paragraphs } from "../test/texts.ts";
import { fit, scoreOf, unseen } from "./fits.ts";

interface Sample {
  readonly text: string;
  /** Its trade, or the kind of text that it is from: what is measured on one was fitted on the others. */
  readonly group: string;
  /** It is an offer. */
  readonly sought: boolean;
  readonly rest: number;
  readonly measured: readonly number[];
}

/** A line of an article that is taken for an offer is worse than an offer that is not seen. */
const setup = { otherWeight: 1.5, firmness: 1, steps: 300 };
const nothing = marks.map(() => 0);
/** What an offer must weigh to be taken for one. */
const least = 0;

if (import.meta.main) {
  const samples = samplesOf();
  const groups = [...new Set(samples.map(({ group }) => group))];
  const folds = 15;
  let found = 0;
  const taken: string[] = [];
  const missed: string[] = [];
  for (let fold = 0; fold < folds; fold++) {
    const isOut = ({ group }: Sample): boolean => groups.indexOf(group) % folds === fold;
    const weights = fit(
      samples.filter((one) => !isOut(one)),
      nothing,
      setup,
    );
    for (const one of samples.filter(isOut)) {
      const weighs = scoreOf(one, weights) > least;
      if (one.sought && weighs) found++;
      else if (one.sought) missed.push(`${scoreOf(one, weights).toFixed(1)} ${one.text}`);
      else if (weighs) taken.push(`${scoreOf(one, weights).toFixed(1)} ${one.group}: ${one.text.slice(0, 60)}`);
    }
  }
  const offers = samples.filter(({ sought }) => sought).length;
  console.log(
    `of trades not seen: ${found} of ${offers} offers; of texts not seen: ${taken.length} of ${samples.length - offers} lines`,
  );
  if (process.argv.includes("--show")) console.log([...taken, "", ...missed].join("\n"));
  const fitted = fit(samples, nothing, setup);
  for (const [i, { name, weight }] of marks.entries())
    console.log(`  ${name.padEnd(8)} ${weight.toFixed(1).padStart(5)} → ${(fitted[i] ?? 0).toFixed(1)}`);
}

function sample(text: string, group: string, sought: boolean): Sample {
  const named = marksOf(text);
  return { text, group, sought, rest: 0, measured: marks.map(({ name }) => named[name]) };
}

function linesOf(text: string, group: string): Sample[] {
  return text
    .split("\n")
    .filter((line) => line.length >= 6 && line.length <= 90)
    .map((line) => sample(line, group, false));
}

function samplesOf(): Sample[] {
  const offers = ["offers.json", "trades.json", "more.json", "fresh.json"].flatMap((file) =>
    blocksOf(file)
      .filter(({ held, lines }) => (file === "offers.json" || held === null) && lines.length === 1)
      .filter(({ lines: [text = ""] }) => text.length >= 10 && text.length <= 90 && !text.endsWith("。"))
      .map(({ kind, lines: [text = ""] }) => sample(text, kind, true)),
  );
  return [
    ...offers,
    ...blocksOf("told.json").flatMap(({ kind, lines: all }) => all.map((text) => sample(text, `told ${kind}`, false))),
    ...[...articles(), ...paragraphs()].flatMap(({ name, text }) => linesOf(text, name)),
    ...serviceArticles().flatMap((text, i) => linesOf(text, `service ${i}`)),
    ...unseen().flatMap((text, i) => linesOf(text, `unseen ${i}`)),
  ];
}
