import { createHash } from "node:crypto";
import { periodKey } from "@jianbao/model";
import type { SeriesKey } from "./analysis.ts";

/** A period as points carry it. */
export interface OpenPeriod {
  readonly start: string | null;
  readonly end: string | null;
}

/** The series key as one text: equal texts are one series. */
export function keyText(key: SeriesKey): string {
  const { indicator, subject, breakdown, area, rate, unit } = key;
  return `${indicator}\n${subject}\n${breakdown === null ? "" : `=${breakdown}`}\n${area.code}\n${rate ?? ""}\n${unit}`;
}

/** The period as one text; an open end is told apart by the month of publication that it lies in. */
export function periodText(period: OpenPeriod, asOf: string | undefined): string {
  return asOf === undefined ? periodKey(period) : `${periodKey(period)}~${asOf}`;
}

/** A stable id: a letter and 12 hexadecimal digits of the content's SHA-256. */
export function stableId(letter: "c" | "f" | "p", content: readonly unknown[]): string {
  return `${letter}-${createHash("sha256").update(JSON.stringify(content)).digest("hex").slice(0, 12)}`;
}
