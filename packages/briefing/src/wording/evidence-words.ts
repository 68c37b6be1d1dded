import type { CleanArticle, Language, SourceText } from "@jianbao/model";
import { traditional } from "./traditional.ts";

/** What an evidence page says around the article. */
export interface EvidenceWords {
  readonly subject: string;
  readonly clean: string;
  readonly source: string;
  readonly changes: string;
  readonly explanation: string;
  readonly facts: (article: CleanArticle, source: SourceText) => string;
  readonly heads: readonly [string, string, string, string, string];
  readonly repaired: string;
  readonly removed: string;
  readonly because: string;
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
      "下面先列清理后的文章，读出的数字都作了标记；再列收到时的原文，加粗处作了修复，斜体处未算作文章内容；最后逐条列出修复与删除的规则和理由。",
    ),
    facts: (article, source) => {
      const { publisher, published, url } = article.metadata;
      return t(
        [
          `文件：${source.document}（第${article.part}篇）`,
          `编码：${source.encoding}`,
          `来源：${publisher?.value ?? "不详"}`,
          `日期：${published?.value ?? "不详"}`,
          ...(url ? [`网址：${url.value}`] : []),
          `SHA-256：${source.sha256}`,
        ].join("；"),
      );
    },
    heads: [t("编号"), t("规则"), t("原文"), t("改为，或删除的理由"), t("处数")],
    repaired: t("修"),
    removed: t("删"),
    because: t("删除："),
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
    "with repairs in bold and what was not taken for the article in italics; last the rule and reason of each.",
  facts: (article, source) => {
    const { publisher, published, url } = article.metadata;
    return [
      `File: ${source.document} (article ${article.part})`,
      `Encoding: ${source.encoding}`,
      `Publisher: ${publisher?.value ?? "unknown"}`,
      `Date: ${published?.value ?? "unknown"}`,
      ...(url ? [`Address: ${url.value}`] : []),
      `SHA-256: ${source.sha256}`,
    ].join("; ");
  },
  heads: ["No.", "Rule", "As it arrived", "Became, or why it was removed", "Places"],
  repaired: "r",
  removed: "x",
  because: "Removed: ",
  empty: "(nothing)",
  nothing: "Nothing was repaired or removed in this article.",
};
