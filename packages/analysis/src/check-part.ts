import { daysBetween, decimalOf, divide, isClosed, multiply, parentOf, toNumber } from "@jianbao/model";
import { type Cell, type Track, chosenOf, isAnyIn, printedOf } from "./cell.ts";
import { type Evidence, type Remark, figureText, idsOf, keyFacts, publishedOf } from "./finding.ts";
import { keyText } from "./identity.ts";
import { type Interval, differenceOf, intersect, isBelow } from "./interval.ts";
import { isSlip } from "./check-jump.ts";

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
  for (const [part, whole, relation] of nestedTracks(additive)) {
    const byPeriod = new Map(
      whole.cells.filter(({ period }) => isClosed(period)).map((cell) => [periodOf(cell), cell]),
    );
    for (const cell of part.cells) {
      const other = isClosed(cell.period) ? byPeriod.get(periodOf(cell)) : undefined;
      if (other === undefined || !exceeds(cell, other)) continue;
      if (isConcerned(cell, concerned) || isConcerned(other, concerned))
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
      const computed = shareOf(a.interval, b.interval);
      const value = share.change.value;
      const stated = { low: share.change.low ?? value - 0.5, high: share.change.high ?? value + 0.5 };
      const ids = [share.observation, a.observation.id, b.observation.id];
      if (intersect(stated, computed) || !ids.some((id) => concerned.has(id))) continue;
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

/** Each cell that is surely greater than one whose period holds it, with the shortest such. */
function exceededPeriods(cells: readonly Cell[], concerned: ReadonlySet<string>): [Cell, Cell][] {
  const closed = cells.filter(({ period }) => isClosed(period));
  const marked = new Set(closed.filter((cell) => isConcerned(cell, concerned)));
  const pairs: [Cell, Cell][] = [];
  for (const part of closed) {
    const wholes = closed.filter(
      (whole) => holds(whole, part) && (marked.has(part) || marked.has(whole)) && exceeds(part, whole),
    );
    const [shortest] = wholes.sort((a, b) => daysIn(a) - daysIn(b));
    if (shortest !== undefined) pairs.push([part, shortest]);
  }
  return pairs;
}

function partRemark(part: Cell, whole: Cell, relation: "area" | "breakdown" | "period"): Remark {
  const a = chosenOf(part);
  const b = chosenOf(whole);
  const [less, more] = [printedOf(b), printedOf(a)];
  const ratio = less.value.value > 0 ? Math.round((more.value.value / less.value.value) * 10) / 10 : null;
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
      excess: differenceOf(a.interval, b.interval).low,
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
    if (key.breakdown !== null) {
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
  return isBelow(chosenOf(whole).interval, chosenOf(part).interval);
}

/** Tells whether the period of one cell lies within another's and is not the same. */
function holds(whole: Cell, part: Cell): boolean {
  if (whole === part || !isClosed(whole.period) || !isClosed(part.period)) return false;
  return whole.period.start <= part.period.start && part.period.end <= whole.period.end;
}

function isConcerned(cell: Cell, concerned: ReadonlySet<string>): boolean {
  return isAnyIn(cell, ({ observation }) => concerned.has(observation.id));
}

function daysIn(cell: Cell): number {
  return cell.period.start === null ? Infinity : daysBetween(cell.period.start, cell.endLast);
}

function periodOf(cell: Cell): string {
  return `${cell.period.start ?? ""}..${cell.period.end ?? ""}~${cell.asOf ?? ""}`;
}

function shareOf(part: Interval, whole: Interval): Interval {
  return { low: percentOf(part.low, whole.high), high: percentOf(part.high, whole.low) };
}

function percentOf(part: number | null, whole: number | null): number | null {
  if (part === null || whole === null || whole <= 0) return null;
  const share = divide(multiply(decimalOf(part), decimalOf(100)), decimalOf(whole), 6);
  return share === null ? null : toNumber(share);
}
