import { isClosed, parentOf } from "@jianbao/model";
import { type Cell, type Track, chosenOf, isAnyIn, printedOf } from "./cell.ts";
import { shareInterval } from "./change.ts";
import { type Evidence, type Remark, figureText, idsOf, keyFacts, publishedOf, unitTextOf } from "./finding.ts";
import { isActionAbroad } from "./home.ts";
import { keyText } from "./identity.ts";
import { differenceOf, intersect, isBelow } from "./interval.ts";
import { isSlip, ratioOf } from "./slip.ts";
import { type Span, isWithin, spansOf } from "./span.ts";

/**
 * `part-exceeds-whole`: a part is surely greater than the whole that holds it — a part of the period
 * (January to September against the year), of the territory, or of what is counted (breakdown).
 */
export function partRemarks({ tracks, pack, concerned, disputes }: Evidence): Remark[] {
  const flows = new Set(pack.indicators.filter(({ kind }) => kind === "flow").map(({ id }) => id));
  const additive = tracks.filter(({ key }) => key.rate === null && key.unit !== "percent" && key.unit !== "pp");
  const disputed = new Map(disputes.flatMap(({ cells }) => cells.map((cell) => [cell, cells])));
  const remarks: Remark[] = [];
  for (const { key, cells } of additive) {
    if (!flows.has(key.indicator)) continue;
    for (const [part, whole] of exceededPeriods(cells, concerned)) {
      // Nearly the same period: shown as a conflict already.
      if (!(disputed.get(part) ?? []).includes(whole)) remarks.push(partRemark(part, whole, "period"));
    }
  }
  const reported = new Set<Cell>();
  for (const [part, whole, relation] of nestedTracks(additive)) {
    const byPeriod = new Map(
      whole.cells.filter(({ period }) => isClosed(period)).map((cell) => [periodOf(cell), cell]),
    );
    for (const cell of part.cells) {
      const other = isClosed(cell.period) ? byPeriod.get(periodOf(cell)) : undefined;
      // A county above its prefecture is above the province as well: the nearest says it.
      if (other === undefined || !exceeds(cell, other) || reported.has(cell)) continue;
      if (!isConcerned(cell, concerned) && !isConcerned(other, concerned)) continue;
      reported.add(cell);
      remarks.push(partRemark(cell, other, relation));
    }
  }
  return remarks;
}

/** `share-disagrees`: a part's stated share (占三成) is not its level over the whole's. */
export function shareRemarks({ tracks, concerned }: Evidence): Remark[] {
  const remarks: Remark[] = [];
  for (const [part, whole, relation] of nestedTracks(tracks)) {
    if (relation !== "breakdown") continue;
    const byPeriod = new Map(whole.cells.map((cell) => [periodOf(cell), cell]));
    for (const cell of part.cells) {
      const all = byPeriod.get(periodOf(cell));
      const share = cell.stated.find(({ change }) => change.basis === "share" && change.unit === "percent");
      if (all === undefined || share === undefined || share.change.value === null) continue;
      const a = printedOf(chosenOf(cell));
      const b = printedOf(chosenOf(all));
      const computed = shareInterval(cell.range, all.range);
      const value = share.change.value;
      const stated = { low: share.change.low ?? value - 0.5, high: share.change.high ?? value + 0.5 };
      const ids = [share.observation, a.observation.id, b.observation.id];
      // More than all of it is asked about for itself.
      if (stated.low > 100 || intersect(stated, computed) || !ids.some((id) => concerned.has(id))) continue;
      remarks.push({
        rule: "analysis/share-disagrees",
        severity: "warning",
        observations: ids,
        facts: {
          ...keyFacts(cell.key, cell.period),
          stated: share.change.text,
          computedLow: computed.low,
          computedHigh: computed.high,
          part: figureText(a.value),
          partPublished: publishedOf(a),
          whole: figureText(b.value),
          wholePublished: publishedOf(b),
        },
      });
    }
  }
  return remarks;
}

