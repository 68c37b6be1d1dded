import type { PageSettings, Role, ScreenSettings } from "./theme.ts";

/**
 * What one property of a theme may be. The reader, the published JSON Schema and the tables of
 * docs/templates.md are all written from these lists, so that none of them says what another does not.
 */
export interface ThemeProperty {
  readonly kind: "number" | "length" | "size" | "boolean" | "choice" | "family" | "colour";
  /** What a bare number counts: points, millimetres, characters of the role's size, times the size, pixels. */
  readonly unit?: "pt" | "mm" | "em" | "times" | "px";
  /** The least and the greatest number, in the unit. */
  readonly least?: number;
  readonly most?: number;
  /** The words that a choice allows. */
  readonly choices?: readonly string[];
  /** True where the theme may leave it out although nothing hands it down. */
  readonly optional?: true;
  /** What it does, for the person who edits the theme. */
  readonly meaning: string;
  /** As it may stand in the file. */
  readonly example: string;
}

const length = (least: number, most: number, unit: "pt" | "mm", meaning: string, example: string): ThemeProperty => ({
  kind: "length",
  unit,
  least,
  most,
  meaning,
  example,
});

/** Properties of a role. */
export const roleProperties: Readonly<Record<keyof Role, ThemeProperty>> = {
  family: { kind: "family", meaning: "字体：families 里的名字", example: "heading" },
  size: {
    kind: "size",
    unit: "pt",
    least: 5,
    most: 144,
    meaning: "字号：磅数，或“四号”“小三”这样的名字",
    example: "四号",
  },
  weight: { kind: "number", least: 100, most: 900, meaning: "粗细：400 常规，700 粗；取最接近的一种", example: "700" },
  colour: { kind: "colour", meaning: "字的颜色：colours 里的名字", example: "accent" },
  background: { kind: "colour", meaning: "底色：colours 里的名字", example: "shade" },
  leading: {
    kind: "number",
    unit: "times",
    least: 0.9,
    most: 4,
    meaning: "行距：两行基线的距离，是字号的几倍",
    example: "1.7",
  },
  align: {
    kind: "choice",
    choices: ["start", "center", "end", "justify"],
    meaning: "对齐：start 靠左，center 居中，end 靠右，justify 两端对齐",
    example: "justify",
  },
  indent: { kind: "number", unit: "em", least: 0, most: 20, meaning: "首行缩进几个字", example: "2" },
  hang: { kind: "number", unit: "em", least: 0, most: 20, meaning: "第二行起缩进几个字（悬挂）", example: "3" },
  inset: { kind: "number", unit: "em", least: 0, most: 20, meaning: "左右各空几个字；线和底色不缩", example: "1" },
  spaceBefore: length(0, 300, "pt", "段前空多少；页首不空", "12"),
  spaceAfter: length(0, 300, "pt", "段后空多少；与下一段的段前取大的一个", "6"),
  fromTop: length(
    0,
    400,
    "mm",
    "字的上边缘到版心上边缘的距离，例如报头；上面已有更低的内容时不起作用。只管纸面",
    "35mm",
  ),
  fit: {
    kind: "boolean",
    meaning: "排成一行，排不下就缩小字号；缩到一半还排不下，分成匀称的几行。报名用。网页上照常折行",
    example: "true",
  },
  sameLine: {
    kind: "boolean",
    meaning: "接在上一段的末行上，排得下才接；左边编发单位、右边日期用",
    example: "true",
  },
  ruleAbove: length(0, 20, "pt", "上方的线有多粗，0 为没有", "0.35mm"),
  ruleBelow: length(0, 20, "pt", "下方的线有多粗，0 为没有", "0.35mm"),
  ruleColour: { kind: "colour", meaning: "线的颜色：colours 里的名字；不写就同字的颜色", example: "ink" },
  padding: length(0, 100, "pt", "字与线、与底色边缘之间空多少", "4mm"),
  keepWithNext: { kind: "boolean", meaning: "与下一段排在同一页；标题用", example: "true" },
};

