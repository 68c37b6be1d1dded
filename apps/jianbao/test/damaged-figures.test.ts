import { readFileSync } from "node:fs";
import type { DomainPack, Observation, SourceText } from "@jianbao/model";
import { expect, test } from "vitest";
import { type Mechanism, chance, damage, mix, readerOf } from "../../../packages/cleaning/test/damage.ts";
import { loadPack } from "../src/pack.ts";
import { readText } from "../src/reading.ts";

/** An article that was written without seeing the program. */
interface Article {
  readonly document: string;
  readonly published?: string;
  readonly text: readonly string[];
}

/** Below this confidence a figure goes to the editor. */
const doubtful = 0.6;
/** Of each mechanism as often as it stands in the mix. */
const mechanisms = (Object.entries(mix) as [Mechanism, number][]).flatMap(([one, share]) =>
  Array<Mechanism>(share).fill(one),
);

test("damage hardly ever changes a figure without a doubt about it", async () => {
  const { pack } = await loadPack("telecom-fraud", null);
  const random = chance(20_231_225);
  const read = { articles: 0, figures: 0 };
  const silent: string[] = [];
  for (let round = 0; round < 3; round++) {
    for (const article of articles()) {
      const lines = article.text.filter((line) => line.trim() !== "");
      const mechanism = mechanisms[Math.floor(random() * mechanisms.length)] as Mechanism;
      const at = Math.floor(random() * lines.length);
      const damaged = damage(lines, at, mechanism, readerOf(random, false), random);
      if (damaged === null || damaged === lines.join("\n")) continue;
      const told = observationsOf(lines.join("\n"), article, pack).map(statementOf);
      read.articles++;
      read.figures += told.length;
      for (const observation of observationsOf(damaged, article, pack)) {
        const known = told.indexOf(statementOf(observation));
        if (known >= 0) told.splice(known, 1);
        else if (observation.confidence >= doubtful)
          silent.push(`${article.document} ${mechanism}: ${statementOf(observation)} ${observation.source.quote}`);
      }
    }
  }
  expect(read.articles).toBeGreaterThan(250);
  // A digit that a byte took with it leaves a figure that nothing tells from another: 119起, 19起.
  expect(silent.length / read.figures, silent.join("\n")).toBeLessThan(0.002);
});

function articles(): readonly Article[] {
  return ["a", "b", "c"].flatMap(
    (name) => JSON.parse(readFileSync(new URL(`unseen/${name}.json`, import.meta.url), "utf8")) as Article[],
  );
}

function observationsOf(
  text: string,
  { document, published }: Article,
  pack: DomainPack | null,
): readonly Observation[] {
  const source: SourceText = { document, format: "text", text, encoding: "utf-8", places: [], sha256: "" };
  return readText(source, published === undefined ? {} : { published }, pack).observations;
}

/** What a figure says by itself: its level and the figures of its changes. */
function statementOf({ quantity, change }: Observation): string {
  const changes = change.map(({ value, unit }) => `${value} ${unit}`);
  return [`${quantity?.value ?? "–"} ${quantity?.unit ?? ""}`, ...changes].join("; ");
}
