import type { ImposeOptions, Layout } from "@jianbao/print";
import type { Diagnostic } from "@jianbao/model";
import type { Invocation, Option, Timer } from "./command.ts";
import type { ComposedIssue } from "./issue.ts";
import type { OutputFiles } from "./output.ts";
import { UsageError } from "./problems.ts";

type Kind = ImposeOptions["kind"];

const kinds: readonly Kind[] = ["booklet", "two-up"];

/** Options that ask for handouts. */
export const handoutOptions: readonly Option[] = [
  {
    name: "impose",
    value: "LIST",
    choices: kinds,
    help: {
      zh: "另写拼好版的 PDF：booklet 骑马钉小册，two-up 一面两页",
      en: "also write a PDF of sheets: a saddle-stitched booklet, or two pages a side",
    },
  },
  {
    name: "paper",
    value: "MM",
    help: {
      zh: "纸厚（毫米），小册里层的页向折线移这么多（默认 0.1）",
      en: "thickness of the paper in mm, by which a booklet's inner pages move (default 0.1)",
    },
  },
  {
    name: "marks",
    value: "flag",
    help: { zh: "画出折线", en: "draw where the paper is folded" },
  },
  {
    name: "flip",
    value: "EDGE",
    choices: ["short", "long"],
    help: {
      zh: "双面打印沿哪条边翻（默认短边）",
      en: "the edge that the printer turns the paper at (default: short)",
    },
  },
];

/** Handouts that are asked for, and how they are made. */
export interface Handouts {
  readonly kinds: readonly Kind[];
  readonly paperThickness: number;
  readonly marks: boolean;
  readonly flip: "short" | "long";
}

/** Reads the options for handouts; none where `--impose` is not given. Throws a UsageError for a paper that is none. */
export function handoutsAsked({ options }: Invocation): Handouts | null {
  const { impose, paper, marks, flip } = options;
  if (typeof impose !== "string") {
    const without = ["paper", "marks", "flip"].find((name) => options[name] !== undefined);
    if (without !== undefined) throw new UsageError(`--${without} needs --impose`, "--impose booklet");
    return null;
  }
  const paperThickness = paper === undefined ? 0.1 : Number(paper);
  if (!(paperThickness >= 0 && paperThickness <= 1)) {
    throw new UsageError(`no thickness of paper: ${String(paper)}`, "in mm, from 0 to 1: office paper has 0.1");
  }
  return {
    // The choices of the option are these kinds.
    kinds: [...new Set(impose.split(",") as Kind[])],
    paperThickness,
    marks: marks === true,
    flip: flip === "long" ? "long" : "short",
  };
}

/** Writes the handouts of an issue's pages, `briefing-booklet.pdf` and the like; none where there are no pages. */
export async function handoutFiles(
  { faces }: ComposedIssue,
  set: Layout | null,
  { kinds: wanted, ...options }: Handouts,
  timer: Timer,
): Promise<{ readonly files: OutputFiles; readonly problems: readonly Diagnostic[] }> {
  if (set === null) return { files: {}, problems: [] };
  const { impose, toPdf } = await timer.time("load", () => import("@jianbao/print"));
  const files: Record<string, Uint8Array> = {};
  const problems: Diagnostic[] = [];
  for (const kind of wanted) {
    const sheets = impose(set, { kind, ...options });
    problems.push(...sheets.diagnostics.slice(set.diagnostics.length));
    files[`briefing-${kind}.pdf`] = await timer.time("write PDF", () => toPdf(sheets.pages, { ...sheets, faces }));
  }
  return { files, problems };
}
