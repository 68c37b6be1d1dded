import type { Block, Document, Inline, TableCell, TableRow } from "@jianbao/document";
import { type CleanArticle, type Language, type Observation, type SourceText, lastDay } from "@jianbao/model";
import { bulkRules } from "./wording/cleaning-words.ts";
import { type EvidenceWords, evidenceWords } from "./wording/evidence-words.ts";

/**
 * Makes an article's page of evidence: the article as cleaned, with every figure marked and linked to
 * where it is printed; the file as it arrived, with everything that was repaired or removed marked; and
 * the list of repairs and removals with their rules and reasons.
 *
 * A figure in the clean text has its observation's id, so that `page#o-…` leads to it. `printed` gives
 * the address of the place that prints an observation, where there is one.
 */
export function evidencePage(
  source: SourceText,
  article: CleanArticle,
  observations: readonly Observation[],
  printed: Readonly<Record<string, string>>,
  language: Language = "zh-Hans",
): Document {
  const words = evidenceWords(language);
  const { metadata } = article;
  const title = metadata.title?.value ?? words.untitled(article.document);
  const changes = changesOf(source, article, words);
  return {
    type: "document",
    language,
    title,
    properties: {
      issuer: metadata.publisher?.value ?? "",
      date: metadata.published ? lastDay(metadata.published.value) : "",
      issue: null,
      subject: words.subject,
      draft: false,
    },
    children: [
      { type: "heading", level: 1, children: [text(title)] },
      factList(words.facts(article, source)),
      paragraph(words.explanation),
      ...(article.doubts.length === 0 ? [] : [paragraph(words.doubts(article.doubts.length))]),
      {
        type: "section",
        id: "clean",
        children: [heading(words.clean), ...cleanBlocks(article, observations, printed, changes)],
      },
      { type: "section", id: "source", children: [heading(words.source), ...sourceBlocks(source, changes)] },
      { type: "section", id: "changes", children: [heading(words.changes), ...changeBlocks(changes, words)] },
    ],
  };
}

/** The clean text, a paragraph a line, its figures and doubts marked; those of one place stand in each other. */
function cleanBlocks(
  article: CleanArticle,
  observations: readonly Observation[],
  printed: Readonly<Record<string, string>>,
  changes: readonly ListedChange[],
): readonly Block[] {
  const doubts = changes
    .filter((change) => change.type === "doubt")
    .flatMap((change) =>
      change.places.map(({ start, end }): Mark => ({
        start,
        end,
        wrap: (children, isEnd) => [{ type: "emphasis", children }, ...(isEnd ? [nameLink(change)] : [])],
      })),
    );
  const figures = observations
    .map((observation) => ({ observation, ...article.map.toCleanSpan(observation.source) }))
    .filter((mark) => mark.end > mark.start)
    .map((mark): Mark => ({
      start: mark.start,
      end: mark.end,
      wrap: (children) => {
        const { id, quantity } = mark.observation;
        const data: Inline = { type: "data", id, value: quantity?.value ?? null, observations: [id], children };
        const href = printed[id];
        return href === undefined ? [data] : [{ type: "link", href, children: [data] }];
      },
    }));
  const marks = [...figures, ...doubts];
  const headings = new Map(article.headings.map((span) => [span.start, span.end]));
  return linesOf(article.text).map(({ start, end }): Block => {
    const children = marked(article.text, start, end, marks);
    const isHeading = (headings.get(start) ?? -1) >= end;
    return { type: "paragraph", children: isHeading ? [{ type: "bold", children }] : children };
  });
}

/** A repair, a removal or a doubt, as the list has it. */
interface ListedChange {
  readonly type: "repair" | "removal" | "doubt";
  readonly id: string;
  /** 修1, 删2, 疑3: what stands beside the place in the text. */
  readonly name: string;
  readonly rule: string;
  readonly before: string;
  /** What the text became; for a removal or a doubt the reason that cleaning gives, in English. */
  readonly after: string;
  /** In the source text; of a doubt in the clean text. */
  readonly places: { readonly start: number; readonly end: number }[];
  /** One of many changes of single characters: stands in no line of the list, and bears no name. */
  readonly bulk: boolean;
}

