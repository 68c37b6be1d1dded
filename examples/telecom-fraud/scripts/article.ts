import { parse } from "yaml";

/** One paragraph of a clean article, by what it is. */
export type Block =
  | { readonly type: "title" | "heading" | "paragraph"; readonly text: string }
  | { readonly type: "table"; readonly rows: readonly (readonly string[])[] };

/** One step of a recipe: its name and its options, `true` where it takes none. */
export interface RecipeStep {
  readonly name: string;
  readonly options: unknown;
}

/** What a sidecar can state of an article. */
type Fact = "title" | "publisher" | "published" | "url" | "area";

/** A clean original: what an editor would restore the source to, and how it was damaged. */
export interface Article {
  /** The file name under `articles/` without its ending. */
  readonly slug: string;
  /** The file name under `sources/`; null where the article only follows another one in its file. */
  readonly source: string | null;
  readonly facts: Readonly<Partial<Record<Fact, string>>>;
  /** The facts that go into the sidecar because the text does not give them. */
  readonly sidecar: readonly Fact[];
  readonly recipe: readonly RecipeStep[];
  readonly blocks: readonly Block[];
}

/** Reads a clean original: YAML front matter, then Markdown of titles, paragraphs and tables. */
export function parseArticle(slug: string, text: string): Article {
  const [before, front, ...rest] = text.split(/^---$/mu);
  if (before !== "" || front === undefined || rest.length === 0) {
    throw new RangeError(`${slug}: an article starts with front matter between two lines of ---`);
  }
  const matter = parse(front) as Record<string, unknown>;
  const facts: Partial<Record<Fact, string>> = {};
  for (const fact of factNames) {
    const value = matter[fact];
    if (value !== undefined) facts[fact] = String(value);
  }
  return {
    slug,
    source: matter["source"] === undefined ? null : String(matter["source"]),
    facts,
    sidecar: (matter["sidecar"] ?? []) as readonly Fact[],
    recipe: ((matter["recipe"] ?? []) as unknown[]).map(stepOf),
    blocks: blocksOf(rest.join("---")),
  };
}

/** The headline of an article, or the empty string where it has none. */
export function titleOf(article: Article): string {
  const first = article.blocks[0];
  return first?.type === "title" ? first.text : "";
}

/** The article as plain text, one paragraph a line; cells of a table row are parted by a tab. */
export function plainText(article: Article): string {
  return article.blocks
    .map((block) => (block.type === "table" ? block.rows.map((row) => row.join("\t")).join("\n") : block.text))
    .join("\n");
}

const factNames: readonly Fact[] = ["title", "publisher", "published", "url", "area"];

function stepOf(step: unknown): RecipeStep {
  if (typeof step === "string") return { name: step, options: true };
  const [entry] = Object.entries(step as Record<string, unknown>);
  if (entry === undefined) throw new RangeError(`a recipe step cannot be ${JSON.stringify(step)}`);
  return { name: entry[0], options: entry[1] };
}

function blocksOf(body: string): Block[] {
  return body
    .split(/\n{2,}/u)
    .map((part) => part.trim())
    .filter((part) => part !== "")
    .map((part): Block => {
      if (part.startsWith("# ")) return { type: "title", text: part.slice(2) };
      if (part.startsWith("## ")) return { type: "heading", text: part.slice(3) };
      if (part.startsWith("|")) return { type: "table", rows: rowsOf(part) };
      if (part.includes("\n")) throw new RangeError(`a paragraph stands on one line: ${part.slice(0, 20)}…`);
      return { type: "paragraph", text: part };
    });
}

/** Reads a pipe table without its line of dashes. */
function rowsOf(table: string): string[][] {
  return table
    .split("\n")
    .filter((line) => !/^\|(?: *-+ *\|)+$/u.test(line))
    .map((line) =>
      line
        .split("|")
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );
}
