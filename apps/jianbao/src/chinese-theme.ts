import type { MeasureName } from "@jianbao/print";
import type { ProblemWording } from "./chinese.ts";
import { measureNames } from "./measure-names.ts";

/** Where a message ends: `(templates/redhead/theme.yaml:12)`. */
const place = String.raw` \((\S+):(\d+)\)$`;

/** Problems of a theme and of the page's measures, by rule. */
export const themeProblems: Readonly<Record<string, ProblemWording>> = {
  "document/theme-yaml": {
    // Matches `unreadable YAML: Flow map must … (theme.yaml:3)`.
    values: new RegExp(`^unreadable YAML: (.+)${place}`, "u"),
    message: (fault = "", file = "", line = "") => `${file} 第 ${line} 行读不懂：${fault}`,
    hint: "看看冒号、引号、括号和行首的空格",
  },
  "document/theme-shape": {
    // Matches `misshapen section: colours must be a mapping (theme.yaml:3)`.
    values: new RegExp(`^misshapen section: (.+) must be a mapping${place}`, "u"),
    message: (what = "", file = "", line = "") => `${file} 第 ${line} 行：${what} 下面要一行一项，写“名字: 值”`,
  },
  "document/theme-unknown": {
    // Matches `unknown property of role body: leadign (theme.yaml:3)`.
    values: new RegExp(`^unknown property of (.+): (.+)${place}`, "u"),
    message: (what = "", key = "", file = "", line = "") => `${file} 第 ${line} 行：${what} 没有“${key}”这一项`,
  },
  "document/theme-colour": {
    // Matches `unreadable colour ink: black (theme.yaml:3)`.
    values: new RegExp(`^unreadable colour (.+?): (.*)${place}`, "u"),
    message: (name = "", value = "", file = "", line = "") => `${file} 第 ${line} 行：颜色 ${name} 读不懂：${value}`,
    hint: '写成 "#c00000" 这样：井号加六位十六进制数',
  },
  "document/theme-face": {
    // Matches `unknown face of body: noto (theme.yaml:3)` and `missing screen families of body (theme.yaml:3)`.
    values: new RegExp(`^(.+)${place}`, "u"),
    message: (what = "", file = "", line = "") =>
      `${file} 第 ${line} 行：${what
        .replace(/^unknown face of (.+): (.+)$/u, "字体 $1 用的字体文件 $2 没有")
        .replace(/^unreadable face of (.+): (.+)$/u, "字体 $1 的 $2 读不懂")
        .replace(/^missing screen families of (.+)$/u, "字体 $1 没有写网页用什么（screen）")}`,
  },
  "document/theme-value": {
    // Matches `wrong value of body.size: 12px, expected a length in pt from 5 to 144 (theme.yaml:3)`.
    values: new RegExp(`^wrong value of (\\S+): (.*), expected (.+)${place}`, "u"),
    message: (key = "", value = "", expected = "", file = "", line = "") =>
      `${file} 第 ${line} 行：${key} 写成了“${value}”，应当是${expectationInChinese(expected)}`,
  },
  "document/theme-extends": {
    // Matches `unknown role to extend: lede (theme.yaml:3)` and `circular roles: a → b → a (theme.yaml:3)`.
    values: new RegExp(`^(?:unknown role to extend|circular roles): (.+)${place}`, "u"),
    message: (roles = "", file = "", line = "") =>
      roles.includes("→")
        ? `${file} 第 ${line} 行：extends 绕成了圈：${roles}`
        : `${file} 第 ${line} 行：extends 写的“${roles}”没有`,
  },
  "document/theme-missing": {
    // Matches `missing role toc (theme.yaml:3)` and `missing section page (theme.yaml:1)`.
    values: new RegExp(`^missing (role|section) (.+)${place}`, "u"),
    message: (kind = "", name = "", file = "", line = "") =>
      `${file} 第 ${line} 行：缺${kind === "role" ? "文字样式" : "一段"} ${name}`,
    hint: "每个主题都要写全；没有要改的，写 {} 就行",
  },
  "document/low-contrast": {
    // Matches `low contrast of role link: 3.10:1 (theme.yaml:3)`.
    values: new RegExp(`^low contrast of role (.+): ([\\d.]+):1${place}`, "u"),
    message: (role = "", contrast = "") => `${role} 的字和底色太接近：${contrast}:1`,
    hint: "字要有 4.5:1（WCAG 2.2，1.4.3）：字深一些，或底色浅一些",
  },
  "print/geometry": {
    // Matches `measure off: first-line-top 39 mm on page 2, prescribed 37 mm ± 1 (GB/T 9704-2012)`.
    values:
      /^measure off: (\S+) (\S+)( mm)?(?: on page (\d+))?, prescribed (at most )?(\S+)(?: mm)? ± (\S+) \((.+)\)$/u,
    message: (name = "", set = "", unit, page, atMost, prescribed = "", tolerance = "", standard = "") => {
      const of = unit === undefined ? "" : " 毫米";
      const at = page === undefined || page === "" ? "" : `（第 ${page} 页）`;
      const label = measureNames[name as MeasureName]?.zh ?? name;
      const bound = atMost === undefined || atMost === "" ? "" : "不超过 ";
      return `${label}是 ${set}${of}${at}，${standard} 规定${bound} ${prescribed}${of}，容许差 ${tolerance}${of}`;
    },
    hint: "把 theme.yaml 改回去；不照标准排，就删去 page 里的 standard",
  },
  "print/grey-alike": {
    // Matches `colours alike in grey: #1f4e79 and #9b1c1c (figure “甲乙”)`.
    values: /: (\S+) and (\S+) \(figure (.+)\)$/u,
    message: (one = "", other = "", figure = "") => `黑白印时 ${one} 和 ${other} 是一样的灰，图${figure}里分不清`,
    hint: "换成一深一浅的颜色",
  },
  "print/small-print": {
    // Matches `small print on sheets: most text has 7.4 pt, less than 7.875`.
    values: /has (\S+) pt, less than (\S+)$/u,
    message: (size = "", least = "") => `拼版以后大部分字只有 ${size} 磅，比六号（${least} 磅）还小`,
    hint: "用大字的版式拼：--template handout",
  },
  "print/grid-size": {
    // Matches `mismatched body size: 16 pt on a grid of 28 characters`.
    values: /^mismatched body size: (\S+) pt on a grid of (\d+) characters$/u,
    message: (size = "", characters = "") => `正文 ${size} 磅，一行排不满 ${characters} 个字`,
  },
};

/** `a length in mm from 0 to 300` → 0 到 300 之间的长度（毫米）. */
function expectationInChinese(expected: string): string {
  const range = / from (\S+) to (\S+)$/u.exec(expected);
  const between = range === null ? "" : ` ${range[1] ?? ""} 到 ${range[2] ?? ""} 之间的`;
  if (expected === "true or false") return " true（是）或 false（否）";
  if (expected.startsWith("one of ")) return `其中之一：${expected.slice("one of ".length)}`;
  if (expected.startsWith("a length")) return `${between}长度（不写单位是${expected.includes(" mm") ? "毫米" : "磅"}）`;
  return expected.startsWith("a number") ? `${between}数` : ` ${expected}`;
}

/** A remedy of a theme in Chinese: the nearest name, the names there are, how it is written. */
export function remedyInChinese(hint: string): string {
  return hint
    .replace(/^did you mean (.+)\?$/u, "是不是 $1？")
    .replace(/^known: (.+)$/u, "可以写：$1")
    .replace(/^write it like (.+)$/u, "写成 $1 这样")
    .replace(/^([\d.]+) pt fills the line$/u, "$1 磅正好排满");
}