/** Lists repairs, equal ones together, then removals, then doubts, each in the order of their first places. */
function changesOf(source: SourceText, article: CleanArticle, words: EvidenceWords): readonly ListedChange[] {
  const repairs = new Map<
    string,
    { readonly rule: string; readonly before: string; readonly after: string; readonly places: ListedChange["places"] }
  >();
  for (const { span, rule, before, after } of article.repairs) {
    const key = `${rule}\n${before}\n${after}`;
    const same = repairs.get(key);
    if (same) same.places.push(span);
    else repairs.set(key, { rule, before, after, places: [span] });
  }
  let count = 0;
  return [
    ...[...repairs.values()].map((repair) => {
      const bulk = bulkRules.has(repair.rule);
      const index = bulk ? 0 : ++count;
      return { type: "repair" as const, ...repair, id: `repair-${index}`, name: `${words.repaired}${index}`, bulk };
    }),
    ...article.removals.map((removal, index) => ({
      type: "removal" as const,
      id: `removal-${index + 1}`,
      name: `${words.removed}${index + 1}`,
      rule: removal.rule,
      before: shortened(source.text.slice(removal.span.start, removal.span.end)),
      after: removal.reason,
      places: [removal.span],
      bulk: false,
    })),
    ...article.doubts.map((doubt, index) => ({
      type: "doubt" as const,
      id: `doubt-${index + 1}`,
      name: `${words.doubted}${index + 1}`,
      rule: doubt.rule,
      before: shortened(article.text.slice(doubt.cleanSpan.start, doubt.cleanSpan.end)),
      after: doubt.reason,
      places: [doubt.cleanSpan],
      bulk: false,
    })),
  ];
}

/**
 * The source text, a paragraph a line; what was removed is emphasised, what was repaired is strong. Either
 * leads to its line in the list: a repair that stands by itself is the link, others carry their names.
 */
function sourceBlocks(source: SourceText, changes: readonly ListedChange[]): readonly Block[] {
  const ofSource = changes.filter((change) => change.type !== "doubt");
  const marks = ofSource.flatMap((change) =>
    change.places.map((place): Mark => ({
      start: place.start,
      end: place.end,
      wrap: (children, isEnd, isAlone) => {
        const type = change.type === "removal" ? "emphasis" : "strong";
        if (change.bulk) return [{ type, children }];
        if (isAlone && change.type === "repair")
          return [{ type, children: [{ type: "link", href: `#${change.id}`, children }] }];
        return [{ type, children }, ...(isEnd ? [nameLink(change)] : [])];
      },
      empty: () => (change.bulk ? [] : [nameLink(change)]),
    })),
  );
  return linesOf(source.text).map(({ start, end }): Block => ({
    type: "paragraph",
    children: marked(source.text, start, end, marks),
  }));
}

function nameLink(change: ListedChange): Inline {
  return { type: "superscript", children: [{ type: "link", href: `#${change.id}`, children: [text(change.name)] }] };
}

/** The changes of single characters with their counts in a paragraph, what a reader must judge in a table. */
function changeBlocks(changes: readonly ListedChange[], words: EvidenceWords): readonly Block[] {
  if (changes.length === 0) return [{ type: "paragraph", children: [text(words.nothing)] }];
  const bulk = changes.filter((change) => change.bulk);
  const listed = changes.filter((change) => !change.bulk);
  const kinds = [...new Set(bulk.map((change) => change.rule))].sort().map((rule) => {
    const those = bulk.filter((change) => change.rule === rule);
    return { rule, those, places: those.reduce((sum, change) => sum + change.places.length, 0) };
  });
  return [
    ...(kinds.length === 0 ? [] : [paragraph(words.bulk(kinds)), ...kinds.map(({ those }) => pairs(those, words))]),
    ...(listed.length === 0 ? [] : changeTable(listed, words)),
  ];
}

/** How many kinds of single changes a line shows. */
const mostPairs = 60;

/** 網→网（3）、絡→络 */
function pairs(changes: readonly ListedChange[], words: EvidenceWords): Block {
  const shown = changes.slice(0, mostPairs).map(({ before, after, places }) => {
    const times = places.length === 1 ? "" : `（${places.length}）`;
    return `${visible(before) || words.empty}→${visible(after) || words.empty}${times}`;
  });
  const rest = changes.length > mostPairs ? words.andMore(changes.length) : "";
  return paragraph(`${shown.join("　")}${rest === "" ? "" : `　${rest}`}`);
}

function changeTable(changes: readonly ListedChange[], words: EvidenceWords): readonly Block[] {
  return [
    {
      type: "table",
      caption: [text(words.caption)],
      unit: null,
      columns: [2, 5, 6, 6, 2],
      head: [
        row(
          null,
          words.heads.map((head) => cell(head, "column")),
        ),
      ],
      body: changes.map((change) =>
        row(change.id, [
          cell(change.name, "row"),
          cell(words.rule(change.rule, change.type)),
          cell(visible(change.before) || words.empty),
          cell(becameOf(change, words)),
          cell(`${change.places.length}`),
        ]),
      ),
      foot: [],
    },
  ];
}