/** Properties of `page`, but for `grid`. */
export const pageProperties: Readonly<Record<Exclude<keyof PageSettings, "grid">, ThemeProperty>> = {
  width: length(50, 1200, "mm", "纸宽", "210"),
  height: length(50, 1200, "mm", "纸高", "297"),
  marginTop: length(0, 300, "mm", "版心上边缘到纸边（天头）", "37"),
  marginBottom: length(0, 300, "mm", "版心下边缘到纸边（地脚）", "35"),
  marginInner: length(0, 300, "mm", "版心到订口一侧的纸边", "28"),
  marginOuter: length(0, 300, "mm", "版心到切口一侧的纸边", "26"),
  head: { ...length(0, 100, "mm", "页眉文字的中线到版心上边缘；不写时空 4 毫米", "6"), optional: true },
  foot: { ...length(0, 100, "mm", "页脚文字的中线到版心下边缘；不写时空 4 毫米", "7"), optional: true },
  duplex: { kind: "boolean", meaning: "双面印：偶数页左右页边对调", example: "true" },
  chapters: {
    kind: "choice",
    choices: ["page", "odd"],
    optional: true,
    meaning: "一级标题另起一页：page 下一面，odd 单数页，前面空着的一面不印页眉页脚；不写就接着排",
    example: "odd",
  },
  kinsoku: {
    kind: "choice",
    choices: ["basic", "gb", "strict"],
    meaning: "行首行尾禁排的松严：basic 基本，gb 国标，strict 严格",
    example: "gb",
  },
  standard: {
    kind: "choice",
    choices: ["GB/T 9704-2012"],
    optional: true,
    meaning: "照哪个标准排：版面的尺寸按它核对，差出误差就提醒",
    example: "GB/T 9704-2012",
  },
  greyscale: {
    kind: "boolean",
    optional: true,
    meaning: "黑白印：纸面上的颜色换成一样深浅的灰，分不清的提醒。网页仍是彩色",
    example: "true",
  },
};

/** Properties of `screen`. */
export const screenProperties: Readonly<Record<keyof ScreenSettings, ThemeProperty>> = {
  measure: { kind: "number", unit: "em", least: 15, most: 80, meaning: "网页上一行最多几个字", example: "42" },
  size: { kind: "number", unit: "px", least: 10, most: 40, meaning: "网页正文的字号", example: "17" },
};

/** Points of the sizes that Chinese typesetting calls by number, as word processors set them. */
export const namedSizes: Readonly<Record<string, number>> = {
  初号: 42,
  小初: 36,
  一号: 26,
  小一: 24,
  二号: 22,
  小二: 18,
  三号: 16,
  小三: 15,
  四号: 14,
  小四: 12,
  五号: 10.5,
  小五: 9,
  六号: 7.5,
  小六: 6.5,
  七号: 5.5,
};

/** Lengths with a unit: matches `0.35mm`, `1.2 cm`, `14pt`; not `14`, `14px`, `mm`. */
export const lengthPattern: RegExp = /^(\d+(?:\.\d+)?)\s?(pt|mm|cm)$/u;

const pointsIn = { pt: 1, mm: 72 / 25.4, cm: 720 / 25.4 } as const;

/** Reads a length or size as written, in the property's unit; null where it is none. */
export function lengthOf(written: unknown, { kind, unit }: ThemeProperty): number | null {
  if (typeof written === "number") return written;
  if (typeof written !== "string") return null;
  const named = kind === "size" ? namedSizes[written] : undefined;
  if (named !== undefined) return named;
  const match = lengthPattern.exec(written);
  if (match === null) return null;
  // The pattern allows these units alone.
  const points = Number(match[1]) * pointsIn[match[2] as keyof typeof pointsIn];
  return Math.round((unit === "mm" ? points / pointsIn.mm : points) * 1e4) / 1e4;
}

/** What a property may be, in words: `a length in mm from 0 to 300`. */
export function expectationOf({ kind, unit, least, most, choices }: ThemeProperty): string {
  const range = least === undefined || most === undefined ? "" : ` from ${least} to ${most}`;
  switch (kind) {
    case "boolean":
      return "true or false";
    case "choice":
      return `one of ${(choices ?? []).join(" ")}`;
    case "length":
    case "size":
      return `a length in ${unit ?? "pt"}${range}`;
    default:
      return `a number${range}`;
  }
}
