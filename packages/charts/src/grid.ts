import type { Language } from "@jianbao/model";

/** Where a province stands on the grid, from the upper left corner. */
export interface Tile {
  /** ISO 3166-2: `CN-FJ`. */
  readonly code: string;
  readonly column: number;
  readonly row: number;
}

/** Columns and rows of the grid. */
export const gridSize = { columns: 7, rows: 8 } as const;

/**
 * The 34 provincial units on a grid, each once: an arrangement of our own in which north is up and most units touch a
 * neighbour. It has no boundaries and shows none (a printed map of China needs an approval number): positions are
 * schematic, and the chart says so.
 */
const layout = `
  .  .  .  .  .  .  HL
  .  .  .  NM .  .  JL
  XJ GS NX SX HE BJ LN
  XZ QH SN HA SD TJ .
  .  SC CQ HB AH JS SH
  .  YN GZ HN JX ZJ .
  .  .  GX GD FJ TW .
  .  .  HI MO HK .  .
`;

/** The tiles, row by row. */
export const tiles: readonly Tile[] = layout
  .trim()
  .split("\n")
  .flatMap((line, row) =>
    line
      .trim()
      .split(/\s+/u)
      .flatMap((code, column) => (code === "." ? [] : [{ code: `CN-${code}`, column, row }])),
  );

/** Short names as tiles have them: simplified, traditional where it differs, English. */
const names: Readonly<Record<string, readonly [hans: string, hant: string, english: string]>> = {
  "CN-BJ": ["北京", "北京", "Beijing"],
  "CN-TJ": ["天津", "天津", "Tianjin"],
  "CN-HE": ["河北", "河北", "Hebei"],
  "CN-SX": ["山西", "山西", "Shanxi"],
  "CN-NM": ["内蒙古", "內蒙古", "Nei Mongol"],
  "CN-LN": ["辽宁", "遼寧", "Liaoning"],
  "CN-JL": ["吉林", "吉林", "Jilin"],
  "CN-HL": ["黑龙江", "黑龍江", "Heilongjiang"],
  "CN-SH": ["上海", "上海", "Shanghai"],
  "CN-JS": ["江苏", "江蘇", "Jiangsu"],
  "CN-ZJ": ["浙江", "浙江", "Zhejiang"],
  "CN-AH": ["安徽", "安徽", "Anhui"],
  "CN-FJ": ["福建", "福建", "Fujian"],
  "CN-JX": ["江西", "江西", "Jiangxi"],
  "CN-SD": ["山东", "山東", "Shandong"],
  "CN-HA": ["河南", "河南", "Henan"],
  "CN-HB": ["湖北", "湖北", "Hubei"],
  "CN-HN": ["湖南", "湖南", "Hunan"],
  "CN-GD": ["广东", "廣東", "Guangdong"],
  "CN-GX": ["广西", "廣西", "Guangxi"],
  "CN-HI": ["海南", "海南", "Hainan"],
  "CN-CQ": ["重庆", "重慶", "Chongqing"],
  "CN-SC": ["四川", "四川", "Sichuan"],
  "CN-GZ": ["贵州", "貴州", "Guizhou"],
  "CN-YN": ["云南", "雲南", "Yunnan"],
  "CN-XZ": ["西藏", "西藏", "Xizang"],
  "CN-SN": ["陕西", "陝西", "Shaanxi"],
  "CN-GS": ["甘肃", "甘肅", "Gansu"],
  "CN-QH": ["青海", "青海", "Qinghai"],
  "CN-NX": ["宁夏", "寧夏", "Ningxia"],
  "CN-XJ": ["新疆", "新疆", "Xinjiang"],
  "CN-TW": ["台湾", "台灣", "Taiwan"],
  "CN-HK": ["香港", "香港", "Hong Kong"],
  "CN-MO": ["澳门", "澳門", "Macao"],
};

/** The short name of a province: 内蒙古, 內蒙古, Nei Mongol (ISO 3166-2, for its length); a code that is none of theirs is its own name. */
export function tileName(code: string, language: Language): string {
  const [hans, hant, english] = names[code] ?? [code, code, code];
  return language === "en" ? english : language === "zh-Hans" ? hans : hant;
}