function becameOf(change: ListedChange, words: EvidenceWords): string {
  if (change.type === "removal") return words.nothingLeft(change.after);
  if (change.type === "doubt") return words.leftDoubtful(change.after);
  return visible(change.after) || words.empty;
}

function factList(facts: readonly string[]): Block {
  return {
    type: "list",
    ordered: false,
    children: facts.map((fact) => ({ type: "listItem", children: [paragraph(fact)] })),
  };
}

function paragraph(value: string): Block {
  return { type: "paragraph", children: [text(value)] };
}

/** A stretch of a text and what to put around it; `empty` says what stands where the stretch has no characters. */
interface Mark {
  readonly start: number;
  readonly end: number;
  /** `isAlone` where it neither holds nor stands in another. */
  readonly wrap: (children: readonly Inline[], isEnd: boolean, isAlone: boolean) => readonly Inline[];
  readonly empty?: () => readonly Inline[];
}

/**
 * Cuts a line out of a text and wraps its marked stretches; a mark that starts within another goes inside
 * where it ends there too, and is put behind it where it does not.
 */
function marked(
  whole: string,
  start: number,
  end: number,
  marks: readonly Mark[],
  isInside = false,
): readonly Inline[] {
  const inside = marks
    .filter((mark) => mark.start < end && (mark.end > start || (mark.start === mark.end && mark.start >= start)))
    .sort((a, b) => a.start - b.start || b.end - a.end);
  const result: Inline[] = [];
  let at = start;
  let index = 0;
  while (index < inside.length) {
    const mark = inside[index];
    if (!mark) break;
    index++;
    const from = Math.max(mark.start, at);
    const to = Math.min(mark.end, end);
    if (mark.start === mark.end || to <= from) {
      if (mark.start >= at) {
        push(result, whole.slice(at, mark.start));
        at = mark.start;
      }
      const alone = mark.empty?.() ?? (to <= from && mark.start < mark.end ? mark.wrap([text("↑")], true, false) : []);
      result.push(...alone);
      continue;
    }
    push(result, whole.slice(at, from));
    const nested: Mark[] = [];
    while ((inside[index]?.start ?? Infinity) < to && (inside[index]?.end ?? Infinity) <= to) {
      const next = inside[index];
      if (next) nested.push(next);
      index++;
    }
    const isAlone = nested.length === 0 && !isInside;
    result.push(...mark.wrap(marked(whole, from, to, nested, true), mark.end <= end, isAlone));
    at = to;
  }
  push(result, whole.slice(at, end));
  return result.length === 0 ? [text(" ")] : result;
}

function push(result: Inline[], value: string): void {
  if (value !== "") result.push(text(visible(value)));
}

/** Lines that hold anything, as spans. */
function linesOf(whole: string): readonly { readonly start: number; readonly end: number }[] {
  const lines: { start: number; end: number }[] = [];
  let start = 0;
  for (let at = 0; at <= whole.length; at++) {
    const character = whole[at];
    if (at < whole.length && character !== "\n" && character !== "\r") continue;
    if (whole.slice(start, at).trim() !== "") lines.push({ start, end: at });
    start = at + 1;
  }
  return lines;
}

/** Shows control characters as their pictures (␀): a text node holds none, and nothing is to be hidden. */
function visible(value: string): string {
  return value.replaceAll(/\p{Cc}/gu, (character) => {
    const code = character.codePointAt(0) ?? 0;
    return code === 9 ? " " : String.fromCodePoint(code < 32 ? 0x24_00 + code : 0x24_21);
  });
}

function shortened(value: string): string {
  const line = value.replaceAll(/\s+/gu, " ").trim();
  const characters = [...line];
  return characters.length > 60 ? `${characters.slice(0, 40).join("")}……${characters.slice(-15).join("")}` : line;
}

function heading(title: string): Block {
  return { type: "heading", level: 2, children: [text(title)] };
}

function row(id: string | null, cells: readonly TableCell[]): TableRow {
  return { type: "row", ...(id === null ? {} : { id }), cells };
}

function cell(value: string, header: TableCell["header"] = null): TableCell {
  return { type: "cell", header, columnSpan: 1, rowSpan: 1, align: "start", children: [text(value)] };
}

function text(value: string): Inline {
  return { type: "text", value };
}