/**
 * Cells that are surely greater than one whose period holds them, with the shortest such: what is wrong shows there
 * first, and each longer period that an issue adds would only show it again. Of the parts that exceed one whole the
 * longest speaks for all.
 */
function exceededPeriods(cells: readonly Cell[], concerned: ReadonlySet<string>): [Cell, Cell][] {
  const spans = spansOf(cells);
  const partOf = new Map<Cell, Span>();
  for (const part of spans) {
    const wholes = spans.filter(
      (whole) => isWithin(part, whole) && part.cell !== whole.cell && exceeds(part.cell, whole.cell),
    );
    const [shortest] = wholes.sort((a, b) => lengthOf(a) - lengthOf(b));
    if (shortest === undefined) continue;
    const other = partOf.get(shortest.cell);
    if (other === undefined || lengthOf(part) > lengthOf(other)) partOf.set(shortest.cell, part);
  }
  return [...partOf]
    .map(([whole, { cell }]): [Cell, Cell] => [cell, whole])
    .filter((pair) => pair.some((cell) => isConcerned(cell, concerned)));
}

function lengthOf({ from, to }: Span): number {
  return to - from;
}

function partRemark(part: Cell, whole: Cell, relation: "area" | "breakdown" | "period"): Remark {
  const a = chosenOf(part);
  const b = chosenOf(whole);
  const [less, more] = [printedOf(b), printedOf(a)];
  const ratio = ratioOf(more.value.value, less.value.value);
  // A whole that lost its 万 is below all of its parts.
  const hasSlipped = relation === "period" && isSlip(ratio);
  return {
    rule: hasSlipped ? "analysis/unit-slip" : "analysis/part-exceeds-whole",
    severity: hasSlipped ? "error" : "warning",
    observations: [...idsOf(a.readings), ...idsOf(b.readings)],
    facts: {
      ...keyFacts(part.key, part.period),
      relation,
      ...(hasSlipped ? { first: figureText(more.value), second: figureText(less.value), ratio } : {}),
      ...(hasSlipped ? { firstPublished: publishedOf(more), secondPublished: publishedOf(less) } : {}),
      part: figureText(more.value),
      partPublished: publishedOf(more),
      whole: figureText(less.value),
      wholePublished: publishedOf(less),
      unitText: unitTextOf(less),
      excess: differenceOf(part.range, whole.range).low,
      wholeArea: whole.key.area.name,
      wholeStart: whole.period.start,
      wholeEnd: whole.period.end,
    },
  };
}

/** Pairs of series where the first counts a part of the second: of its territory, or of what it counts. */
function nestedTracks(tracks: readonly Track[]): [Track, Track, "area" | "breakdown"][] {
  const byKey = new Map(tracks.map((track) => [keyText(track.key), track]));
  const pairs: [Track, Track, "area" | "breakdown"][] = [];
  for (const track of tracks) {
    const { key } = track;
    if (key.breakdown !== null && !isActionAbroad(key.breakdown)) {
      const whole = byKey.get(keyText({ ...key, breakdown: null }));
      if (whole !== undefined) pairs.push([track, whole, "breakdown"]);
    }
    for (let area = parentOf(key.area.code); area !== null; area = parentOf(area.code)) {
      const whole = byKey.get(keyText({ ...key, area }));
      if (whole !== undefined) pairs.push([track, whole, "area"]);
    }
  }
  return pairs;
}

function exceeds(part: Cell, whole: Cell): boolean {
  return isBelow(whole.range, part.range);
}

function isConcerned(cell: Cell, concerned: ReadonlySet<string>): boolean {
  return isAnyIn(cell, ({ observation }) => concerned.has(observation.id));
}

function periodOf(cell: Cell): string {
  return `${cell.period.start ?? ""}..${cell.period.end ?? ""}~${cell.asOf ?? ""}`;
}
