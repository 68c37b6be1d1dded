import type { Diagnostic } from "@jianbao/model";
import { chartProblems } from "./chinese-chart.ts";
import { packProblemInChinese } from "./chinese-pack.ts";
import { printProblems } from "./chinese-print.ts";
import { signProblems } from "./chinese-sign.ts";
import { remedyInChinese, themeProblems } from "./chinese-theme.ts";

/** How a problem is said in Chinese. */
export interface ProblemWording {
  /** Finds the values that the message carries, where it carries any. */
  readonly values?: RegExp;
  readonly message: (...values: readonly string[]) => string;
  readonly hint?: string;
}

const anew = "由 sources/ 重建：jianbao archive rebuild";

/** Problems that an editor meets, by rule; those of template writers stay in English. */
const wordings: Readonly<Record<string, ProblemWording>> = {
  ...chartProblems,
  ...printProblems,
  ...signProblems,
  ...themeProblems,
  "cleaning/empty-file": { message: () => "空文件", hint: "重新保存或下载这篇文章" },
  "cleaning/binary-file": { message: () => "不是文本文件", hint: "另存为文本、HTML、PDF 或 DOCX" },
  "cleaning/undecodable-bytes": {
    // Matches `3 undecodable places in the gb18030 text`.
    values: /^(\d+) undecodable places? in the (\S+) text$/u,
    message: (count = "", encoding = "") => `按 ${encoding} 解码时有 ${count} 处读不出`,
    hint: "对照原文；旁边的数字可能有误",
  },
  "cleaning/wrong-charset": {
    // Matches `wrong declared charset: utf-8; the bytes are gb18030`.
    values: /^wrong declared charset: (\S+); the bytes are (\S+)$/u,
    message: (declared = "", actual = "") => `声明的编码是 ${declared}，实际是 ${actual}，已按实际的读`,
  },
  "cleaning/unrepaired-shift": {
    message: () => "有损坏的字，无法证明原来是什么，照原样留着",
    hint: "对照发表的原文；旁边的数字可能有误",
  },
  "cleaning/no-article": { message: () => "没有找到文章正文", hint: "看看文件里有没有正文；网页请保存整页" },
  "cleaning/pdf-encrypted": { message: () => "加密的 PDF", hint: "去掉密码另存一份再放进来" },
  "cleaning/pdf-without-text": { message: () => "扫描的 PDF，里面没有文字", hint: "先做文字识别（OCR），或改用文本" },
  "cleaning/pdf-broken": { message: () => "损坏的 PDF", hint: "重新下载，或打印成新的 PDF" },
  "cleaning/pdf-without-unicode": { message: () => "PDF 的字体没有对应的字符", hint: "改用文本，或做文字识别（OCR）" },
  "cleaning/docx-broken": { message: () => "损坏的 DOCX", hint: "在文字处理软件里打开另存，或存成 .txt" },
  "cleaning/docx-without-text": { message: () => "DOCX 里没有文字", hint: "改用有文字的文件" },
  "extraction/no-publication-date": {
    message: () => "没有发表日期：“今年”和没有年份的月份无从确定",
    hint: "用 --published 写明，或写在旁边的 .meta.yaml 里",
  },
  "extraction/no-area": {
    message: () => "看不出文章说的是哪里：其中的数字暂按全国处理",
    hint: "用 --area 写明，或写在旁边的 .meta.yaml 里",
  },
  "app/no-articles": {
    // Matches `no article published in 2021-05`; the other message carries no period.
    values: /(\d{4}(?:-[\dQH]+)?)$/u,
    message: (period) => (period === undefined ? "sources 文件夹是空的" : `${period} 没有发表的文章`),
    hint: "jianbao add 文件… 放入文章，--published 写明日期；或换一期",
  },
  "app/unreadable-file": { message: () => "读不了这个文件", hint: "查看权限；其余的文章照常" },
  "app/reading-failed": {
    // Matches `internal fault in reading the article: out of luck`.
    values: /: (.+)$/su,
    message: (fault = "") => `程序读这篇时出错：${fault}`,
    hint: "请连同这个文件报告；其余的文章照常，下次还会再读它",
  },
  "app/lost-sources": {
    // Matches the `120` of `missing folder of sources; the 120 files that …`.
    values: /the (\d+) files/u,
    message: (count = "") => `没有 sources 文件夹；从前读过的 ${count} 个文件还在档案库里`,
    hint: "把它放回来，或从档案库取出：jianbao archive restore sources",
  },
  "app/not-restored": {
    values: /^(missing)?/u,
    message: (missing) => (missing === undefined ? "文件夹里有同名的另一个文件" : "档案库里没有它的原字节"),
    hint: "换一个空的文件夹；存档时没有留原字节的，取不出来",
  },
  "archive/damaged": { message: () => "档案库损坏，已另存为 archive.db.aside，并由 sources/ 重建" },
  "archive/foreign": {
    message: () => "archive.db 不是 jianbao 的档案库，已另存为 archive.db.aside，并由 sources/ 重建",
  },
  "archive/newer": { message: () => "档案库由更新的版本写成，已另存为 archive.db.aside，并由 sources/ 重建" },
  "archive/unwritable": { message: () => "档案库写不进，这一次只放在内存里", hint: "腾出空间或改权限，下次就不必重读" },
  "archive/lost-parent": { message: () => "档案库里有行找不到所属的行", hint: anew },
  "archive/search-index": { message: () => "全文索引不全", hint: anew },
  "archive/unclaimed-bytes": { message: () => "档案库里有不属于任何来稿的字节", hint: anew },
  "archive/unreadable-row": { message: () => "档案库里有读不出的行", hint: anew },
  "archive/bytes-hash": { message: () => "原字节被改过：与 SHA-256 不符", hint: anew },
  "archive/content-hash": { message: () => "档案库里的行被改过：不是存进去的样子", hint: anew },
  "archive/columns": { message: () => "档案库里的列被改过：与数据本身不符", hint: anew },
  "archive/map-misfit": { message: () => "原文与净稿的位置对应不合", hint: anew },
  "archive/span-outside": { message: () => "有位置在文章之外", hint: anew },
  "archive/lost-quote": { message: () => "引用的句子不在净稿里", hint: anew },
  "archive/printed-lost": {
    // Matches the `2023-10` of `lost observations of a figure printed in 2023-10: o-1`.
    values: / printed in (\S+): /u,
    message: (issue = "") => `${issue} 一期印过的数字，所依据的数据已经没有了`,
    hint: "文章撤下了或读法变了：看下一期写的变化",
  },
};

/** Words a problem in Chinese where that is known, else leaves it as it is. */
export function inChinese(diagnostic: Diagnostic): Diagnostic {
  if (diagnostic.rule.startsWith("domains/")) return packProblemInChinese(diagnostic);
  const wording = wordings[diagnostic.rule];
  if (wording === undefined) return diagnostic;
  const values = wording.values === undefined ? [] : (wording.values.exec(diagnostic.message)?.slice(1) ?? []);
  const hint =
    wording.hint ??
    (diagnostic.rule.startsWith("archive/") ? undefined : diagnostic.hint && remedyInChinese(diagnostic.hint));
  const { hint: _, ...rest } = diagnostic;
  return { ...rest, message: wording.message(...values), ...(hint === undefined ? {} : { hint }) };
}
