import { type Change, firstDay, lastDay } from "@jianbao/model";
import type { Expected } from "../compare.ts";

/** An article with what a careful reader reads in it. */
export interface Noted {
  readonly document: string;
  readonly published: string;
  readonly text: string;
  readonly expected: readonly Expected[];
}

/**
 * Reads articles in a notation: `=== 01 published 2024-01-16 area CN-ZJ` begins one, and `{1.2万起|accidents.total|2023}` is
 * a figure with its indicator (`-` for none) and its period (`2023`, `2023-01..2023-06`, `..2023-12-31`, `-`), then in any
 * order `~min` a bound, `^yoy:up:52:percent` a change, `@330300` an area, `#case` the scope, `=item` a unit that no counting
 * word tells, and `%` another subject. `{=5%|…}` is a change without a level.
 */
export function readNotation(notation: string, own: string): readonly Noted[] {
  return notation
    .split(/^=== /mu)
    .slice(1)
    .map((article) => {
      const [head = "", ...lines] = article.split("\n");
      const [document = "", , published = "", , area = ""] = head.split(" ");
      const expected: Expected[] = [];
      // Matches `{1.2万起|accidents.total|2023}`; must not match `{}`.
      const text = lines.join("\n").replaceAll(/\{(?<body>[^{}]+)\}/gu, (_, body: string) => {
        expected.push(expectedOf(body, area, own));
        return body.split("|")[0]?.replace(/^=/u, "") ?? "";
      });
      return { document, published, text, expected };
    });
}

function expectedOf(body: string, area: string, own: string): Expected {
  const [figure = "", indicator = "-", period = "-", ...rest] = body.split("|");
  const option = (sign: string): string[] => rest.filter((part) => part.startsWith(sign)).map((part) => part.slice(1));
  const isChange = figure.startsWith("=");
  const [start = "", end = start] = period === "-" ? [] : period.split("..");
  return {
    text: figure.replace(/^=/u, ""),
    value: isChange ? null : valueOf(figure),
    unit: option("=")[0] ?? unitOf(figure),
    indicator: indicator === "-" ? null : indicator,
    scope: option("#")[0] ?? "aggregate",
    area: option("@")[0] ?? area,
    start: start === "" ? null : firstDay(start),
    end: end === "" ? null : lastDay(end),
    bound: option("~")[0] ?? "exact",
    change: option("^").map(changeOf),
    subject: rest.includes("%") ? "other" : own,
  };
}

function valueOf(figure: string): number {
  const match = /^(?<digits>[\d.]+)(?<scale>[万亿]*)/u.exec(figure.replaceAll("萬", "万").replace(/[余多]/u, ""));
  const scale = { "": 1, 万: 1e4, 亿: 1e8 }[match?.groups?.["scale"] ?? ""];
  if (match === null || scale === undefined) throw new RangeError(`no figure: ${figure}`);
  // Whole base units: 1.02 × 10000 has no rest.
  return Number((Number(match.groups?.["digits"]) * scale).toFixed(2));
}

const units: readonly (readonly [string, string])[] = [
  ["人次", "person-time"],
  ["起", "case"],
  ["人", "person"],
  ["名", "person"],
  ["元", "CNY"],
  ["公里", "other"],
  ["米", "other"],
  ["场", "event"],
  ["場", "event"],
  ["次", "time"],
  ["家", "institution"],
  ["%", "percent"],
  ["城市", "area"],
];

/** The unit that the last word of a figure tells: things, where it is none of the list. */
function unitOf(figure: string): string {
  return units.find(([word]) => figure.endsWith(word))?.[1] ?? "item";
}

function changeOf(notation: string): Change {
  const [basis = "", direction = "", value = "", unit = ""] = notation.split(":");
  return {
    basis: basis as Change["basis"],
    direction: direction === "" ? null : (direction as NonNullable<Change["direction"]>),
    value: Number(value),
    unit: unit as NonNullable<Change["unit"]>,
    bound: "exact",
    low: null,
    high: null,
    text: "",
  };
}
