import { readFileSync, readdirSync } from "node:fs";
import {
  type Area,
  type CleanArticle,
  type DomainPack,
  type Observation,
  SourceMap,
  areaByCode,
  firstDay,
  lastDay,
} from "@jianbao/model";
import { parsePack } from "../../domains/src/index.ts";

/** What a sentence in the notation says of one of its figures. */
export interface Expected {
  readonly start: number;
  readonly text: string;
  readonly row: string;
}

/** The pack of the first briefing, as the app hands it in. */
export const pack: DomainPack = loadPack("telecom-fraud");

/** Loads a pack that comes with jianbao. */
export function loadPack(name: string): DomainPack {
  const folder = new URL(`../../domains/${name}/`, import.meta.url);
  const files = Object.fromEntries(
    readdirSync(folder).map((name) => [name, readFileSync(new URL(name, folder), "utf8")]),
  );
  const { pack } = parsePack(files);
  if (!pack) throw new Error(`the pack ${name} cannot be read`);
  return pack;
}

interface Stated<T> {
  readonly value: T;
  readonly by: "sidecar";
  readonly evidence: string;
  readonly confidence: number;
}

function found<T>(value: T | null | undefined): Stated<T> | null {
  return value === null || value === undefined ? null : { value, by: "sidecar", evidence: "", confidence: 1 };
}

/** What is known of an article beside its text. */
export interface Facts {
  readonly published?: string;
  readonly area?: string;
  readonly title?: string;
}

/** Makes a clean article of a text, as cleaning would hand it over where nothing had to be repaired. */
export function articleOf(text: string, facts: Facts = {}): CleanArticle {
  const area: Area | null = facts.area === undefined ? null : areaByCode(facts.area);
  return {
    document: "article.txt",
    part: 1,
    text,
    map: SourceMap.identity(text.length),
    metadata: {
      title: found(facts.title),
      publisher: null,
      byline: null,
      published: found(facts.published),
      url: null,
      area: found(area),
      script: "hans",
    },
    removals: [],
    repairs: [],
    headings: [],
    doubts: [],
    places: [],
  };
}

/**
 * Reads the notation: `全国共破获案件{13.1万起|cases.solved|2018}` is the text without braces and, for each
 * brace, the indicator (`-` for none) and the period (`2018`, `2022-01..2022-06`, `..2019-03-05`, `-`), then in any
 * order `~min` a bound, `^yoy:up:52:percent` a change, `@330300` an area, `#case` the scope and `%` another subject.
 * `{=18.79%|…}` is a change without a level.
 */
export function parseNotation(notation: string, area: string): { text: string; expected: Expected[] } {
  const expected: Expected[] = [];
  let text = "";
  let done = 0;
  // Matches `{13.1万起|cases.solved|2018}`; must not match `{}`.
  for (const match of notation.matchAll(/\{(?<body>[^{}]+)\}/gu)) {
    text += notation.slice(done, match.index);
    const [figure = "", indicator = "-", period = "-", ...rest] = (match.groups?.["body"] ?? "").split("|");
    const isChange = figure.startsWith("=");
    const printed = isChange ? figure.slice(1) : figure;
    const option = (sign: string): string[] =>
      rest.filter((part) => part.startsWith(sign)).map((part) => part.slice(1));
    const row = [
      isChange ? "change" : "level",
      indicator,
      periodText(period),
      option("@")[0] ?? area,
      option("#")[0] ?? "aggregate",
      rest.includes("%") ? "other" : "own",
      isChange ? "" : (option("~")[0] ?? "exact"),
      option("^").sort().join(" "),
    ].join(" | ");
    expected.push({ start: text.length, text: printed, row });
    text += printed;
    done = match.index + match[0].length;
  }
  return { text: text + notation.slice(done), expected };
}

/** Writes an observation as the notation's rows are written. */
export function rowOf(observation: Observation, own: string = pack.id): string {
  const { quantity, period, change } = observation;
  return [
    quantity?.value === null ? "change" : "level",
    observation.indicator ?? "-",
    period === null || (period.start === null && period.end === null)
      ? ".."
      : `${period.start ?? ""}..${period.end ?? ""}`,
    observation.area?.code ?? "",
    observation.scope,
    observation.subject === own ? "own" : "other",
    quantity?.value === null ? "" : (quantity?.bound ?? ""),
    change
      .map(({ basis, direction, value, unit }) => `${basis}:${direction ?? ""}:${value ?? ""}:${unit ?? ""}`)
      .sort()
      .join(" "),
  ].join(" | ");
}

function periodText(period: string): string {
  if (period === "-") return "..";
  const [start = "", end] = period.split("..");
  const from = start === "" ? "" : firstDay(start);
  return `${from}..${end === undefined ? lastDay(start) : end === "" ? "" : lastDay(end)}`;
}
