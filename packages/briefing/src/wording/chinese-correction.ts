import { type Phrase, join, phrase } from "../phrase.ts";
import { chineseDate } from "./chinese-period.ts";
import type { CorrectionParts, CorrectionWording } from "./correction.ts";

/** What concerns signing and correcting, in Chinese; `t` converts the script. */
export function chineseCorrection(t: (text: string) => string): CorrectionWording {
  return {
    heading: t("更正"),
    issueName: ({ number, total }, period) => {
      if (number === null) return phrase(t("本刊"), period, t("一期"));
      return phrase(t(`第${number}期（${total === null ? "" : `总第${total}期，`}`), period, "）");
    },
    issueNote: (issue) => phrase(issue, t("所印")),
    changeOf: (what) => phrase(what, t("公布的变化")),
    correction: (parts) => {
      const { issue, what, printed, after, moved } = parts;
      return phrase(
        issue,
        t("，"),
        what,
        t("印作"),
        printed,
        after === null ? t("，现予撤回") : phrase(t("，应为"), after),
        moved === null ? "" : phrase(t("；原印的数字应属"), moved.what, "（", moved.figure, "）"),
        "。",
        reasonOf(parts, t),
      );
    },
    withdrawal: (parts) =>
      phrase(parts.issue, t("所印下列数字现予撤回："), join(parts.figures, "；"), "。", reasonOf(parts, t)),
    signature: ({ by, on, replaces }) =>
      phrase(
        t("签发："),
        by,
        "　",
        chineseDate(on),
        replaces === null
          ? ""
          : phrase(
              t("（"),
              chineseDate(replaces.on),
              t("曾签发，本次重新签发，原因："),
              withoutStop(replaces.why),
              "）",
            ),
      ),
  };
}

function reasonOf(
  { cause, decision }: Pick<CorrectionParts, "cause" | "decision">,
  t: (text: string) => string,
): Phrase {
  switch (cause) {
    case "rejected":
    case "corrected": {
      const done = cause === "rejected" ? t("核对，原数不用") : t("核对更正");
      if (decision === null || decision === undefined) return phrase(t("系经编辑"), done, "。");
      return phrase(decision.by, chineseDate(decision.on), done, t("，理由："), withoutStop(decision.why), "。");
    }
    case "reread":
      return phrase(t("来稿未变，系本刊读取有误。"));
    case "source-changed":
      return phrase(t("所据来稿已更换。"));
    case "source-removed":
      return phrase(t("所据来稿已撤下。"));
  }
}

function withoutStop(text: string): string {
  return text.replace(/。$/u, "");
}
