import { type Observation, type Quantity, decimalOf, formatDecimal, shift } from "@jianbao/model";

/**
 * What an editor decided, with who, when and why.
 *
 * - `accept`: a doubtful observation (`o-…`) is right, or a finding (`f-…`) was looked into
 * - `reject`: an observation is not to be used
 * - `correct`: fields of an observation are otherwise than they were read
 * - `settle`: of a conflict (`c-…`), the figure of one observation is printed
 */
export interface Decision {
  readonly id: string;
  readonly verdict: "accept" | "reject" | "correct" | "settle";
  readonly by: string;
  /** `YYYY-MM-DD`. */
  readonly on: string;
  readonly why: string;
  /** For `correct`: what replaces the fields as read; a new value without a range of its own is exact. */
  readonly correction?: Correction | undefined;
  /** For `settle`: the observation whose figure is printed. */
  readonly observation?: string | undefined;
  /** The figures that it is about as they stood when it was written: by these it finds them again under other ids. */
  readonly about?: readonly DecisionFigure[] | undefined;
  /** For a finding: its rule, of which and of its figures its id is made. */
  readonly rule?: string | undefined;
}

/** A figure that a decision is about, in words that outlast ids: an id changes with any character of its article. */
export interface DecisionFigure {
  /** The observation's id when the decision was written. */
  readonly id: string;
  readonly document: string;
  /** The clean sentence that holds it. */
  readonly quote: string;
  /** The figure as printed in it: `13.1万起`; the words of the change where it has no level. */
  readonly text: string;
  readonly indicator?: string | null | undefined;
}

/** Fields of an observation that an editor may correct. */
export type Correction = Partial<
  Pick<Observation, "indicator" | "subject" | "breakdown" | "scope" | "area" | "period" | "rate" | "change">
> & { readonly quantity?: Partial<Quantity> | undefined };

/** Decisions by what they are about; of several on one thing the latest counts, at one date the last by its words. */
export function latestDecisions(decisions: readonly Decision[]): ReadonlyMap<string, Decision> {
  const sorted = [...decisions].sort((a, b) => {
    const x = `${a.on}\n${JSON.stringify(a)}`;
    const y = `${b.on}\n${JSON.stringify(b)}`;
    return x < y ? -1 : x > y ? 1 : 0;
  });
  return new Map(sorted.map((decision) => [decision.id, decision]));
}

/** The observation after the editor's decision; null where it was rejected. */
export function decided(observation: Observation, decision: Decision | undefined): Observation | null {
  switch (decision?.verdict) {
    case "reject":
      return null;
    case "accept":
      return { ...observation, confidence: 1 };
    case "correct":
      return corrected(observation, decision.correction ?? {});
    default:
      return observation;
  }
}

function corrected(observation: Observation, correction: Correction): Observation {
  const { quantity: patch, ...fields } = correction;
  const base: Observation = { ...observation, ...fields, confidence: 1 };
  if (patch === undefined) return base;
  const before = observation.quantity;
  const value = patch.value ?? before?.value ?? null;
  const isNew = patch.value !== undefined;
  return {
    ...base,
    quantity: {
      text:
        patch.text ??
        (isNew
          ? `${value === null ? "" : readable(value)}${patch.unitText ?? before?.unitText ?? ""}`
          : (before?.text ?? "")),
      value,
      unit: patch.unit ?? before?.unit ?? "other",
      unitText: patch.unitText ?? before?.unitText ?? "",
      bound: patch.bound ?? (isNew ? "exact" : (before?.bound ?? "exact")),
      low: patch.low ?? (isNew ? value : (before?.low ?? null)),
      high: patch.high ?? (isNew ? value : (before?.high ?? null)),
    },
  };
}

/** A number as a reader takes it in: 27380000000 as 273.8亿, 457000 as 45.7万; as it is below 100,000 or where digits would be lost. */
function readable(value: number): string {
  for (const [word, power, least] of [
    ["亿", 8, 1e8],
    ["万", 4, 1e5],
  ] as const) {
    if (Math.abs(value) < least) continue;
    const text = formatDecimal(shift(decimalOf(value), -power));
    if ((text.split(".")[1]?.length ?? 0) <= 4) return `${text}${word}`;
  }
  return `${value}`;
}
