import { type Phrase, join, phrase } from "../phrase.ts";
import { englishDate } from "./english-period.ts";
import type { CorrectionParts, CorrectionWording } from "./correction.ts";

/** What concerns signing and correcting, in English. */
export const englishCorrection: CorrectionWording = {
  heading: "Corrections",
  issueName: ({ number, total }, period) => {
    if (number === null) return phrase("The issue for ", period);
    return phrase(`No. ${number} (${total === null ? "" : `overall No. ${total}, `}`, period, ")");
  },
  issueNote: (issue) => phrase("As printed in ", issue),
  changeOf: (what) => phrase(what, ", the change stated,"),
  correction: (parts) => {
    const { issue, what, printed, after, moved } = parts;
    return phrase(
      issue,
      ": the figure for ",
      what,
      " was printed as ",
      printed,
      after === null ? "; the figure is withdrawn" : phrase("; it should be ", after),
      moved === null ? "" : phrase("; the figure printed is of ", moved.what, " (", moved.figure, ")"),
      ". ",
      reasonOf(parts),
    );
  },
  withdrawal: (parts) =>
    phrase("These figures of ", parts.issue, " are withdrawn: ", join(parts.figures, "; "), ". ", reasonOf(parts)),
  signature: ({ by, on, replaces }) =>
    phrase(
      "Signed by ",
      by,
      ", ",
      englishDate(on),
      replaces === null
        ? ""
        : phrase(
            " (signed before on ",
            englishDate(replaces.on),
            ", and again because: ",
            withoutStop(replaces.why),
            ")",
          ),
    ),
};

function reasonOf({ cause, decision }: Pick<CorrectionParts, "cause" | "decision">): Phrase {
  switch (cause) {
    case "rejected":
    case "corrected": {
      const done = cause === "rejected" ? "Rejected" : "Corrected";
      if (decision === null || decision === undefined) return phrase(`${done} by an editor.`);
      return phrase(`${done} by `, decision.by, " on ", englishDate(decision.on), ": ", withoutStop(decision.why), ".");
    }
    case "reread":
      return phrase("The article is unchanged and had been misread.");
    case "source-changed":
      return phrase("The article has been replaced.");
    case "source-removed":
      return phrase("The article has been taken out.");
  }
}

function withoutStop(text: string): string {
  return text.replace(/[.。]$/u, "");
}
