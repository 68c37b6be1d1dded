import { type Token, Tokenizer, TokenizerMode } from "parse5";

/** An element of a page with its place in the markup. */
export interface MarkupElement {
  readonly type: "element";
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly parent: MarkupElement | null;
  readonly children: MarkupNode[];
  readonly start: number;
  end: number;
}

/** Characters of a page, still with their entity references, with their place in the markup. */
export interface MarkupText {
  readonly type: "text";
  readonly start: number;
  readonly end: number;
}

export type MarkupNode = MarkupElement | MarkupText;

const empty = new Set(
  "area base basefont bgsound br col embed frame hr img input link meta param source track wbr".split(" "),
);
const rawText = new Set("style xmp iframe noembed noframes".split(" "));
const blocks = new Set(
  (
    "address article aside blockquote body card center dd details dialog dir div dl dt fieldset figcaption figure footer " +
    "form h1 h2 h3 h4 h5 h6 header hr html li main menu nav ol p pre section summary table tbody td tfoot th thead tr ul"
  ).split(" "),
);
/** Elements that an opening tag of the same family ends. */
const endedBy: Readonly<Record<string, readonly string[]>> = {
  li: ["li"],
  dt: ["dt", "dd"],
  dd: ["dt", "dd"],
  tr: ["td", "th"],
  td: ["td", "th"],
  th: ["td", "th"],
  option: ["option"],
  rt: ["rt", "rp"],
  rp: ["rt", "rp"],
};

/** How far up an end tag looks for its start; deeper nesting than this is no page that people wrote. */
const reach = 256;

/** Tells whether an element begins a line of its own. */
export function isBlock(name: string): boolean {
  return blocks.has(name);
}

/**
 * Parses markup into a light tree in time linear in its length, whatever its nesting.
 * It forgives as browsers do where pages need it (`p`, `li`, `td` without end tags, stray end tags), and no further.
 */
export function parseMarkup(text: string): MarkupElement {
  const root: MarkupElement = {
    type: "element",
    name: "#root",
    attributes: {},
    parent: null,
    children: [],
    start: 0,
    end: text.length,
  };
  const stack: MarkupElement[] = [root];
  const top = (): MarkupElement => stack[stack.length - 1] ?? root;
  const addText = (token: Token.CharacterToken): void => {
    const start = token.location?.startOffset ?? 0;
    const end = token.location?.endOffset ?? start;
    const { children } = top();
    const last = children.at(-1);
    if (last?.type === "text" && last.end === start)
      children[children.length - 1] = { type: "text", start: last.start, end };
    else children.push({ type: "text", start, end });
  };
  /** Ends the nearest open element of the given names, and all inside it. */
  const close = (names: readonly string[], at: number, within: readonly string[]): void => {
    for (let i = stack.length - 1; i > 0 && i > stack.length - reach; i--) {
      const { name } = stack[i] ?? root;
      if (names.includes(name)) {
        for (let j = stack.length - 1; j >= i; j--) {
          const closed = stack.pop();
          if (closed !== undefined) closed.end = at;
        }
        return;
      }
      if (within.includes(name)) return;
    }
  };
  const tokenizer: Tokenizer = new Tokenizer(
    { sourceCodeLocationInfo: true },
    {
      onComment: () => {},
      onDoctype: () => {},
      onEof: () => {
        for (const element of stack) element.end = text.length;
      },
      onCharacter: addText,
      onNullCharacter: addText,
      onWhitespaceCharacter: addText,
      onStartTag: (token) => {
        const name = token.tagName;
        const start = token.location?.startOffset ?? 0;
        const family = endedBy[name];
        if (family !== undefined) {
          close(family, start, ["ul", "ol", "dl", "table", "select", "ruby"]);
          if (name === "tr") close(["tr"], start, ["table"]);
        } else if (blocks.has(name)) close(["p"], start, ["div", "td", "th", "li", "section", "article", "button"]);
        const attributes: Record<string, string> = Object.create(null) as Record<string, string>;
        for (const { name: key, value } of token.attrs) attributes[key] = value;
        const parent = top();
        const end = token.location?.endOffset ?? start;
        const element: MarkupElement = { type: "element", name, attributes, parent, children: [], start, end };
        parent.children.push(element);
        if (empty.has(name) || (token.selfClosing && name !== "script" && !blocks.has(name))) return;
        stack.push(element);
        if (name === "script") tokenizer.state = TokenizerMode.SCRIPT_DATA;
        else if (name === "title" || name === "textarea") tokenizer.state = TokenizerMode.RCDATA;
        else if (rawText.has(name)) tokenizer.state = TokenizerMode.RAWTEXT;
      },
      onEndTag: (token) => {
        const at = token.location?.endOffset ?? 0;
        close([token.tagName], at, blocks.has(token.tagName) ? [] : ["td", "th", "body"]);
      },
    },
  );
  tokenizer.write(text, true);
  return root;
}
