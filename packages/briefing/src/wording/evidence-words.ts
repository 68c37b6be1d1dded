import type { CleanArticle, Language, SourceText } from "@jianbao/model";
import { cleaningWords } from "./cleaning-words.ts";
import { traditional } from "./traditional.ts";

/** What an evidence page says around the article. */
export interface EvidenceWords {
  readonly subject: string;
  readonly clean: string;
  readonly source: string;
  readonly changes: string;
  readonly explanation: string;
  readonly facts: (article: CleanArticle, source: SourceText) => readonly string[];
  readonly untitled: (document: string) => string;
  readonly caption: string;
  readonly heads: readonly [string, string, string, string, string];
  /** What is in italics in the clean text: how many places. */
  readonly doubts: (count: number) => string;
  /** What a rule did. */
  readonly rule: (id: string, type: "repair" | "removal" | "doubt") => string;
  /** Changes of single characters that are stated once: how many of each kind. */
  readonly bulk: (kinds: readonly { readonly rule: string; readonly places: number }[]) => string;
  /** What stands where a removed text became nothing; English may add the reason. */
  readonly nothingLeft: (reason: string) => string;
  /** What a doubtful text became: it stayed; English may add the reason. */
  readonly leftDoubtful: (reason: string) => string;
  /** The last of a list that is cut. */
  readonly andMore: (count: number) => string;
  readonly repaired: string;
  readonly removed: string;
  readonly doubted: string;
  readonly empty: string;
  readonly nothing: string;
}

/** Returns the words of an evidence page in a language. */
export function evidenceWords(language: Language): EvidenceWords {
  return language === "en"
    ? english
    : chinese((text) => (language === "zh-Hans" ? text : traditional(text, language === "zh-Hant-TW" ? "TW" : "HK")));
}

function chinese(t: (text: string) => string): EvidenceWords {
  return {
    subject: t("数据出处"),
    clean: t("清理后的文章"),
    source: t("收到时的原文"),
    changes: t("修复与删除"),
    explanation: t(
      "下面先列清理后的文章，读出的数字都作了标记；再列收到时的原文，加粗处作了修复，斜体处未算作文章内容；最后列出修复与删除。",
    ),
    facts: (article, source) => {
      const { publisher, published, url } = article.metadata;
      return [
        `文件：${source.document}（第${article.part}篇）`,
        `编码：${source.encoding === "container" ? "由文件格式自定" : source.encoding}`,
        `来源：${publisher?.value ?? "不详"}`,
        `日期：${published?.value ?? "不详"}`,
        ...(url ? [`网址：${url.value}`] : []),
        `SHA-256：${source.sha256}`,
      ].map(t);
    },
    untitled: (document) => t(`（无标题，文件${document}）`),
    caption: t("逐条所列"),
    doubts: (count) => t(`清理后的文章里有${count}处存疑，以斜体标出：可能有损坏，或者不是文章的内容，请对照原文。`),
    rule: (id, type) => t(cleaningWords(id, "zh") ?? { repair: "其他修复", removal: "其他删除", doubt: "存疑" }[type]),
    bulk: (kinds) =>
      t(
        `${kinds.map(({ rule, places }) => `${cleaningWords(rule, "zh") ?? "其他修复"}，共${places}处`).join("；")}。这些地方只加粗，不逐一编号。`,
      ),
    nothingLeft: () => t("（删除）"),
    leftDoubtful: () => t("（存疑，照原样留着）"),
    andMore: (count) => t(`等${count}种`),
    heads: [t("编号"), t("规则"), t("原文"), t("改为"), t("处数")],
    repaired: t("修"),
    removed: t("删"),
    doubted: t("疑"),
    empty: t("（空）"),
    nothing: t("这篇文章没有修复，也没有删除。"),
  };
}

const english: EvidenceWords = {
  subject: "Evidence",
  clean: "The article as cleaned",
  source: "The file as it arrived",
  changes: "Repairs and removals",
  explanation:
    "First the article as cleaned, with the figures that were read from it marked; then the file as it arrived, " +
    "with repairs in bold and what was not taken for the article in italics; last the list of both.",
  facts: (article, source) => {
    const { publisher, published, url } = article.metadata;
    return [
      `File: ${source.document} (article ${article.part})`,
      `Encoding: ${source.encoding === "container" ? "the file format's own" : source.encoding}`,
      `Publisher: ${publisher?.value ?? "unknown"}`,
      `Date: ${published?.value ?? "unknown"}`,
      ...(url ? [`Address: ${url.value}`] : []),
      `SHA-256: ${source.sha256}`,
    ];
  },
  untitled: (document) => `Untitled, file ${document}`,
  caption: "One by one",
  doubts: (count) =>
    `${count === 1 ? "One place" : `${count} places`} of the article as cleaned, in italics, may be damaged or may not be the article's: compare the file.`,
  rule: (id, type) =>
    cleaningWords(id, "en") ?? { repair: "other repair", removal: "other removal", doubt: "doubt" }[type],
  bulk: (kinds) =>
    `${kinds.map(({ rule, places }) => `${cleaningWords(rule, "en") ?? "other repair"}: ${places} places`).join("; ")}. They are bold and have no number each.`,
  nothingLeft: (reason) => (reason === "" ? "(removed)" : `(removed) ${reason}`),
  leftDoubtful: (reason) => (reason === "" ? "(left as it is)" : `(left as it is) ${reason}`),
  andMore: (count) => `and others, ${count} in all`,
  heads: ["No.", "Rule", "As it arrived", "Became", "Places"],
  repaired: "r",
  removed: "d",
  doubted: "u",
  empty: "(nothing)",
  nothing: "Nothing was repaired or removed in this article.",
};
