import type { ArticleFacts, ArticleMetadata, Found } from "@jianbao/model";
import type { Script } from "../rules/script.ts";
import type { Structure } from "../structure.ts";
import { areaOfArticle } from "./area.ts";
import type { Assembled } from "./assemble.ts";
import { isByline } from "./forms.ts";
import { type Foreign, labelledIn } from "./furniture.ts";
import type { Paragraph } from "./join.ts";
import type { Line } from "./lines.ts";
import { publishedIn } from "./published.ts";

/** All that facts about one article are taken from. */
export interface Evidence {
  readonly paragraphs: readonly Paragraph[];
  readonly article: Assembled;
  /** Lines of the page that belong to this article's stretch of the file, kept or not. */
  readonly lines: readonly Line[];
  readonly foreign: readonly (Foreign | null)[];
  readonly structure: Structure;
  readonly script: Script;
  readonly facts: ArticleFacts;
}

/** Finds the facts about an article; what a person stated wins over what the text says. */
export function metadataOf(evidence: Evidence): ArticleMetadata {
  const { facts, article, structure, script } = evidence;
  const labelled = labelledLines(evidence);
  const title = stated(facts.title) ?? titleIn(evidence);
  const byline = bylineIn(evidence.paragraphs, labelled);
  const publisher = stated(facts.publisher) ?? publisherIn(evidence, labelled);
  const published = stated(facts.published) ?? publishedIn({ ...evidence, labelled, title: title?.value ?? null });
  const url = stated(facts.url) ?? ofHead(structure, "url", 0.9);
  const area = areaOfArticle(facts.area, {
    text: article.text,
    title: title?.value ?? null,
    publisher: publisher?.value ?? null,
  });
  return { title, publisher, byline, published, url, area, script };
}

function stated(value: string | undefined): Found<string> | null {
  return value === undefined || value === ""
    ? null
    : { value, by: "sidecar", evidence: "stated beside the file", confidence: 1 };
}

function ofHead(
  structure: Structure,
  field: Structure["stated"][number]["field"],
  confidence: number,
): Found<string> | null {
  const found = structure.stated.find((one) => one.field === field);
  return found === undefined ? null : { value: found.value, by: "text", evidence: found.evidence, confidence };
}

/** The labelled facts of the page's own lines: 来源, 发布时间, 编辑. */
function labelledLines({ lines, foreign }: Evidence): { label: string; value: string; line: string }[] {
  const found: { label: string; value: string; line: string }[] = [];
  lines.forEach((line, i) => {
    const rule = foreign[i]?.rule;
    if (rule !== "cleaning/page-data" && rule !== "cleaning/editor-line") return;
    for (const one of labelledIn(line.text)) found.push({ ...one, line: line.text });
  });
  return found;
}

/** The headline: the first heading before any prose; a page's own title where the text has none. */
function titleIn({ paragraphs, structure }: Evidence): Found<string> | null {
  const head = structure.stated.find((one) => one.field === "title");
  for (const { kind, text } of paragraphs) {
    if (kind === "prose" || kind === "row") break;
    if (kind !== "heading") continue;
    const agreed = head !== undefined && squeeze(head.value).includes(squeeze(text));
    return {
      value: text,
      by: "text",
      evidence: agreed ? "headline, and the page's title" : "headline",
      confidence: agreed ? 0.98 : 0.9,
    };
  }
  if (head === undefined) return null;
  // Matches `标题_某某网`, `标题 - 频道 - 某某网`; must not match a dash within the title without spaces.
  const value = head.value.replace(/(?:\s[-–—|]\s|[_|丨｜]|--).{1,40}$/u, "").trim();
  return value === "" ? null : { value, by: "text", evidence: head.evidence, confidence: 0.8 };
}

function squeeze(text: string): string {
  return text.replaceAll(/[\s\p{P}]/gu, "");
}

