import type { DomainPack } from "@jianbao/model";
import { expect } from "vitest";
import { extract } from "../src/index.ts";
import { articleOf, type Facts, pack, parseNotation, rowOf } from "./notation.ts";

/** Reads a text of the notation and compares figure by figure, with the pack of the first briefing or another. */
export function check(notation: string, facts: Facts, subject: DomainPack = pack): void {
  const { text, expected } = parseNotation(notation, facts.area ?? "CN");
  const { observations } = extract(articleOf(text, facts), subject);
  const read = observations.map((observation) => `${observation.source.start} ${rowOf(observation, subject.id)}`);
  expect(read).toEqual(expected.map(({ start, row }) => `${start} ${row}`));
}
