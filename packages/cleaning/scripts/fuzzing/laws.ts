import { type CleanArticle, type SourceText, SourceMap, articleRecordOf, parsePartialDate } from "@jianbao/model";
import { clean, readSource } from "../../src/index.ts";

/** A law that does not hold, with the values. */
export interface Violation {
  readonly law: string;
  readonly what: string;
}

/** Reads and cleans a file and lists the laws that are broken; none may be, whatever is in the file. */
export async function violationsOf(bytes: Uint8Array, document: string): Promise<Violation[]> {
  const found: Violation[] = [];
  try {
    const { source } = await readSource(bytes, { document });
    if (source === null) return found;
    const { articles } = clean(source, { published: "2023-12-25" });
    found.push(...lawsBroken(source, articles));
    const again = clean(source, { published: "2023-12-25" }).articles;
    if (JSON.stringify(again) !== JSON.stringify(articles))
      found.push({ law: "same again", what: "the second result differs" });
  } catch (error) {
    found.push({ law: "never throws", what: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  }
  return found;
}

/** Lists the laws that a file's articles break. */
export function lawsBroken(source: SourceText, articles: readonly CleanArticle[]): Violation[] {
  return [...articles.flatMap((article) => ofArticle(source, article)), ...ofAll(source, articles)];
}

/** Cleans a clean article again and tells how that differs; what is clean should stay as it is. */
export async function unsettled(bytes: Uint8Array, document: string): Promise<Violation[]> {
  const { source } = await readSource(bytes, { document });
  // What markup and pages tell of paragraphs is not to be seen in the clean text.
  if (source?.format !== "text") return [];
  return clean(source, { published: "2023-12-25" }).articles.flatMap(({ text }) => {
    const again = clean({ ...source, format: "text", places: [], text }, { published: "2023-12-25" }).articles;
    const result = again.map((one) => one.text).join("\n");
    if (result === text) return [];
    let at = 0;
    while (at < text.length && text[at] === result[at]) at++;
    const shown = (one: string): string => JSON.stringify(one.slice(Math.max(0, at - 12), at + 24));
    return [{ law: "stays clean", what: `at ${at}: ${shown(text)} became ${shown(result)}` }];
  });
}

function ofArticle(source: SourceText, article: CleanArticle): Violation[] {
  const found: Violation[] = [];
  const broken = (law: string, what: string): void => void found.push({ law, what });
  const { text, map } = article;
  map.check(source.text, text);
  if (`${SourceMap.parse(`${map}`)}` !== `${map}`) broken("map has a notation", `${map}`);
  articleRecordOf(source, article, []);

  // Matches what no clean text has: control characters but line ends and tabs, marks of byte order, blank lines.
  const foreign = /[^\P{Cc}\n\t]|[\uFEFF\u200B\u2060\u00AD\u2028\u2029\u202A-\u202E\u2066-\u2069]|\n\n|^\n|\n$/u.exec(
    text,
  );
  if (foreign !== null) broken("clean characters", `${JSON.stringify(foreign[0])} at ${foreign.index}`);

  for (const { span, rule, reason, score } of article.removals) {
    if (!isWithin(span, source.text)) broken("removals lie in the source", JSON.stringify({ rule, span }));
    if (!(score > 0 && score <= 1) || reason === "")
      broken("removals have reason and score", JSON.stringify({ rule, reason, score }));
  }
  for (const { span, rule, before } of article.repairs) {
    if (!isWithin(span, source.text)) broken("repairs lie in the source", JSON.stringify({ rule, span }));
    else if (source.text.slice(span.start, span.end) !== before)
      broken(
        "before is the source's",
        JSON.stringify({ rule, span, before, source: source.text.slice(span.start, span.end) }),
      );
  }
  for (const { cleanSpan, rule, reason, score } of article.doubts) {
    if (!isWithin(cleanSpan, text) || cleanSpan.start === cleanSpan.end)
      broken("doubts lie in the text", JSON.stringify({ rule, cleanSpan }));
    if (!(score > 0 && score <= 1) || reason === "")
      broken("doubts have reason and score", JSON.stringify({ rule, reason, score }));
  }
  for (const rule of new Set([...article.removals, ...article.repairs, ...article.doubts].map((one) => one.rule))) {
    if (!/^cleaning\/[a-z\d]+(?:-[a-z\d]+)*$/u.test(rule)) broken("rules are named", rule);
  }
  let last = 0;
  for (const heading of article.headings) {
    if (!isWithin(heading, text) || heading.start < last) broken("headings are in order", JSON.stringify(heading));
    else if (!isLine(text, heading))
      broken("headings are lines", JSON.stringify(text.slice(heading.start, heading.end)));
    last = heading.end;
  }
  const { published } = article.metadata;
  if (published !== null && parsePartialDate(published.value) === null) broken("dates exist", published.value);
  for (const fact of Object.values(article.metadata)) {
    if (fact !== null && typeof fact === "object" && !(fact.confidence >= 0 && fact.confidence <= 1))
      broken("facts have a confidence", JSON.stringify(fact));
  }
  // Every figure of the clean text comes from the same digits of the source.
  if (source.format === "text") {
    for (const match of text.matchAll(/\d+/gu)) {
      const span = map.toSourceSpan({ start: match.index, end: match.index + match[0].length });
      let origin = "";
      for (let at = span.start; at < span.end; at++) {
        if (!article.removals.some((one) => one.span.start <= at && at < one.span.end)) origin += source.text[at] ?? "";
      }
      origin = origin.normalize("NFKC");
      const isRepaired = article.repairs.some((one) => one.span.start < span.end && span.start < one.span.end);
      if (!isRepaired && !origin.includes(match[0]) && origin.replaceAll(/\s/gu, "") !== match[0])
        broken("figures are the source's", `${match[0]} from ${JSON.stringify(origin.slice(0, 40))}`);
    }
  }
  return found;
}

/** What holds of a file's articles together: nothing is kept twice, nothing is invented, nothing is lost in silence. */
function ofAll(source: SourceText, articles: readonly CleanArticle[]): Violation[] {
  const found: Violation[] = [];
  const broken = (law: string, what: string): void => void found.push({ law, what });
  const kept = new Uint8Array(source.text.length);
  const changed = new Uint8Array(source.text.length + 1);
  for (const { repairs, removals } of articles) {
    for (const { span } of [...repairs, ...removals]) changed.fill(1, span.start, Math.max(span.end, span.start + 1));
  }
  for (const { text, map, part } of articles) {
    let from = 0;
    let to = 0;
    for (const section of map.sections()) {
      if (splits(source.text, from) || splits(text, to)) broken("characters are whole", `article ${part} at ${to}`);
      if (section.kept) {
        for (let i = 0; i < section.source; i++) {
          if (kept[from + i] === 1) broken("kept once", `${from + i} in article ${part}`);
          kept[from + i] = 1;
          const pair = `${source.text[from + i] ?? ""}${text[to + i] ?? ""}`;
          if (pair[0] !== pair[1] && changed[from + i] !== 1 && source.format === "text" && /\S/u.test(pair))
            broken(
              "changes are listed",
              `${JSON.stringify(source.text[from + i])} at ${from + i} became ${JSON.stringify(text[to + i])}`,
            );
        }
      } else if (source.format === "text" && section.clean > 0) {
        const put = text.slice(to, to + section.clean);
        if (/\S/u.test(put) && !changed.subarray(from, from + section.source + 1).includes(1))
          broken("nothing is invented", `${JSON.stringify(put)} at ${to} for ${from}..${from + section.source}`);
      }
      from += section.source;
      to += section.clean;
    }
  }
  for (const { removals } of articles) {
    for (const { span, rule } of removals) {
      const at = kept.subarray(span.start, span.end).indexOf(1);
      if (at >= 0)
        broken(
          "what is removed is gone",
          `${rule} ${span.start}..${span.end} holds what is kept at ${span.start + at}`,
        );
    }
  }
  if (source.format === "text" && articles.length > 0) {
    let lost = "";
    for (let i = 0; i < source.text.length; i++) {
      if (kept[i] === 0 && changed[i] === 0 && /[^\s\p{Cc}\p{Cf}]/u.test(source.text[i] ?? ""))
        lost += `${i}${source.text[i] ?? ""} `;
    }
    if (lost !== "") broken("nothing is lost in silence", lost.slice(0, 120));
  }
  return found;
}

function isWithin(span: { readonly start: number; readonly end: number }, text: string): boolean {
  return span.start >= 0 && span.start <= span.end && span.end <= text.length;
}

function isLine(text: string, { start, end }: { readonly start: number; readonly end: number }): boolean {
  return (start === 0 || text[start - 1] === "\n") && (end === text.length || text[end] === "\n") && end > start;
}

/** Tells whether a border lies between the halves of one character. */
function splits(text: string, at: number): boolean {
  const before = text.charCodeAt(at - 1);
  const after = text.charCodeAt(at);
  return before >= 0xd800 && before <= 0xdbff && after >= 0xdc00 && after <= 0xdfff;
}
