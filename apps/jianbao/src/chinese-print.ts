import type { ProblemWording } from "./chinese.ts";

/** Problems of the pages, of the PDF and of what it carries, by rule. */
export const printProblems: Readonly<Record<string, ProblemWording>> = {
  "print/missing-glyph": {
    // Matches `no face has the character U+20BB7 𠮷 of paragraph “…”, under “一、要点”`; the last part may be missing.
    values: /(U\+[\dA-F]+(?: \S+)?) of .+?(?:, under (“.+”))?$/su,
    message: (character = "", section?: string) =>
      `字体里没有这个字：${character}${section === undefined ? "" : `，在${section}`}；PDF 没有写`,
    hint: "把有这个字的字体（.ttf）放进 fonts/，写在主题这一族的 fallback 里；或者换一个字",
  },
  "print/overfull-line": { message: () => "有一行排不下" },
  "app/unusable-font": {
    values: /: (its licence forbids embedding|not TrueType|damaged)/u,
    message: (why = "") =>
      `这个字体用不了：${why.startsWith("its") ? "授权不许嵌入" : why.startsWith("not") ? "不是 TrueType" : "坏了，或没有 TrueType 轮廓"}`,
    hint: "换一个可以嵌入的字体，或转成 TrueType（.ttf）",
  },
  "app/attachment-too-large": {
    // Matches `too large to be attached to the PDF: a.pdf (5.0 MiB)`.
    values: /: (.+)$/su,
    message: (file = "") => `太大，没有附进 PDF：${file}`,
    hint: "PDF 里有它的校验值；文件请另外随附",
  },
  "print/table-too-wide": {
    // Matches `too wide: table “表1” needs 169 pt at 7.5 pt characters, 100 pt available`.
    values: /“([^”]*)” needs (\d+) pt at ([\d.]+) pt characters, (\d+) pt/u,
    message: (table = "", needed = "", size = "", room = "") =>
      `表太宽：“${table}”用 ${size} 磅的字还要 ${needed} 磅宽，版心只有 ${room} 磅`,
    hint: "减少栏数，或分成两张表",
  },
  "print/too-tall": {
    // Matches `taller than a page: a box of 900 pt on one of 690 pt`.
    values: /box of (\d+) pt on one of (\d+) pt/u,
    message: (height = "", room = "") => `有一块内容高 ${height} 磅，比一页（${room} 磅）还高，不能断开`,
  },
  "print/figure-too-large": {
    // Matches `larger than a page: figure “图1” (900 pt high, 690 pt available)`.
    values: /“([^”]*)”/u,
    message: (figure = "") => `图比一页还大，已经缩小：“${figure}”`,
  },
  "print/missing-chart": {
    // Matches `unknown chart: series-9 (figure “图9”)`.
    values: /^unknown chart: (\S+)/u,
    message: (chart = "") => `没有这张图：${chart}，印的是它的文字说明`,
  },
  "print/unresolved-reference": {
    // Matches `unknown place: #t-9 (“表9”)`.
    values: /#(\S+) \(“([^”]*)”\)$/u,
    message: (place = "", words = "") => `没有这个地方可跳：#${place}（“${words}”），只印文字`,
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
