import type { Correction } from "@jianbao/analysis";
import { readQuantity } from "@jianbao/extraction";
import {
  type DomainPack,
  type Observation,
  type Period,
  areaByCode,
  areaOf,
  firstDay,
  lastDay,
  nearest,
  parsePartialDate,
} from "@jianbao/model";
import type { Option } from "./command.ts";
import { UsageError } from "./problems.ts";

/** The fields of a figure that an editor can correct, as options; `none` empties one that may be empty. */
export const correctionOptions: readonly Option[] = [
  { name: "value", value: "FIGURE", help: { zh: "数值，照原文写：13.1万起", en: "the figure as printed: 13.1万起" } },
  {
    name: "period",
    value: "PERIOD",
    help: { zh: "时期：2023、2023-01/2023-09、/2023-12-25", en: "its period: 2023, 2023-01/2023-09, /2023-12-25" },
  },
  { name: "area", value: "AREA", help: { zh: "地区：代码或名称", en: "its area, by code or name" } },
  { name: "indicator", value: "ID", help: { zh: "指标", en: "its indicator; none where there is none" } },
  { name: "subject", value: "ID", help: { zh: "主题", en: "its subject" } },
  {
    name: "breakdown",
    value: "PART",
    help: { zh: "其中哪一部分；none 是全部", en: "the part it counts; none for all" },
  },
  {
    name: "scope",
    value: "SCOPE",
    choices: ["aggregate", "case"],
    help: { zh: "汇总还是个案", en: "a statistic or a single case" },
  },
  {
    name: "rate",
    value: "RATE",
    choices: ["none", "per-day", "per-month", "per-year"],
    help: { zh: "日均、月均、年均", en: "per day, month or year" },
  },
];

/** The correction of a figure that the options state, areas by code; throws UsageError where one cannot be used. */
export function correctionOf(
  options: Readonly<Record<string, string | true | undefined>>,
  observation: Observation,
  pack: DomainPack,
): Omit<Correction, "area" | "change"> & { readonly area?: string } {
  const correction = {
    ...stated(options, "value", "quantity", (text) => quantityFrom(text, observation)),
    ...stated(options, "period", "period", periodFrom),
    ...stated(options, "area", "area", areaFrom),
    ...stated(options, "indicator", "indicator", (text) => orNone(indicatorFrom(text, pack))),
    ...stated(options, "subject", "subject", (text) => subjectFrom(text, pack)),
    ...stated(options, "breakdown", "breakdown", orNone),
    // The command line takes no other word for the two.
    ...stated(options, "scope", "scope", (text) => text as Observation["scope"]),
    ...stated(options, "rate", "rate", (text) => orNone(text) as Observation["rate"]),
  };
  if (Object.keys(correction).length === 0) {
    const names = correctionOptions.map(({ name }) => `--${name}`).join(" ");
    throw new UsageError("nothing to correct", `state what is otherwise: ${names}`);
  }
  return correction;
}

/** A field of a correction, where its option is given. */
function stated<K extends keyof Correction, V>(
  options: Readonly<Record<string, string | true | undefined>>,
  option: string,
  field: K,
  read: (text: string) => V,
): { readonly [key in K]?: V } {
  const value = options[option];
  // A computed key is of the type of its name.
  return typeof value === "string" ? ({ [field]: read(value.trim()) } as { [key in K]: V }) : {};
}

function orNone(text: string): string | null {
  return text === "none" ? null : text;
}

function quantityFrom(text: string, { quantity }: Observation): NonNullable<Correction["quantity"]> {
  const read = readQuantity(text);
  if (read === null)
    throw new UsageError(`unusable figure: ${text}`, "write it as its article prints it: 13.1万起, 近4万人");
  const { unit, unitText } = quantity ?? { unit: read.unit, unitText: "" };
  // 13.1万 and 13.1万起 are counted in what the figure was: a correction of the number alone.
  if (read.unitText === "") return { ...read, text: `${text}${unitText}`, unit, unitText };
  return read.unitText === unitText ? { ...read, unit } : read;
}

function periodFrom(text: string): Period {
  const [from = "", to = from] = text.split("/");
  const isUsable = [from, to].every((end) => end === "" || parsePartialDate(end) !== null) && from + to !== "";
  const start = from === "" || !isUsable ? null : firstDay(from);
  const end = to === "" || !isUsable ? null : lastDay(to);
  if (!isUsable || text.split("/").length > 2 || (start !== null && end !== null && start > end)) {
    throw new UsageError(`unusable period: ${text}`, "write it as 2023, 2023-01/2023-09, /2023-12-25 or 2023-01/");
  }
  return { start, end, text: null };
}

function areaFrom(text: string): string {
  const area = areaByCode(text) ?? areaOf(text);
  if (area === null) {
    throw new UsageError(
      `unknown area: ${text}`,
      "write CN, CN-SX, a six-digit code of GB/T 2260, or a name such as 山西省",
    );
  }
  return area.code;
}

function indicatorFrom(text: string, { indicators }: DomainPack): string {
  const ids = indicators.map(({ id }) => id);
  if (text === "none" || ids.includes(text)) return text;
  const near = nearest(text, ids);
  throw new UsageError(
    `unknown indicator: ${text}`,
    near === null ? `one of ${ids.join(", ")}` : `did you mean ${near}?`,
  );
}

function subjectFrom(text: string, { subjects }: DomainPack): string {
  const ids = subjects.map(({ id }) => id);
  const near = ids.includes(text) ? null : nearest(text, ids);
  if (near !== null) throw new UsageError(`unknown subject: ${text}`, `did you mean ${near}?`);
  if (text === "")
    throw new UsageError("unusable --subject", `one of ${ids.join(", ")}, or a word for another subject`);
  return text;
}
