import { expect } from "vitest";
import { extract } from "../src/index.ts";
import { articleOf, type Facts, pack, parseNotation, rowOf } from "./notation.ts";

/** Reads a text of the notation and compares figure by figure. */
export function check(notation: string, facts: Facts): void {
  const { text, expected } = parseNotation(notation, facts.area ?? "CN");
  const { observations } = extract(articleOf(text, facts), pack);
  const read = observations.map((observation) => `${observation.source.start} ${rowOf(observation)}`);
  expect(read).toEqual(expected.map(({ start, row }) => `${start} ${row}`));
}
