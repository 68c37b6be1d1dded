import type { Labels } from "./language.ts";

/** What a quantity counts or measures, in base units (UNIT_MEASURE of the SDMX exports). */
export type Unit =
  | "case"
  | "person"
  | "person-time"
  | "CNY"
  | "USD"
  | "HKD"
  | "MOP"
  | "TWD"
  | "EUR"
  | "item"
  | "time"
  | "event"
  | "household"
  | "percent"
  | "pp"
  | "times"
  | "day"
  | "country"
  | "kind"
  | "institution"
  | "area"
  | "other";

/** Names of the units as a table prints them. */
export const unitLabels: Readonly<Record<Unit, Labels>> = {
  case: { "zh-Hans": "起", "zh-Hant": "起", en: "cases" },
  person: { "zh-Hans": "人", "zh-Hant": "人", en: "persons" },
  "person-time": { "zh-Hans": "人次", "zh-Hant": "人次", en: "person-times" },
  CNY: { "zh-Hans": "元", "zh-Hant": "元", en: "yuan" },
  USD: { "zh-Hans": "美元", "zh-Hant": "美元", en: "US dollars" },
  HKD: { "zh-Hans": "港元", "zh-Hant": "港元", en: "Hong Kong dollars" },
  MOP: { "zh-Hans": "澳门元", "zh-Hant": "澳門元", en: "Macao patacas" },
  TWD: { "zh-Hans": "新台币元", "zh-Hant": "新臺幣元", en: "New Taiwan dollars" },
  EUR: { "zh-Hans": "欧元", "zh-Hant": "歐元", en: "euros" },
  item: { "zh-Hans": "个", "zh-Hant": "個", en: "items" },
  time: { "zh-Hans": "次", "zh-Hant": "次", en: "times" },
  event: { "zh-Hans": "场", "zh-Hant": "場", en: "events" },
  household: { "zh-Hans": "户", "zh-Hant": "戶", en: "households" },
  percent: { "zh-Hans": "%", "zh-Hant": "%", en: "%" },
  pp: { "zh-Hans": "个百分点", "zh-Hant": "個百分點", en: "percentage points" },
  times: { "zh-Hans": "倍", "zh-Hant": "倍", en: "-fold" },
  day: { "zh-Hans": "天", "zh-Hant": "天", en: "days" },
  country: { "zh-Hans": "个国家和地区", "zh-Hant": "個國家和地區", en: "countries and regions" },
  kind: { "zh-Hans": "种", "zh-Hant": "種", en: "kinds" },
  institution: { "zh-Hans": "家", "zh-Hant": "家", en: "institutions" },
  area: { "zh-Hans": "个地区", "zh-Hant": "個地區", en: "areas" },
  other: { "zh-Hans": "", "zh-Hant": "", en: "" },
};
