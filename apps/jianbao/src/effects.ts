import { type Correction, decided } from "@jianbao/analysis";
import { type Observation, areaByCode, periodKey } from "@jianbao/model";
import { type Console, say } from "./console.ts";
import type { WrittenDecision } from "./decisions.ts";
import { readIssues, recordOf } from "./issues.ts";
import type { DecisionObject } from "./object.ts";
import type { Session } from "./session.ts";

/** What a decision changes of one field. */
export interface Effect {
  readonly field: string;
  readonly before: string;
  readonly after: string;
}

/** What a decision changes, field by field. */
export function effectsOf(
  console: Console,
  session: Session,
  object: DecisionObject,
  decision: WrittenDecision,
): readonly Effect[] {
  switch (object.type) {
    case "finding":
      return [
        {
          field: object.finding.rule,
          before: object.finding.severity,
          after: say(console, { zh: "核过", en: "accepted" }),
        },
      ];
    case "conflict": {
      const [proposed] = object.conflict.candidates;
      const chosen = session.archive.observations().find((one) => one.id === decision.observation);
      return [
        {
          field: say(console, { zh: "印", en: "printed" }),
          before: proposed?.value.text ?? "",
          after: chosen?.quantity?.text ?? "",
        },
      ];
    }
    case "observation": {
      const { correction, ...rest } = decision;
      const now = decided(object.observation, {
        ...rest,
        ...(correction === undefined ? {} : { correction: readable(correction) }),
      });
      if (now === null) {
        const word = say(console, { zh: "不用", en: "not used" });
        return [
          {
            field: say(console, { zh: "数字", en: "figure" }),
            before: object.observation.quantity?.text ?? "",
            after: word,
          },
        ];
      }
      const [before, after] = [fieldsOf(object.observation), fieldsOf(now)];
      return Object.keys(before)
        .filter((field) => before[field] !== after[field])
        .map((field) => ({ field, before: before[field] ?? "", after: after[field] ?? "" }));
    }
  }
}

function readable({ area, ...others }: NonNullable<WrittenDecision["correction"]>): Correction {
  return { ...others, ...(area === undefined ? {} : { area: areaByCode(area) }) };
}

function fieldsOf(observation: Observation): Readonly<Record<string, string>> {
  const { indicator, subject, breakdown, scope, quantity, area, period, rate, confidence } = observation;
  return {
    value: quantity === null ? "none" : quantity.text,
    range: quantity === null ? "none" : `${quantity.low ?? "…"}–${quantity.high ?? "…"} ${quantity.unit}`,
    period: periodKey(period),
    area: area === null ? "none" : area.name,
    indicator: indicator ?? "none",
    subject,
    breakdown: breakdown ?? "none",
    scope,
    rate: rate ?? "none",
    confidence: `${confidence}`,
  };
}

/** Signed issues that printed a figure of which the decision speaks. */
export function printedIn(root: string, { archive }: Session, decision: WrittenDecision): readonly string[] {
  const ids = new Set([decision.id, ...(decision.about ?? []).map(({ id }) => id)]);
  const hashes = archive.hashes();
  return readIssues(root).issues.flatMap((issue) => {
    const figures = recordOf(root, issue).record?.figures ?? [];
    const isPrinted = figures.some(({ basis }) => ids.has(basis.id) && hashes[basis.document] === basis.sha256);
    return isPrinted ? [issue.period] : [];
  });
}
