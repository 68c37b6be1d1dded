import { type Explanation, explain } from "@jianbao/extraction";
import type { DomainPack } from "@jianbao/model";
import { type Console, say } from "./console.ts";
import { rivalOf } from "./pack-trial.ts";
import type { Reading } from "./reading.ts";
import { partsOf } from "./table.ts";

/** Writes, figure by figure, which words gave which field, and why a figure was left out. */
export function explanationOf(console: Console, reading: Reading, pack: DomainPack): string {
  const observations = new Map(reading.observations.map((observation) => [observation.id, observation]));
  const blocks = reading.articles.flatMap((article) =>
    explain(article, pack).map((explanation) => {
      const observation = explanation.id === null ? undefined : observations.get(explanation.id);
      if (observation === undefined) return leftOut(console, explanation);
      const { area, change, indicator, period, quantity, scope, source, subject } = observation;
      const parts = partsOf(console, { ...observation, scope: "aggregate" });
      const words = [explanation.verb, explanation.noun].filter((word) => word !== null).join(" + ");
      const rows: readonly (readonly [string, string])[] = [
        ["indicator", `${indicator ?? "—"}${words === "" ? "" : ` ← ${words}`}`],
        ...(indicator === null ? explanation.consideration.rivals.slice(0, 4) : []).map(
          (rival) => ["near", rivalOf(console, pack, rival)] as const,
        ),
        ["subject", `${subject}, ${scope}`],
        ...(parts.length === 0 ? [] : [["part", parts.join(", ")] as const]),
        [
          "quantity",
          `${quantity?.value ?? "—"} ${quantity?.unit ?? ""} (${quantity?.bound ?? "—"}: ${quantity?.low ?? "…"} … ${quantity?.high ?? "…"})`,
        ],
        [
          "period",
          `${period === null ? "—" : `${period.start ?? "…"} … ${period.end ?? "…"}`} ← ${period?.text ?? ""} (${explanation.period ?? "—"})`,
        ],
        ["area", area === null ? "—" : `${area.code} ${area.name}`],
        ...change.map(
          (one) =>
            [
              "change",
              `${one.basis} ${one.direction ?? ""} ${one.value ?? ""} ${one.unit ?? ""} (${one.bound}: ${one.low ?? "…"} … ${one.high ?? "…"}) ← ${one.text}`,
            ] as const,
        ),
        ["sentence", source.quote],
      ];
      const head = `${console.paint("bold", explanation.text)}  ${observation.document}@${source.start}  ${observation.confidence.toFixed(2)}\n`;
      return head + rows.map(([name, value]) => `  ${name.padEnd(10)}${value}\n`).join("");
    }),
  );
  return blocks.join("");
}

function leftOut(console: Console, { text, reason }: Explanation): string {
  return console.paint("dim", `${text}  ${say(console, { zh: "不计", en: "left out" })}: ${reason ?? "—"}\n`);
}
