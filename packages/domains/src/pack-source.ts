import type { Diagnostic } from "@jianbao/model";
import { type Document, LineCounter, isMap, isNode, isPair, isScalar, isSeq, parseDocument } from "yaml";
import { type Mistake, typingMistakes, yamlMistakes } from "./yaml-mistakes.ts";

/** Where in a file something stands: the keys and list places from its top. */
export type Path = readonly (string | number)[];

/** A YAML file of a pack: its values, and where each of them stands. */
export class PackSource {
  readonly file: string;
  /** Null where the YAML cannot be read. */
  readonly values: unknown;
  readonly #text: string;
  readonly #document: Document;
  readonly #lines = new LineCounter();
  readonly #diagnostics: Diagnostic[];

  /** Parses the file; what cannot be read is reported. */
  constructor(file: string, text: string, diagnostics: Diagnostic[]) {
    this.file = file;
    this.#text = text;
    this.#diagnostics = diagnostics;
    this.#document = parseDocument(text, { lineCounter: this.#lines });
    const { errors } = this.#document;
    for (const mistake of errors.length > 0 ? yamlMistakes(text, errors) : []) this.#add(mistake);
    this.values = errors.length > 0 ? null : (this.#document.toJS() as unknown);
  }

  /** Reports what is typed wrong in a file that is YAML but not what it should say; false where nothing is. */
  reportTyping(): boolean {
    const mistakes = typingMistakes(this.#text);
    for (const mistake of mistakes) this.#add(mistake);
    return mistakes.length > 0;
  }

  /** Reports a problem of a value; of the nearest thing around it where there is none. */
  report(path: Path, problem: Problem): void {
    this.#add({ ...problem, ...this.#rangeOf(path, "value") });
  }

  /** Reports a problem of the last key of a path. */
  reportKey(path: Path, problem: Problem): void {
    this.#add({ ...problem, ...this.#rangeOf(path, "key") });
  }

  #add({ severity = "error", rule, message, hint, start, end }: Mistake): void {
    const { line, col } = this.#lines.linePos(start);
    this.#diagnostics.push({
      severity,
      rule: `domains/${rule}`,
      message: `${this.file}:${line}:${col}: ${message}`,
      document: this.file,
      span: { start, end },
      ...(hint === undefined ? {} : { hint }),
    });
  }

  #rangeOf(path: Path, wanted: "key" | "value"): { start: number; end: number } {
    let node: unknown = this.#document.contents;
    let range = rangeOf(node) ?? { start: 0, end: this.#text.length };
    for (const [depth, step] of path.entries()) {
      const isLast = depth === path.length - 1;
      if (isMap(node)) {
        const pair = node.items.find(({ key }) => isScalar(key) && String(key.value) === String(step));
        if (pair === undefined) break;
        const ofKey = rangeOf(pair.key) ?? range;
        // An empty value has no place of its own.
        const ofValue = pair.value === null || isEmpty(pair.value) ? null : rangeOf(pair.value);
        range = isLast && wanted === "key" ? ofKey : (ofValue ?? ofKey);
        node = pair.value;
      } else if (isSeq(node) && typeof step === "number") {
        node = node.items[step];
        range = rangeOf(node) ?? range;
      } else break;
    }
    return range;
  }
}

/** What is wrong with a value, without its place. */
export type Problem = Omit<Mistake, "start" | "end">;

function rangeOf(node: unknown): { start: number; end: number } | null {
  if (isPair(node)) return rangeOf(node.key);
  if (!isNode(node) || !node.range) return null;
  return { start: node.range[0], end: Math.max(node.range[0], node.range[1]) };
}

function isEmpty(node: unknown): boolean {
  return isScalar(node) && node.value === null && (!node.range || node.range[0] === node.range[1]);
}
