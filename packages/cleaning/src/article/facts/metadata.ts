import type { ArticleFacts, ArticleMetadata, Found, PartialDate } from "@jianbao/model";
import type { Script } from "../../rules/script/script.ts";
import { type Stated, type Structure, unstructured } from "../../structure.ts";
import { areaOfArticle } from "./area.ts";
import type { Assembled } from "../assemble.ts";
import { type EdgeLine, edgesOf } from "./edges.ts";
import { isByline, namesPeople } from "../lines/forms.ts";
import { labelledIn } from "../page/furniture.ts";
import type { Foreign } from "../page/reason.ts";
import { isLoneLabel, mayBeLabelled } from "../page/split-fields.ts";
import type { Paragraph } from "../lines/paragraph.ts";
import type { Line } from "../lines/lines.ts";
import { publishedIn } from "./published.ts";
import { publisherIn } from "./publisher.ts";
import { titleIn } from "./titles.ts";
import { guarded } from "../../patterns/guarded.ts";

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
  /** The head of the page that several articles share: an outlet with a number or a page. */
  readonly page?: readonly EdgeLine[];
  /** What the markup's head states of a page that holds several articles. */
  readonly shared?: readonly Stated[];
}

/** Finds the facts about an article; what a person stated wins over what the text says. */
export function metadataOf({
  facts,
  article,
  structure,
  script,
  page = [],
  shared = [],
  ...rest
}: Evidence): ArticleMetadata {
  const { paragraphs, lines, foreign } = rest;
  const edges = edgesOf(paragraphs, lines, foreign);
  const labelled = labelledLines(edges);
  const title = stated(facts.title) ?? titleIn(paragraphs, structure, edges);
  const common = ofPage(shared);
  const byline = bylineIn(paragraphs, edges, labelled, structure);
  const publisher =
    stated(facts.publisher) ??
    publisherIn({ paragraphs, edges, labelled, structure, text: article.text, byline: byline?.value ?? null }) ??
    (page.length > 0 ? publisherIn({ paragraphs, edges: page, labelled: [], structure, text: "" }) : null) ??
    common.publisher;
  const url = stated(facts.url) ?? ofHead(structure, "url", 0.9);
  const dated = { paragraphs, labelled, structure, title: title?.value ?? null, url: facts.url ?? null };
  const own = stated(facts.published) ?? publishedIn({ ...dated, edges });
  const published =
    page.length > 0 && own?.by !== "sidecar" && own?.by !== "text"
      ? (publishedIn({ ...dated, edges: page }) ?? own)
      : own?.by === "sidecar" || own?.by === "text"
        ? own
        : (common.published ?? own);
  const area = areaOfArticle(facts.area, {
    text: article.text,
    title: title?.value ?? null,
    publisher: publisher?.value ?? null,
    byline: byline?.value ?? null,
  });
  return { title, publisher, byline, published, url, area, script };
}

function less<T>(found: Found<T> | null): Found<T> | null {
  return found === null ? null : { ...found, evidence: `the page's ${found.evidence}`, confidence: 0.75 };
}

