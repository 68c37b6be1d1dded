/** What going from the article to foreign text, or back, costs in the same measure as the evidence. */
const usual = 0.8;

/**
 * Tells of each line whether it is foreign, so that the evidence of neighbours adds up: lines that say nothing by
 * themselves go with those around them. `weights` are log odds (more than 0 is foreign), `turns` what a turn
 * before a line costs more or less than usual.
 */
export function passagesOf(weights: readonly number[], turns: readonly number[], turn: number = usual): boolean[] {
  // Best sums of evidence up to a line that is the article's or is foreign, and which way led there.
  let article = 0;
  let foreign = 0;
  const fromForeign: boolean[] = [];
  const toForeign: boolean[] = [];
  for (const [i, weight] of weights.entries()) {
    const cost = i === 0 ? 0 : Math.max(0.2, turn + (turns[i] ?? 0));
    fromForeign.push(foreign - cost > article);
    toForeign.push(article - cost > foreign);
    const nextArticle = Math.max(article, foreign - cost) - weight / 2;
    const nextForeign = Math.max(foreign, article - cost) + weight / 2;
    article = nextArticle;
    foreign = nextForeign;
  }
  const found: boolean[] = Array.from({ length: weights.length }, () => false);
  let here = foreign > article;
  for (let i = weights.length - 1; i >= 0; i--) {
    found[i] = here;
    here = here ? toForeign[i] !== true : fromForeign[i] === true;
  }
  return found;
}

/**
 * How much likelier than not each line is foreign by its own weight and by those around it: the best way through all
 * lines on which it is foreign, less the best on which it is the article's.
 */
export function marginsOf(weights: readonly number[], turns: readonly number[], turn: number = usual): number[] {
  const cost = (i: number): number => Math.max(0.2, turn + (turns[i] ?? 0));
  const before: [number, number][] = [];
  for (let i = 0, article = 0, foreign = 0; i < weights.length; i++) {
    if (i > 0) [article, foreign] = [Math.max(article, foreign - cost(i)), Math.max(foreign, article - cost(i))];
    before.push([article, foreign]);
    article -= (weights[i] ?? 0) / 2;
    foreign += (weights[i] ?? 0) / 2;
  }
  const margins = weights.map(() => 0);
  for (let i = weights.length - 1, article = 0, foreign = 0; i >= 0; i--) {
    const [was = 0, wasForeign = 0] = before[i] ?? [];
    const weight = weights[i] ?? 0;
    margins[i] = weight + wasForeign + foreign - was - article;
    article -= weight / 2;
    foreign += weight / 2;
    [article, foreign] = [Math.max(article, foreign - cost(i)), Math.max(foreign, article - cost(i))];
  }
  return margins;
}
