import type { ProblemWording } from "./chinese.ts";

/** The words of a line, and its page where it is known: `too long by 1.2 pt: WORDS (paragraph “…”) on page 2`. */
const lineWords = /: (.+) \([^)]*\)(?: on page (\d+))?$/su;

/** Problems of the pages, of the PDF and of what it carries, by rule. */
export const printProblems: Readonly<Record<string, ProblemWording>> = {
  "print/missing-glyph": {
    // Matches `no face has the character U+20BB7 𠮷 of paragraph “…” on page 2, under “一、要点”`; the ends may be missing.
    values: /(U\+[\dA-F]+(?: \S+)?) of .+?(?: on page (\d+))?(?:, under (“.+”))?$/su,
    message: (character = "", page?: string, section?: string) =>
      `字体里没有这个字：${character}${pageWords(page)}${section === undefined ? "" : `，在${section}下`}；PDF 不能写`,
    hint: "把有这个字的字体（.ttf）放进 fonts/，写在主题这一族的 fallback 里；或者换一个字",
  },
  "print/overfull-line": {
    values: lineWords,
    message: (line = "", page?: string) => `有一行排不下${pageWords(page)}：${line}`,
    hint: "把栏加宽，或改写：里面有不能断开的长串",
  },
  "print/loose-line": {
    values: lineWords,
    message: (line = "", page?: string) => `有一行排得太松${pageWords(page)}：${line}`,
    hint: "把栏加宽，或改写前面的文字：后面有不能断开的长串",
  },
  "print/unresolved-reference": {
    // Matches `unknown place: #checks (“核对”) on page 2`.
    values: /: (\S+) \(“(.+)”\)(?: on page (\d+))?$/su,
    message: (place = "", text = "", page?: string) => `引用的地方找不到${pageWords(page)}：${place}（“${text}”）`,
    hint: "改模板里的 href，或给那个地方一个 id；文字照印，只是没有链接",
  },
  "print/lonely-character": onPage("末行只有一个字", "前面加几个字或减几个字"),
  "print/lone-line": {
    values: /^a line alone (on top|at the foot) on page (\d+): (“.*”)$/su,
    message: (where = "", page = "", text = "") =>
      `第 ${page} 页${where === "on top" ? "页首" : "页末"}只有段落的一行：${text}`,
    hint: "前面加一行或减一行",
  },
  "print/cut-number": onPage("行末把一个数断开了", "把栏加宽，或换一种写法"),
  "print/small-text": {
    values: /^text of (\S+) pt.* on page (\d+): (“.*”)$/su,
    message: (size = "", page = "", text = "") => `第 ${page} 页有 ${size} 磅的字，小于六号：${text}`,
    hint: "在 theme.yaml 里放大，或把图画宽些",
  },
  "print/outside-page": onPage("文字超出纸边", "把页面加宽，或把文字排窄"),
  "print/outside-column": onPage("文字超出版心", "断开长串，或把表排窄"),
  "print/low-contrast": {
    values: /([\d.]+):1 \((#\w+) on (#\w+)\), on page (\d+): (“.*”)$/su,
    message: (ratio = "", colour = "", behind = "", page = "", text = "") =>
      `第 ${page} 页的字看不清（${colour} 在 ${behind} 上，对比度 ${ratio}:1）：${text}`,
    hint: "要有 4.5:1：字加深，或底色放浅",
  },
  "print/heading-at-foot": onPage("标题落在页末", "在它前面分页，或把上面的内容缩短"),
  "print/note-moved": {
    values: /^a note of page (\d+) moved, it stands on page (\d+): (“.*”)$/su,
    message: (call = "", page = "", text = "") => `第 ${call} 页的注移到了第 ${page} 页：${text}`,
    hint: "缩短前一页的注或正文",
  },
  "print/empty-page": onPage("页面大半是空的", "去掉后面的分页，或缩短文字"),
  "print/figure-reduced": {
    values: /at (\d+) % of its size on page (\d+): (“.*”)$/su,
    message: (share = "", page = "", text = "") => `第 ${page} 页的图缩到了 ${share}%：${text}`,
    hint: "画得窄些或矮些，图里的字才保持大小",
  },
  "print/geometry": {
    // Matches `measure off: line-pitch 10.2 mm on page 3, prescribed 10.446 mm ± 0.05 (GB/T 9704-2012)`.
    values: /^measure off: (\S+) (.+?)(?: on page (\d+))?, prescribed (?:at most )?(.+) \((.+)\)$/su,
    message: (name = "", set = "", page?: string, prescribed = "", standard = "") =>
      `尺寸不合 ${standard}${pageWords(page)}：${name} 是 ${set}，应为 ${prescribed}`,
    hint: "把 theme.yaml 改回去，或去掉 page.standard",
  },
  "print/grid-size": { message: () => "正文字号排不满版心的字数", hint: "按版心宽度除以每行字数定字号" },
  "print/missing-chart": {
    values: /^unknown chart: (\S+)/u,
    message: (chart = "") => `没有这张图：${chart}，印的是它的文字说明`,
    hint: "看模板里 chart 的名字",
  },
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
  "print/pdf-conformance": {
    // Matches `nonconforming PDF (notes; ISO 14289-1, 7.9): Note (object 12) has no id`.
    values: /\(([\w-]+); ([^)]+)\): (.+)$/su,
    message: (rule = "", clause = "", place = "") => `PDF 不合标准（${rule}，${clause}）：${place}`,
    hint: "规则见 docs/pdf.md；不该由来稿引起：请报告这一故障",
  },
};

function pageWords(page: string | undefined): string {
  return page === undefined ? "" : `（第 ${page} 页）`;
}

/** A finding whose message ends with its page and words. */
function onPage(fault: string, hint: string): ProblemWording {
  return {
    values: / on page (\d+): (“.*”)$/su,
    message: (page = "", text = "") => `第 ${page} 页${fault}：${text}`,
    hint,
  };
}