function bylineIn(
  paragraphs: readonly Paragraph[],
  labelled: readonly { label: string; value: string; line: string }[],
): Found<string> | null {
  const line = paragraphs.find((one) => one.kind === "byline")?.text;
  if (line !== undefined)
    return { value: line.replace(/^[□■●○◎◇◆▲△☐\s]+/u, ""), by: "text", evidence: line, confidence: 0.95 };
  // Matches `（本报记者 某某 通讯员 某某）` at an article's end and `本报讯（记者某某）` at its start.
  for (const { text } of [...paragraphs].filter((one) => one.kind === "prose")) {
    const match =
      /[（(]((?:本报|本网|新华社|\p{Script=Han}{2,8}[报网社])?(?:全媒体|见习|实习)?(?:记者|通讯员)[\s：:]?[^（()）。，]{2,40})[）)]/u.exec(
        text,
      );
    if (match?.[1] !== undefined) return { value: match[1], by: "text", evidence: match[0], confidence: 0.85 };
  }
  const named = labelled.find(({ label, value }) => /^(?:作者|记者|通讯员|撰稿)$/u.test(label) && value !== "");
  return named === undefined || isByline(named.value)
    ? null
    : { value: named.value, by: "text", evidence: named.line, confidence: 0.8 };
}

function publisherIn(
  { paragraphs, structure, article }: Evidence,
  labelled: readonly { label: string; value: string; line: string }[],
): Found<string> | null {
  const source = labelled.find(({ label, value }) => /来源|稿源|转自|转载自|出处/u.test(label) && isOutlet(value));
  if (source !== undefined) {
    return { value: outlet(source.value), by: "text", evidence: source.line, confidence: 0.95 };
  }
  // Matches `（原载某报）`, `（来源：某网）`; must not match `（据介绍）`.
  for (const match of article.text.matchAll(
    /[（(](?:原载|来源[:：]?|摘自|转自|选自|据)\s?《?([^（()）《》，。]{2,20}?(?:报|网|社|台|刊|客户端|公众号|公安|发布))》?[）)]/gu,
  )) {
    return { value: match[1] ?? "", by: "text", evidence: match[0], confidence: 0.95 };
  }
  // Matches `据新华社北京1月2日电`, `人民网北京1月2日电`; must not match `据新华社报道`.
  const dateline =
    /(?:^|\n)[（(〔【[]?据?(新华社|中新社|中新网|人民网|央视网|光明网|法治日报|\p{Script=Han}{2,6}[报网社])[^，。\n]{0,16}\d{1,2}日(?:电|讯)/u.exec(
      article.text,
    );
  if (dateline?.[1] !== undefined)
    return { value: dateline[1], by: "text", evidence: dateline[0].trim(), confidence: 0.9 };
  // Matches `2024年1月15日 某某在线`; must not match `2024年1月15日 星期一`.
  for (const { kind, text } of paragraphs) {
    const line =
      kind === "prose" || text.length > 32
        ? null
        : /^\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?[\s　]{1,4}((?!星期)\p{Script=Han}{2,12})$/u.exec(text);
    if (line?.[1] !== undefined) return { value: line[1], by: "text", evidence: text, confidence: 0.85 };
  }
  const byline = paragraphs.find((one) => one.kind === "byline")?.text ?? "";
  const house =
    /(新华社|人民网|中新社|中新网|央视|光明网|\p{Script=Han}{2,6}(?:日报|晚报|时报|早报|网))(?:见习|全媒体)?记者/u.exec(
      byline,
    );
  if (house?.[1] !== undefined) return { value: house[1], by: "text", evidence: byline, confidence: 0.85 };
  return ofHead(structure, "publisher", 0.85);
}

function isOutlet(value: string): boolean {
  return value.length >= 2 && value.length <= 24 && !/^(?:网络|互联网|本站|本网|未知|原创|综合)$/u.test(value);
}

function outlet(value: string): string {
  return value.replace(/^[《“]|[》”]$/gu, "").trim();
}
