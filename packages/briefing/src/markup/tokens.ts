/** Where in a template's files something stands. */
export interface Place {
  readonly file: string;
  /** 1-based. */
  readonly line: number;
}

/** A piece of markup. */
export type Token =
  | {
      readonly type: "open";
      readonly name: string;
      readonly attributes: ReadonlyMap<string, string>;
      readonly selfClosing: boolean;
      readonly place: Place;
    }
  | { readonly type: "close"; readonly name: string; readonly place: Place }
  | { readonly type: "text"; readonly value: string; readonly place: Place };

/** A problem with the spelling of the markup. */
export interface SyntaxProblem {
  readonly message: string;
  readonly hint: string;
  readonly place: Place;
}

/**
 * A mark that a rendered template carries before each tag: which file and line the tag comes from.
 * It is written as control characters, which no text may hold: `U+0001 file:line U+0002`.
 */
export function placeMark(place: Place): string {
  return `\u0001${place.file}:${place.line}\u0002`;
}

/** Splits markup into tags and text, strictly: attributes are quoted, entities known, every `<` opens a tag. */
export function tokensOf(
  markup: string,
  file: string,
): { readonly tokens: readonly Token[]; readonly problems: readonly SyntaxProblem[] } {
  const tokens: Token[] = [];
  const problems: SyntaxProblem[] = [];
  let place: Place = { file, line: 1 };
  let at = 0;
  const nextSpecial = specialFinder(markup);
  const advance = (to: number): void => {
    let { line } = place;
    for (let i = at; i < to; i++) if (markup.charCodeAt(i) === 10) line++;
    if (line !== place.line) place = { ...place, line };
    at = to;
  };
  const problem = (message: string, hint: string): void => {
    problems.push({ message, hint, place });
  };

  while (at < markup.length) {
    const next = nextSpecial(at);
    if (next > at) {
      const value = decode(markup.slice(at, next), (entity) =>
        problem(`unknown entity ${entity}`, "write & as &amp;, < as &lt;, any other character as itself"),
      );
      tokens.push({ type: "text", value, place });
      advance(next);
      continue;
    }
    if (markup[at] === "\u0001") {
      const end = markup.indexOf("\u0002", at);
      const mark = end < 0 ? null : /^(.+):(\d+)$/u.exec(markup.slice(at + 1, end));
      if (mark) {
        place = { file: mark[1] ?? file, line: Number(mark[2]) };
        at = end + 1;
      } else advance(at + 1);
      continue;
    }
    if (markup.startsWith("<!--", at)) {
      const end = markup.indexOf("-->", at);
      if (end < 0) problem("unclosed comment", "add -->");
      advance(end < 0 ? markup.length : end + 3);
      continue;
    }
    const end = tagEnd(markup, at);
    if (end < 0) {
      problem(`unclosed tag ${excerpt(markup, at)}`, "add > after its last attribute, or write < as &lt;");
      break;
    }
    readTag(markup.slice(at + 1, end - 1), place, tokens, problem);
    advance(end);
  }
  return { tokens, problems };
}

/** Finds the next tag or place mark; each search goes on where the last one of its kind ended. */
function specialFinder(markup: string): (from: number) => number {
  const next = { "<": -1, "\u0001": -1 };
  const find = (character: "<" | "\u0001", from: number): number => {
    if (next[character] < from) {
      const found = markup.indexOf(character, from);
      next[character] = found < 0 ? markup.length : found;
    }
    return next[character];
  };
  return (from) => Math.min(find("<", from), find("\u0001", from));
}

/** Returns the position after the `>` that ends the tag at `start`, quoted values skipped; −1 where there is none. */
function tagEnd(markup: string, start: number): number {
  let quoted = false;
  for (let i = start + 1; i < markup.length; i++) {
    const character = markup[i];
    if (character === '"') quoted = !quoted;
    else if (character === ">" && !quoted) return i + 1;
    else if (character === "<") return -1;
  }
  return -1;
}

function readTag(
  inside: string,
  place: Place,
  tokens: Token[],
  problem: (message: string, hint: string) => void,
): void {
  // Matches `/section`; must not match `/ section` or `/section id`.
  const close = /^\/([a-z][a-z0-9-]*)\s*$/u.exec(inside);
  if (close) {
    tokens.push({ type: "close", name: close[1] ?? "", place });
    return;
  }
  // Matches `td`, `fn source="a"` and `br/`; must not match `TD` or `1a`.
  const open = /^([a-z][a-z0-9-]*)(?=[\s/]|$)/u.exec(inside);
  if (!open) {
    problem(`unreadable tag ${excerpt(`<${inside}>`, 0)}`, "element names are lower-case letters; write < as &lt;");
    return;
  }
  const name = open[1] ?? "";
  const attributes = new Map<string, string>();
  // Matches ` class="lead"` at the place where the last one ended; must not match ` class=lead`.
  const attribute = /\s+([a-z][a-z0-9-]*)="([^"]*)"/uy;
  attribute.lastIndex = name.length;
  let rest = name.length;
  for (let match = attribute.exec(inside); match; match = attribute.exec(inside)) {
    const key = match[1] ?? "";
    if (attributes.has(key)) problem(`repeated attribute ${key} of <${name}>`, "leave one of them out");
    attributes.set(
      key,
      decode(match[2] ?? "", (entity) => problem(`unknown entity ${entity}`, "write & as &amp;")),
    );
    rest = attribute.lastIndex;
  }
  const tail = inside.slice(rest).trim();
  if (tail !== "" && tail !== "/") {
    problem(`unreadable attribute of <${name}>: ${excerpt(tail, 0)}`, 'write attributes as name="value"');
  }
  tokens.push({ type: "open", name, attributes, selfClosing: tail === "/", place });
}

const entities: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'", nbsp: "\u00a0" };

function decode(text: string, unknown: (entity: string) => void): string {
  if (!text.includes("&")) return text;
  // Matches `&amp;`, `&#39;`, `&#x27;` and a bare `&`.
  return text.replaceAll(
    /&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|([a-z]{1,8}));|&/giu,
    (whole, hex?: string, number?: string, name?: string) => {
      const code = hex === undefined ? (number === undefined ? null : Number(number)) : Number.parseInt(hex, 16);
      if (code !== null && code > 31 && code <= 0x10_ff_ff) return String.fromCodePoint(code);
      const known = name === undefined ? undefined : entities[name];
      if (known === undefined) unknown(whole);
      return known ?? whole;
    },
  );
}

function excerpt(text: string, from: number): string {
  const line = text.slice(from, from + 40).split("\n")[0] ?? "";
  return text.length > from + 40 ? `${line}…` : line;
}
