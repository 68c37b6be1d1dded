/**
 * Writes src/wording/english-area-data.ts: what prefectures, cities and counties of GB/T 2260 are called in English, by
 * pinyin-pro (GB/T 28039: Han names are spelled in pinyin), with the names of other languages from the list below. Counties of
 * Inner Mongolia, Tibet and Xinjiang, whose names are no Han names, are left out. Run it after an update of the list,
 * `node packages/briefing/scripts/write-english-areas.ts`; the result is committed.
 */
import { writeFileSync } from "node:fs";
import { pinyin } from "pinyin-pro";
import { areaData } from "../../model/src/area-data.ts";

/** Romanised from their own languages (SASM/GNC), without the kind of place. */
const others: Readonly<Record<string, string>> = Object.fromEntries(
  (
    "150100 Hohhot 150600 Ordos 150700 Hulunbuir 150800 Bayannur 150900 Ulanqab 152200 Hinggan 152500 Xilingol 152900 Alxa " +
    "230100 Harbin 230200 Qiqihar 513200 Ngawa 513300 Garzê 533400 Dêqên 540100 Lhasa 540200 Xigazê 540300 Qamdo " +
    "540400 Nyingchi 540600 Nagqu 542500 Ngari 632600 Golog 650100 Ürümqi 650200 Karamay 650400 Turpan 652700 Bortala " +
    "652800 Bayingolin 652900 Aksu 653000 Kizilsu 653100 Kashgar 653200 Hotan 654000 Ili 654300 Altay"
  )
    .match(/\d{6} \S+/gu)
    ?.map((pair) => [pair.slice(0, 6), pair.slice(7)]) ?? [],
);

/** Readings of places that the dictionary of pinyin-pro does not have or has otherwise. */
const readings: Readonly<Record<string, string>> = {
  蚌埠: "Bengbu",
  亳州: "Bozhou",
  六安: "Lu'an",
  歙县: "Shexian",
  黟县: "Yixian",
  莘县: "Shenxian",
  蔚县: "Yuxian",
  单县: "Shanxian",
  浚县: "Xunxian",
  洪洞: "Hongtong",
  乐清: "Yueqing",
  铅山: "Yanshan",
  东阿: "Dong'e",
  番禺: "Panyu",
  涡阳: "Guoyang",
  枞阳: "Zongyang",
  泌阳: "Biyang",
  渑池: "Mianchi",
  荥阳: "Xingyang",
  荥经: "Yingjing",
  犍为: "Qianwei",
  筠连: "Junlian",
  郫都: "Pidu",
  牟定: "Mouding",
  中牟: "Zhongmu",
  牟平: "Muping",
  阳曲: "Yangqu",
  乐亭: "Laoting",
  临朐: "Linqu",
  会稽: "Kuaiji",
  天台: "Tiantai",
  台州: "Taizhou",
  丽水: "Lishui",
  长子: "Zhangzi",
  长垣: "Changyuan",
  繁峙: "Fanshi",
  解州: "Xiezhou",
  隰县: "Xixian",
  大埔: "Dabu",
  勐海: "Menghai",
  珲春: "Hunchun",
  吕梁: "Lüliang",
  绿春: "Lüchun",
  闾: "Lü",
  旅顺口: "Lüshunkou",
};

const kinds: readonly (readonly [string, string])[] = [
  ["自治州", " Prefecture"],
  ["自治县", " County"],
  ["自治旗", " Banner"],
  ["地区", " Prefecture"],
  ["林区", " District"],
  ["特区", " District"],
  ["市", ""],
  ["区", " District"],
  ["县", " County"],
  ["旗", " Banner"],
  ["盟", " League"],
];

const provinces: Readonly<Record<string, string>> = Object.fromEntries(
  (
    "11 Beijing 12 Tianjin 13 Hebei 14 Shanxi 15 Inner_Mongolia 21 Liaoning 22 Jilin 23 Heilongjiang 31 Shanghai 32 Jiangsu " +
    "33 Zhejiang 34 Anhui 35 Fujian 36 Jiangxi 37 Shandong 41 Henan 42 Hubei 43 Hunan 44 Guangdong 45 Guangxi 46 Hainan " +
    "50 Chongqing 51 Sichuan 52 Guizhou 53 Yunnan 54 Xizang 61 Shaanxi 62 Gansu 63 Qinghai 64 Ningxia 65 Xinjiang"
  )
    .match(/\d\d \S+/gu)
    ?.map((pair) => [pair.slice(0, 2), pair.slice(3).replace("_", " ")]) ?? [],
);

const rows = [...areaData.matchAll(/(\d{6})([^\d]+)/gu)].flatMap(([, code = "", marked = ""]) => {
  const isPrefecture = code.endsWith("00");
  if (code.endsWith("0000") || (!isPrefecture && /^(?:15|54|65|8)/u.test(code))) return [];
  const [short = "", rest] = marked.split("·");
  const kind = kinds.find(([ending]) => marked.endsWith(ending))?.[1] ?? "";
  return [{ code, name: `${others[code] ?? spelled(short, rest)}${kind}` }];
});
const counts = new Map<string, number>();
for (const { name } of rows) counts.set(name, (counts.get(name) ?? 0) + 1);
// 福州 and 抚州 are both Fuzhou: where pinyin is that of several, the province tells.
const told = rows.map(({ code, name }) =>
  (counts.get(name) ?? 0) > 1 ? `${code}${name} (${provinces[code.slice(0, 2)] ?? ""})` : `${code}${name}`,
);

/** 杭州 → Hangzhou, 西安 → Xi'an, 歙县 → Shexian. */
function spelled(short: string, rest: string | undefined): string {
  const known = readings[short] ?? (rest === undefined ? undefined : readings[`${short}${rest}`]);
  if (known !== undefined) return known;
  const syllables = pinyin(short, { toneType: "none", type: "array", v: true }).map((one) => one.replaceAll("v", "ü"));
  const joined = syllables.map((one, at) => (at > 0 && /^[aoe]/u.test(one) ? `'${one}` : one)).join("");
  return `${joined.slice(0, 1).toUpperCase()}${joined.slice(1)}`;
}

writeFileSync(
  new URL("../src/wording/english-area-data.ts", import.meta.url),
  `// Written by scripts/write-english-areas.ts with pinyin-pro (MIT); do not edit.

/** Codes of GB/T 2260 with names in English, parted by bars. */
export const englishAreas: string =
  "${told.join("|")}";
`,
);
