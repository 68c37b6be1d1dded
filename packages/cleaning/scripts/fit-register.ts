/**
 * Fits the weights of src/article/foreign/register.ts on offers of many trades and lines of articles, all our own, and prints
 * what it weighs now, what the fit would have it weigh, and how much is told of trades and texts that the fit has not
 * seen: node scripts/fit-register.ts
 */
import { readFileSync } from "node:fs";
import { marks, marksOf } from "../src/article/foreign/register.ts";
import { blocksOf, serviceArticles } from "../test/planting.ts";
import { articles, paragraphs } from "../test/texts.ts";

interface Sample {
  readonly text: string;
  /** Its trade, or the kind of text that it is from: what is measured on one was fitted on the others. */
  readonly group: string;
  readonly offer: boolean;
  readonly measured: readonly number[];
}

/** A line of an article that is taken for an offer is worse than an offer that is not seen. */
const ownWeight = 1.5;
/** How firmly the fit holds to nothing. */
const firmness = 1;
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
    const weights = fit(samples.filter((one) => !isOut(one)));
    for (const one of samples.filter(isOut)) {
      const weighs = scoreOf(one, weights) > least;
      if (one.offer && weighs) found++;
      else if (one.offer) missed.push(`${scoreOf(one, weights).toFixed(1)} ${one.text}`);
      else if (weighs) taken.push(`${scoreOf(one, weights).toFixed(1)} ${one.group}: ${one.text.slice(0, 60)}`);
    }
  }
  const offers = samples.filter(({ offer }) => offer).length;
  console.log(
    `of trades not seen: ${found} of ${offers} offers; of texts not seen: ${taken.length} of ${samples.length - offers} lines`,
  );
  if (process.argv.includes("--show")) console.log([...taken, "", ...missed].join("\n"));
  const fitted = fit(samples);
  for (const [i, { name, weight }] of marks.entries())
    console.log(`  ${name.padEnd(8)} ${weight.toFixed(1).padStart(5)} → ${(fitted[i] ?? 0).toFixed(1)}`);
}

function sample(text: string, group: string, offer: boolean): Sample {
  const named = marksOf(text);
  return { text, group, offer, measured: marks.map(({ name }) => named[name]) };
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

/** The articles of the files that were written without seeing the program. */
function unseen(): string[] {
  return ["a", "b", "c"].flatMap((name) => {
    const file = new URL(`../test/unseen/${name}.json`, import.meta.url);
    const found = JSON.parse(readFileSync(file, "utf8")) as { articles: { paragraphs: string[] }[] }[];
    return found.flatMap((one) => one.articles.map(({ paragraphs: all }) => all.join("\n")));
  });
}

function scoreOf({ measured }: Sample, weights: readonly number[]): number {
  return measured.reduce((sum, value, i) => sum + value * (weights[i] ?? 0), 0);
}

/** Gradient descent on the logistic loss. */
function fit(samples: readonly Sample[]): number[] {
  const weights: number[] = marks.map(() => 0);
  const speed = marks.map(() => 1e-3);
  for (let step = 0; step < 300; step++) {
    const slope = weights.map((weight) => firmness * weight);
    for (const sample of samples) {
      const miss =
        (1 / (1 + Math.exp(-scoreOf(sample, weights))) - (sample.offer ? 1 : 0)) * (sample.offer ? 1 : ownWeight);
      for (const [i, value] of sample.measured.entries()) slope[i] = (slope[i] ?? 0) + miss * value;
    }
    for (const [i, down] of slope.entries()) {
      speed[i] = (speed[i] ?? 0) + down * down;
      weights[i] = (weights[i] ?? 0) - (0.3 * down) / Math.sqrt(speed[i] ?? 1);
    }
  }
  return weights;
}
