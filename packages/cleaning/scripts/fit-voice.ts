/**
 * Fits the weights of src/article/foreign/voice.ts: plants foreign blocks in articles of our own, measures every line whose
 * form does not decide, and prints for each sign what it weighs now and what the logistic fit would have it weigh, with
 * how much is found of kinds that the fit has not seen: node scripts/fit-voice.ts [ROUNDS]
 */
import { wrapOf } from "../src/article/foreign/context.ts";
import { weigh } from "../src/article/foreign/foreign.ts";
import { isProse, lineOf } from "../src/article/lines/lines.ts";
import { formsOf } from "../src/article/foreign/page-forms.ts";
import { viewOf } from "../src/article/foreign/view.ts";
import { signs, signsOf, voiceOf } from "../src/article/foreign/voice.ts";
import { articles, blocksOf, plant, randomFrom, serviceArticles } from "../test/planting.ts";
import { articles as pool } from "../test/texts.ts";
import { fit, foldOf, scoreOf, unseen } from "./fits.ts";

/** A line of a planted text: its kind or, of the article's own, null; all that speaks but its signs; its signs. */
interface Sample {
  readonly kind: string | null;
  readonly sought: boolean;
  readonly article: number;
  readonly rest: number;
  readonly measured: readonly number[];
}

/** Folds of kinds and of articles: what is measured on one was fitted on the others. */
const folds = 6;
/** A lost line of an article is worse than a line that is left over. */
const setup = { otherWeight: 3, firmness: 8, steps: 400 };

if (import.meta.main) {
  const samples = samplesOf(Number(process.argv[2] ?? 3));
  for (const form of ["prose", "fragment"] as const) {
    const list = samples[form];
    const now = signs.map((sign) => sign[form]);
    const found = { now: [0, 0], fitted: [0, 0] };
    for (let fold = 0; fold < folds; fold++) {
      const weights = fit(
        list.filter((one) => foldIn(one) !== fold),
        now,
        setup,
      );
      for (const one of list.filter((sample) => foldIn(sample) === fold)) {
        const own = one.kind === null ? 1 : 0;
        found.now[own] = (found.now[own] ?? 0) + Number(scoreOf(one, now) > 0);
        found.fitted[own] = (found.fitted[own] ?? 0) + Number(scoreOf(one, weights) > 0);
      }
    }
    const foreign = list.filter(({ kind }) => kind !== null).length;
    const share = (counts: number[]): string =>
      `${((100 * (counts[0] ?? 0)) / foreign).toFixed(1)} % of foreign lines, ${counts[1]} of ${list.length - foreign} own`;
    console.log(`${form}: now ${share(found.now)}; fitted on other kinds ${share(found.fitted)}`);
    const fitted = fit(list, now, setup);
    for (const [i, sign] of signs.entries())
      console.log(`  ${sign.name.padEnd(10)} ${(now[i] ?? 0).toFixed(1).padStart(5)} → ${(fitted[i] ?? 0).toFixed(1)}`);
  }
}

function samplesOf(rounds: number): { prose: Sample[]; fragment: Sample[] } {
  const texts = [...new Set([...pool().map(({ text }) => text), ...articles(), ...serviceArticles(), ...unseen()])];
  const blocks = ["trades.json", "page.json", "more.json", "fresh.json", "lines.json"].flatMap((file) =>
    blocksOf(file).filter(({ held }) => held === null),
  );
  const random = randomFrom(99);
  const samples: { prose: Sample[]; fragment: Sample[] } = { prose: [], fragment: [] };
  let article = 0;
  for (let i = 0; i < blocks.length * rounds; i += 2) {
    const pair = [blocks[i % blocks.length], blocks[(i * 7 + 5) % blocks.length]].filter((one) => one !== undefined);
    const planted = plant(texts[article++ % texts.length] ?? "", pair, random);
    const kinds: (string | null)[] = [];
    const lines = [];
    let start = 0;
    for (const text of planted.text.split("\n")) {
      if (text.trim() !== "") {
        const at = start;
        lines.push(lineOf(text.trim(), { start }));
        kinds.push(planted.spans.find((span) => span.start <= at && at < span.end)?.block.kind ?? null);
      }
      start += text.length + 1;
    }
    const views = lines.map((line) =>
      viewOf(line, isProse(line) || (line.clauses > 0 && !line.closed && line.han >= 22)),
    );
    const width = wrapOf(lines);
    const weighed = weigh(views, formsOf(views), width);
    if (weighed === null) continue;
    const voice = voiceOf(weighed.own, width !== null);
    for (const [k, view] of views.entries()) {
      const judged = weighed.judged[k];
      if (judged === undefined || judged.formed || judged.weight <= -6) continue;
      const form = view.prose ? "prose" : "fragment";
      const named = signsOf(view, voice, views[k + 1]);
      const measured = signs.map(({ name }) => named[name]);
      const told = signs.reduce((sum, sign) => sum + named[sign.name] * sign[form], 0);
      const rest = Math.max(-9, Math.min(9, (weighed.weights[k] ?? 0) - told));
      const kind = kinds[k] ?? null;
      samples[form].push({ kind, sought: kind !== null, article: article % texts.length, rest, measured });
    }
  }
  return samples;
}

function foldIn({ kind, article }: Sample): number {
  return kind === null ? article % folds : foldOf(kind, folds);
}
