import type { ProblemWording } from "./chinese.ts";

/** Problems of the pages, of the PDF and of what it carries, by rule. */
export const printProblems: Readonly<Record<string, ProblemWording>> = {
  "print/missing-glyph": {
    // Matches the code point of `missing glyph: U+2CEFA …`.
    values: /(U\+[\dA-F]+)/u,
    message: (codePoint = "") => `字体里没有这个字：${codePoint}`,
    hint: "换一个字，或在主题里指定有这个字的字体",
  },
  "print/overfull-line": { message: () => "有一行排不下" },
  "app/attachment-too-large": {
    // Matches `too large to be attached to the PDF: a.pdf (5.0 MiB)`.
    values: /: (.+)$/su,
    message: (file = "") => `太大，没有附进 PDF：${file}`,
    hint: "PDF 里有它的校验值；文件请另外随附",
  },
  "print/loose-line": {
    message: () => "有一行排得太松",
    hint: "把栏加宽，或改写前面的文字：后面有不能断开的长串",
  },
  "print/pdf-conformance": {
    // Matches `nonconforming PDF (notes; ISO 14289-1, 7.9): Note (object 12) has no id`.
    values: /\(([\w-]+); ([^)]+)\): (.+)$/su,
    message: (rule = "", clause = "", place = "") => `PDF 不合标准（${rule}，${clause}）：${place}`,
    hint: "规则见 docs/pdf.md；不该由来稿引起：请报告这一故障",
  },
};