/** What a page's head states of all its articles: where an article says nothing itself, it holds for it too. */
function ofPage(shared: readonly Stated[]): { publisher: Found<string> | null; published: Found<PartialDate> | null } {
  const structure = {
    ...unstructured,
    stated: shared.filter(({ field }) => field === "publisher" || field === "published"),
  };
  const nothing = { paragraphs: [], edges: [], labelled: [], structure };
  if (structure.stated.length === 0) return { publisher: null, published: null };
  return {
    publisher: less(publisherIn({ ...nothing, text: "" })),
    published: less(publishedIn({ ...nothing, title: null })),
  };
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

interface Labelled {
  readonly label: string;
  readonly value: string;
  readonly line: string;
}

/** The labelled facts around the prose: 来源, 发布时间, 编辑. */
function labelledLines(edges: readonly EdgeLine[]): Labelled[] {
  return edges.flatMap(({ text: line }, i) => {
    if (line.length > 120) return [];
    const next = edges[i + 1]?.text ?? "";
    // `来源：` above `某网`: a field over two lines.
    if (isLoneLabel(line) && edges[i + 1]?.page === true && mayBeLabelled(next))
      return [{ label: line.replaceAll(/[【】[\]（）()\s:：]/gu, ""), value: next, line: `${line}${next}` }];
    // 【发布时间：…】【来源：…】 are fields of their own.
    return labelledIn(line.replaceAll(/[【】〔〕]/gu, "  ").trim()).map((one) => ({ ...one, line }));
  });
}

const bracketedByline = guarded(
  /[（(〔]((?:[\p{Script=Han}·]{2,12}?)?(?:全媒体|见习|实习)?(?:记者|通讯员)[\s：:]?[^（()）〔〕。，]{2,40})[）)〕]/u,
);

function bylineIn(
  paragraphs: readonly Paragraph[],
  edges: readonly EdgeLine[],
  labelled: readonly Labelled[],
  structure: Structure,
): Found<string> | null {
  const line = paragraphs.find((one) => one.kind === "byline")?.text;
  if (line !== undefined) {
    const value = line.replace(/^[□■●○◎◇◆▲△☐\s]+/u, "").replace(/^(?:供稿|作者|撰稿|撰文)\s?[:：]\s?/u, "");
    return { value, by: "text", evidence: line, confidence: 0.95 };
  }
  // Matches `（本报记者 某某 通讯员 某某）` at an article's end and `本报讯（记者某某）` at its start.
  const told = [
    ...paragraphs.filter((one) => one.kind === "prose").map(({ text }) => text),
    ...edges.map(({ text }) => text),
  ];
  for (const text of told) {
    const match = bracketedByline.exec(text);
    if (match?.[1] !== undefined) return { value: match[1], by: "text", evidence: match[0], confidence: 0.85 };
  }
  // Matches `某网某地9月8日电（林青）`; must not match `9月8日电（下同）`.
  const [opening = ""] = told;
  const wired = /日[电讯][\s　]?[（(]([\p{Script=Han}·、\s　]{2,20})[）)]/u.exec(opening.slice(0, 60));
  if (wired?.[1] !== undefined && namesPeople(wired[1]))
    return { value: wired[1], by: "text", evidence: wired[0], confidence: 0.75 };
  const closing = credited(told);
  if (closing !== null) return closing;
  const named = labelled.find(
    ({ label, value }) => /^(?:作者|记者|通讯员|撰稿|供稿)$/u.test(label) && value !== "" && !keeper.test(value),
  );
  if (named !== undefined && !isByline(named.value))
    return { value: named.value, by: "text", evidence: named.line, confidence: 0.8 };
  return byCredit(edges) ?? byNames(paragraphs, edges) ?? byAuthor(structure);
}

// Matches `admin`, `管理员`, `本站编辑`: who keeps the site, not who wrote; must not match `林青`, `Li Ming`.
const keeper = guarded(
  /^(?:[a-z][a-z\d_.-]{1,15}\d*|\d{1,12}|(?:网站|系统|超级|后台)?管理员|(?:本站|网站|本网)?(?:编辑部?|小编)|佚名|匿名|未知|网络|本站|原创|不详)$/u,
);
// Matches `本报记者 林青 本报通讯员 周远 摄` behind a last sentence; must not match `记者 从某局获悉`.
const closingCredit = guarded(
  /(?<=^|[。！？”）]\s{0,3})((?:本报|本网|本刊|本台|\p{Script=Han}{2,10}(?:[报网社台]|日报|晚报|客户端))(?:全媒体|融媒体|首席|见习|特约)?(?:记者|通讯员)[\s　]+\p{Script=Han}{2,4}(?:[\s　、]+(?:本报|本网)?(?:记者|通讯员|实习生)?[\s　]{0,3}\p{Script=Han}{2,4}){0,5}?)(?:[\s　]*(?:摄|摄影报道|文\/图|文\/摄|供图|报道))?$/u,
);

/** Who wrote, without brackets behind the last sentence of a paragraph. */
function credited(told: readonly string[]): Found<string> | null {
  for (const text of told) {
    const names = closingCredit.exec(text.slice(-60))?.[1];
    if (names !== undefined) return { value: names.trim(), by: "text", evidence: names.trim(), confidence: 0.8 };
  }
  return null;
}

// Matches `撰文：林青 出版：…`, `采写丨林青 周远`; must not match `撰文：本刊编辑部整理`.
const credit = guarded(
  /(?<!\p{Script=Han})(?:撰文|采写|文字|作者|记者)\s?[:：丨|｜/]\s?(\p{Script=Han}{2,4}(?:[、\s　]\p{Script=Han}{2,4}){0,3})(?=[\s　|｜丨]|$)/u,
);
// Matches `林青 文/摄`, `某报社全媒体记者林青`, `林青 周远 摄影报道`; must not match `记者节活动举行`.
const writer = guarded(
  /^(?:\p{Script=Han}{2,4}(?:[\s　、]\p{Script=Han}{2,4}){0,3}[\s　]?(?:文\/摄|文\/图|图\/文|文并摄|摄影报道|文图)|(?:本[报网刊台社]|\p{Script=Han}{2,10}[报社网台])(?:全媒体|融媒体|首席|见习)?记者[\s　]?\p{Script=Han}{2,4})$/u,
);

/** A line at the edge that says who wrote, in words of a page. */
function byCredit(edges: readonly EdgeLine[]): Found<string> | null {
  for (const { text, place } of edges) {
    if (place === "within" || text.length > 80) continue;
    if (writer.test(text)) return { value: text, by: "text", evidence: text, confidence: 0.85 };
    const name = credit.exec(text)?.[1];
    if (name !== undefined && namesPeople(name)) return { value: name, by: "text", evidence: text, confidence: 0.8 };
  }
  return null;
}

/** Who wrote the article by the page's head, where that names a person and not the site. */
function byAuthor(structure: Structure): Found<string> | null {
  const found = structure.stated.find(({ field, value }) => field === "byline" && namesPeople(value));
  return found === undefined
    ? null
    : {
        value: found.value,
        by: "text",
        evidence: found.evidence,
        confidence: found.evidence.startsWith("ld+json") ? 0.8 : 0.65,
      };
}

/** Bare names behind the last sentence or on a line of their own: （周远 孙小林）. */
function byNames(paragraphs: readonly Paragraph[], edges: readonly EdgeLine[]): Found<string> | null {
  const last = paragraphs.findLast((one) => one.kind === "prose")?.text ?? "";
  for (const text of [...edges.filter(({ place, page }) => place === "foot" && !page).map((edge) => edge.text), last]) {
    // Matches `（周远 孙小林）`; must not match `（新华社发）`, `（下同）`.
    const names = /[（(]([\p{Script=Han}·\s　、]{2,24})[）)]$/u.exec(text.slice(-28))?.[1];
    if (names !== undefined && namesPeople(names))
      return { value: names, by: "text", evidence: `（${names}）`, confidence: 0.7 };
  }
  return null;
}
