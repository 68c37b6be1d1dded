import type { Diagnostic, Labels } from "@jianbao/model";
import { LineCounter, isMap, isScalar, isSeq, parseDocument } from "yaml";
import { remedyFor } from "./words.ts";

/** A YAML file that could be read. */
export interface YamlFile {
  readonly root: YamlNode;
}

/** Reads a YAML file; a syntax error becomes a diagnostic and the file null. */
export function readYaml(file: string, text: string, diagnostics: Diagnostic[]): YamlFile | null {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  for (const error of document.errors) {
    const at = lines.linePos(error.pos[0]);
    diagnostics.push({
      severity: "error",
      rule: "domains/yaml-syntax",
      message: `${file}:${at.line}: broken YAML: ${error.message.split("\n")[0] ?? ""}`,
      document: file,
      span: { start: error.pos[0], end: Math.max(error.pos[0], error.pos[1]) },
    });
  }
  if (document.errors.length > 0) return null;
  return { root: new YamlNode({ file, lines, diagnostics, ids: new Set() }, document.contents) };
}

interface Context {
  readonly file: string;
  readonly lines: LineCounter;
  readonly diagnostics: Diagnostic[];
  readonly ids: Set<string>;
}

/** A place in a YAML file that is read as what it should be, and reports what it is not. */
export class YamlNode {
  readonly #context: Context;
  readonly #node: unknown;
  /** Where to point when the node itself has no place. */
  readonly #parent: YamlNode | null;

  constructor(context: Context, node: unknown, parent: YamlNode | null = null) {
    this.#context = context;
    this.#node = node;
    this.#parent = parent;
  }

  /** The items of a list. */
  list(): YamlNode[] {
    if (isSeq(this.#node)) return this.#node.items.map((item) => new YamlNode(this.#context, item, this));
    this.report("wrong-type", "misplaced value: a list is needed here");
    return [];
  }

  /** The fields of a mapping; unknown and missing ones are reported. */
  fields(needed: readonly string[], optional: readonly string[] = []): Readonly<Record<string, YamlNode>> {
    const found: Record<string, YamlNode> = {};
    if (!isMap(this.#node)) {
      this.report("wrong-type", "misplaced value: a mapping is needed here", `with ${needed.join(", ")}`);
      return found;
    }
    for (const { key, value } of this.#node.items) {
      const keyNode = new YamlNode(this.#context, key, this);
      const name = keyNode.text();
      if (needed.includes(name) || optional.includes(name)) found[name] = new YamlNode(this.#context, value, keyNode);
      else keyNode.report("unknown-field", `unknown field: ${name}`, remedyFor(name, [...needed, ...optional]));
    }
    for (const name of needed) {
      if (found[name] === undefined) this.report("missing-field", `missing field: ${name}`, `add ${name}: …`);
    }
    return found;
  }

  isNull(): boolean {
    return this.#node === null || (isScalar(this.#node) && this.#node.value === null);
  }

  /** A scalar as text. */
  text(): string {
    if (isScalar(this.#node) && this.#node.value !== null) return String(this.#node.value);
    this.report("wrong-type", "misplaced value: a word is needed here");
    return "";
  }

  /** A text that no other id of the file equals. */
  uniqueId(): string {
    const id = this.text();
    if (this.#context.ids.has(id)) this.report("repeated-id", `repeated id: ${id}`, "each id is given once");
    this.#context.ids.add(id);
    return id;
  }

  /** A text out of a closed list. */
  oneOf<T extends string>(known: readonly T[], what: string): T | null {
    const text = this.text();
    const match = known.find((candidate) => candidate === text);
    if (match === undefined) this.report("unknown-value", `unknown ${what}: ${text}`, remedyFor(text, known));
    return match ?? null;
  }

  /** A list of words, each once. */
  words(): readonly string[] {
    const words = new Set<string>();
    for (const item of this.list()) {
      const word = item.text();
      if (words.has(word)) {
        item.report("repeated-word", `repeated word: ${word}`, "leave one of them out", "warning");
      }
      if (word !== "") words.add(word);
    }
    return [...words];
  }

  /** Labels in the languages of the model; zh-Hans is needed. */
  labels(): Labels {
    const fields = this.fields(["zh-Hans"], ["zh-Hant", "en"]);
    return {
      "zh-Hans": fields["zh-Hans"]?.text() ?? "",
      ...(fields["zh-Hant"] ? { "zh-Hant": fields["zh-Hant"].text() } : {}),
      ...(fields["en"] ? { en: fields["en"].text() } : {}),
    };
  }

  /** Adds a diagnostic at this place. */
  report(rule: string, message: string, hint?: string, severity: Diagnostic["severity"] = "error"): void {
    const { file, lines, diagnostics } = this.#context;
    const [start, end] = this.#range();
    diagnostics.push({
      severity,
      rule: `domains/${rule}`,
      message: `${file}:${lines.linePos(start).line}: ${message}`,
      document: file,
      span: { start, end },
      ...(hint === undefined ? {} : { hint }),
    });
  }

  #range(): [number, number] {
    const node = this.#node as { range?: readonly [number, number, number] | null } | null;
    if (node?.range) return [node.range[0], node.range[1]];
    return this.#parent ? this.#parent.#range() : [0, 0];
  }
}
