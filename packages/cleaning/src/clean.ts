import type { ArticleFacts, CleanArticle, Diagnostic, SourceText } from "@jianbao/model";
import { assemble } from "./article/assemble.ts";
import { markRules, seamsOf, splitArticles } from "./article/boundaries.ts";
import { partParagraphs } from "./article/lines/flattened.ts";
import { pageHeadOf } from "./article/facts/edges.ts";
import { type Verdict, findForeign } from "./article/foreign/foreign.ts";
import { joinLines, settingOf, wholesOf } from "./article/lines/join.ts";
import { type Line, linesOf } from "./article/lines/lines.ts";
import { metadataOf } from "./article/facts/metadata.ts";
import { cutPieces } from "./article/page/pieces.ts";
import { partLabels, seriesLabel } from "./article/series.ts";
import { stretchesOf } from "./article/stretches.ts";
import { type Draft, change, doubt, draftOf } from "./draft.ts";
import { forgetTexts } from "./patterns/known.ts";
import { foldCompatibility } from "./rules/compatibility.ts";
import { readContainer } from "./rules/markup/container.ts";
import { repairShift } from "./rules/shift/gbk-shift.ts";
import { dropHeadlinePieces } from "./rules/headline-pieces.ts";
import { dropCopyGuards } from "./rules/copy-guards.ts";
import { dropDrawnFrames } from "./rules/drawn-frames.ts";
import { dropGlosses } from "./rules/glosses/glosses.ts";
import { readHtml } from "./rules/markup/html.ts";
import { dropInvisible } from "./rules/invisible.ts";
import { markLost } from "./rules/lost-marks.ts";
import { dropLayoutCells } from "./rules/layout-cells.ts";
import { dropLayoutMarks } from "./rules/layout-marks.ts";
import { dropLineNumbers } from "./rules/line-numbers.ts";
import { dropMailQuotes } from "./rules/mail-quotes.ts";
import { isMarkdown, readMarkdown } from "./rules/markup/markdown.ts";
import { restorePunctuation } from "./rules/punctuation.ts";
import { dropRemnants } from "./rules/markup/remnants.ts";
import { scriptOfArticle, simplify } from "./rules/script/script.ts";
import { translateStrays } from "./rules/strays.ts";
import { restoreStrays } from "./rules/stray-bytes.ts";
import { repairMojibake } from "./rules/misread/utf8-mojibake.ts";
import { type Structure, unstructured } from "./structure.ts";

interface Judgement {
  readonly whole: Draft;
  readonly lines: readonly Line[];
  readonly setting: ReturnType<typeof settingOf>;
  readonly found: Verdict["foreign"];
  readonly doubts: Verdict["doubts"];
}

/**
 * Cleans a source text into its articles, each as a careful editor would restore it.
 * Nothing is invented, and no sentence of an article is dropped: what is doubtful stays, with a diagnostic.
 */
export function clean(
  source: SourceText,
  facts: ArticleFacts = {},
): { articles: CleanArticle[]; diagnostics: Diagnostic[] } {
  forgetTexts();
  const diagnostics: Diagnostic[] = [];
  const read = readMarkup(source);
  const decoded = dropInvisible(repairMojibake(foldCompatibility(restoreStrays(read.draft, source))));
  const repaired = markLost(
    repairShift(dropHeadlinePieces(dropCopyGuards(decoded)), source.document, diagnostics),
    source.document,
    diagnostics,
  );
  const bare = dropGlosses(dropRemnants(repaired));
  const simplified = simplify(restorePunctuation(bare));
  const { whole, lines, setting, found, doubts } = judgeLines(
    translateStrays(
      partParagraphs(dropMailQuotes(dropLineNumbers(dropLayoutCells(dropLayoutMarks(dropDrawnFrames(simplified)))))),
    ),
    read.structure,
  );
  const foreign = markRules(lines, found);
  const draft = doubt(whole, doubts);
  const kept = lines.filter((_line, i) => foreign[i] === null);
  const left = kept.length === lines.length ? setting : settingOf(kept);
  const parts = splitArticles(joinLines(kept, seamsOf(lines, foreign), left), lines, foreign);
  const stretches = stretchesOf(draft, parts, lines, foreign);
  const [head] = stretches;
  const page = head === undefined || stretches.length < 2 ? [] : pageHeadOf(head.paragraphs, head.lines, head.foreign);
  const articles = stretches.map((stretch, i) => {
    const article = assemble(draft, stretch);
    const structure = i === 0 ? read.structure : unstructured;
    // A title that a person states is the first article's.
    const own = i === 0 ? facts : { ...facts, title: undefined };
    const script = scriptOfArticle(article);
    const metadata = metadataOf({
      ...stretch,
      article,
      structure,
      script,
      facts: own,
      page: i === 0 ? [] : page,
      shared: i === 0 ? [] : read.structure.stated,
    });
    return { document: source.document, part: i + 1, ...article, metadata, places: source.places };
  });
  if (articles.every((article) => article.text === "")) {
    diagnostics.push({
      severity: "error",
      rule: "cleaning/no-article",
      message: "no article text found",
      document: source.document,
      hint: read.structure.remedy ?? "check that the file holds the article itself and not only the page around it",
    });
  }
  return { articles: articles.filter((article) => article.text !== ""), diagnostics };
}

/** The lines of a text and which of them are foreign; advertisements within a paragraph are taken out of it first. */
function judgeLines(whole: Draft, structure: Structure, rounds = 3): Judgement {
  const { lines, labels } = partLabels(cutPieces(linesOf(whole, structure)));
  const setting = settingOf(lines);
  const wholes = wholesOf(lines, setting);
  const { foreign, doubts, within } = findForeign(lines, wholes.with, wholes.pieces);
  if (within.length > 0 && rounds > 0) return judgeLines(change(whole, within), structure, rounds - 1);
  const found =
    labels.size === 0 ? foreign : foreign.map((why, i) => (labels.has(lines[i] as Line) ? seriesLabel : why));
  return { whole, lines, setting, found, doubts };
}

function readMarkup(source: SourceText): { draft: Draft; structure: Structure } {
  const draft = draftOf(source.text);
  if (source.format === "html") return readHtml(draft);
  if (source.format === "markdown") return readMarkdown(draft, true);
  if (source.format === "text" && isMarkdown(source.text)) return readMarkdown(draft, false);
  if (source.format === "pdf" || source.format === "docx") return readContainer(draft, source.places);
  return { draft, structure: unstructured };
}
