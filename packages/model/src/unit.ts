import type { Labels } from "./language.ts";

/** What a quantity counts or measures, in base units (UNIT_MEASURE of the SDMX exports). */
export type Unit =
  | "case"
  | "person"
  | "person-time"
  | "CNY"
  | "USD"
  | "HKD"
  | "TWD"
  | "EUR"
  | "MOP"
  | "SGD"
  | "JPY"
  | "GBP"
  | "KRW"
  | "THB"
  | "VND"
  | "MYR"
  | "PHP"
  | "IDR"
  | "MMK"
  | "KHR"
  | "LAK"
  | "INR"
  | "RUB"
  | "AUD"
  | "CAD"
  | "CHF"
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

/** Tells whether a unit is a currency: those are the codes of ISO 4217. */
export function isCurrency(unit: Unit): boolean {
  return /^[A-Z]{3}$/u.test(unit);
}

/** Names of the units as a table prints them. */
export const unitLabels: Readonly<Record<Unit, Labels>> = {
  case: { "zh-Hans": "起", "zh-Hant": "起", en: "cases" },
  person: { "zh-Hans": "人", "zh-Hant": "人", en: "persons" },
  "person-time": { "zh-Hans": "人次", "zh-Hant": "人次", en: "person-times" },
  CNY: { "zh-Hans": "元", "zh-Hant": "元", en: "yuan" },
  USD: { "zh-Hans": "美元", "zh-Hant": "美元", en: "US dollars" },
  HKD: { "zh-Hans": "港元", "zh-Hant": "港元", en: "Hong Kong dollars" },
  TWD: { "zh-Hans": "新台币元", "zh-Hant": "新臺幣元", en: "New Taiwan dollars" },
  EUR: { "zh-Hans": "欧元", "zh-Hant": "歐元", en: "euros" },
  MOP: { "zh-Hans": "澳门元", "zh-Hant": "澳門元", en: "Macao patacas" },
  SGD: { "zh-Hans": "新加坡元", "zh-Hant": "新加坡元", en: "Singapore dollars" },
  JPY: { "zh-Hans": "日元", "zh-Hant": "日圓", en: "yen" },
  GBP: { "zh-Hans": "英镑", "zh-Hant": "英鎊", en: "pounds sterling" },
  KRW: { "zh-Hans": "韩元", "zh-Hant": "韓圜", en: "won" },
  THB: { "zh-Hans": "泰铢", "zh-Hant": "泰銖", en: "baht" },
  VND: { "zh-Hans": "越南盾", "zh-Hant": "越南盾", en: "dong" },
  MYR: { "zh-Hans": "林吉特", "zh-Hant": "林吉特", en: "ringgit" },
  PHP: { "zh-Hans": "菲律宾比索", "zh-Hant": "菲律賓披索", en: "Philippine pesos" },
  IDR: { "zh-Hans": "印尼盾", "zh-Hant": "印尼盾", en: "rupiah" },
  MMK: { "zh-Hans": "缅元", "zh-Hant": "緬元", en: "kyat" },
  KHR: { "zh-Hans": "瑞尔", "zh-Hant": "瑞爾", en: "riel" },
  LAK: { "zh-Hans": "基普", "zh-Hant": "基普", en: "kip" },
  INR: { "zh-Hans": "卢比", "zh-Hant": "盧比", en: "rupees" },
  RUB: { "zh-Hans": "卢布", "zh-Hant": "盧布", en: "roubles" },
  AUD: { "zh-Hans": "澳元", "zh-Hant": "澳元", en: "Australian dollars" },
  CAD: { "zh-Hans": "加元", "zh-Hant": "加元", en: "Canadian dollars" },
  CHF: { "zh-Hans": "瑞士法郎", "zh-Hant": "瑞士法郎", en: "Swiss francs" },
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
