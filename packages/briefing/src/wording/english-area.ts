import type { Area } from "@jianbao/model";
import { englishAreas } from "./english-area-data.ts";

/** Names of the provinces in English, as ISO 3166-2 and the regions themselves write them. */
const provinces: Readonly<Record<string, string>> = {
  "CN-BJ": "Beijing",
  "CN-TJ": "Tianjin",
  "CN-HE": "Hebei",
  "CN-SX": "Shanxi",
  "CN-NM": "Inner Mongolia",
  "CN-LN": "Liaoning",
  "CN-JL": "Jilin",
  "CN-HL": "Heilongjiang",
  "CN-SH": "Shanghai",
  "CN-JS": "Jiangsu",
  "CN-ZJ": "Zhejiang",
  "CN-AH": "Anhui",
  "CN-FJ": "Fujian",
  "CN-JX": "Jiangxi",
  "CN-SD": "Shandong",
  "CN-HA": "Henan",
  "CN-HB": "Hubei",
  "CN-HN": "Hunan",
  "CN-GD": "Guangdong",
  "CN-GX": "Guangxi",
  "CN-HI": "Hainan",
  "CN-CQ": "Chongqing",
  "CN-SC": "Sichuan",
  "CN-GZ": "Guizhou",
  "CN-YN": "Yunnan",
  "CN-XZ": "Xizang",
  "CN-SN": "Shaanxi",
  "CN-GS": "Gansu",
  "CN-QH": "Qinghai",
  "CN-NX": "Ningxia",
  "CN-XJ": "Xinjiang",
  "CN-TW": "Taiwan",
  "CN-HK": "Hong Kong",
  "CN-MO": "Macao",
};

let byCode: ReadonlyMap<string, string> | null = null;

/** Names an area; one without a name in English, as counties of Tibet, keeps that which it has in Chinese. */
export function englishArea(area: Area): string {
  if (area.code === "CN") return "China";
  if (area.code === "OVERSEAS") return "abroad";
  byCode ??= new Map(englishAreas.split("|").map((entry) => [entry.slice(0, 6), entry.slice(6)]));
  return provinces[area.code] ?? byCode.get(area.code) ?? area.name;
}
