import { type PdfValue, isOf } from "./value.ts";

/** What could not be read, and where. */
export class PdfSyntaxError extends Error {
  constructor(message: string, at: number) {
    super(`${message} at byte ${at}`);
    this.name = "PdfSyntaxError";
  }
}

const white = new Set([0x00, 0x09, 0x0a, 0x0c, 0x0d, 0x20]);
const delimiters = new Set([..."()<>[]{}/%"].map((character) => character.charCodeAt(0)));
const number = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)$/u; // matches 12, -0.5, .5 and 4., not 1e5

/** Reads values one after another from bytes that are given as a text of a code unit each (ISO 32000-1, 7.2 and 7.3). */
export class PdfReader {
  readonly text: string;
  at: number;

  constructor(text: string, at = 0) {
    this.text = text;
    this.at = at;
  }

  /** Goes on to the next token; false at the end. */
  skip(): boolean {
    const { text } = this;
    while (this.at < text.length) {
      const code = text.charCodeAt(this.at);
      if (white.has(code)) this.at += 1;
      else if (code === 0x25) while (this.at < text.length && !/[\r\n]/u.test(text.charAt(this.at))) this.at += 1;
      else return true;
    }
    return false;
  }

  /** Reads a value or operator. Throws PdfSyntaxError. */
  value(): PdfValue {
    if (!this.skip()) throw new PdfSyntaxError("unexpected end", this.at);
    const { text } = this;
    switch (text[this.at]) {
      case "/":
        return this.#name();
      case "(":
        return this.#literal();
      case "<":
        return text[this.at + 1] === "<" ? this.#dictionary() : this.#hexadecimal();
      case "[":
        return this.#array();
      case ")":
      case ">":
      case "]":
      case "{":
      case "}":
        throw new PdfSyntaxError(`unexpected ${text[this.at] ?? ""}`, this.at);
      default:
        return this.#word();
    }
  }

  #word(): PdfValue {
    const start = this.at;
    const word = this.#regular();
    if (number.test(word)) {
      // Matches the rest of `12 0 R`.
      const reference = /^[\s\0]+(\d+)[\s\0]+R(?![^\s\0()<>[\]{}/%])/u.exec(this.text.slice(this.at, this.at + 24));
      if (reference !== null && /^\d+$/u.test(word)) {
        this.at += reference[0].length;
        return { type: "reference", id: Number(word) };
      }
      return Number(word);
    }
    if (word === "true" || word === "false") return word === "true";
    if (word === "null") return null;
    if (word === "") throw new PdfSyntaxError("unreadable byte", start);
    return { type: "operator", word };
  }

  #regular(): string {
    const start = this.at;
    while (this.at < this.text.length) {
      const code = this.text.charCodeAt(this.at);
      if (white.has(code) || delimiters.has(code)) break;
      this.at += 1;
    }
    return this.text.slice(start, this.at);
  }

  #name(): PdfValue {
    this.at += 1;
    const name = this.#regular().replaceAll(/#([\da-f]{2})/giu, (_, digits: string) =>
      String.fromCharCode(Number.parseInt(digits, 16)),
    );
    return { type: "name", name };
  }

  #literal(): PdfValue {
    const { text } = this;
    const start = this.at;
    let bytes = "";
    let depth = 1;
    this.at += 1;
    for (;;) {
      if (this.at >= text.length) throw new PdfSyntaxError("string without end", start);
      const character = text.charAt(this.at++);
      if (character === "\\") bytes += this.#escape();
      else if (character === ")" && --depth === 0) return { type: "string", bytes };
      else {
        if (character === "(") depth += 1;
        bytes += character;
      }
    }
  }

  #escape(): string {
    const octal = /^[0-7]{1,3}/u.exec(this.text.slice(this.at, this.at + 3))?.[0];
    if (octal !== undefined) {
      this.at += octal.length;
      return String.fromCharCode(Number.parseInt(octal, 8) & 0xff);
    }
    const character = this.text.charAt(this.at++);
    if (character === "\r" && this.text[this.at] === "\n") this.at += 1;
    const escapes: Readonly<Record<string, string>> = {
      n: "\n",
      r: "\r",
      t: "\t",
      b: "\b",
      f: "\f",
      "\n": "",
      "\r": "",
    };
    return escapes[character] ?? character;
  }

  #hexadecimal(): PdfValue {
    const end = this.text.indexOf(">", this.at);
    if (end < 0) throw new PdfSyntaxError("string without end", this.at);
    const digits = this.text.slice(this.at + 1, end).replaceAll(/[\s\0]/gu, "");
    // An odd digit or another character is a fault (ISO 19005-3, 6.1.6).
    if (digits.length % 2 !== 0 || /[^\da-f]/iu.test(digits))
      throw new PdfSyntaxError("odd hexadecimal string", this.at);
    this.at = end + 1;
    let bytes = "";
    for (let i = 0; i < digits.length; i += 2)
      bytes += String.fromCharCode(Number.parseInt(digits.slice(i, i + 2), 16));
    return { type: "string", bytes };
  }

  #array(): PdfValue {
    const start = this.at;
    const items: PdfValue[] = [];
    this.at += 1;
    for (;;) {
      if (!this.skip()) throw new PdfSyntaxError("array without end", start);
      if (this.text[this.at] === "]") {
        this.at += 1;
        return { type: "array", items };
      }
      items.push(this.value());
    }
  }

  #dictionary(): PdfValue {
    const start = this.at;
    const entries = new Map<string, PdfValue>();
    this.at += 2;
    for (;;) {
      if (!this.skip()) throw new PdfSyntaxError("dictionary without end", start);
      if (this.text.startsWith(">>", this.at)) {
        this.at += 2;
        return { type: "dictionary", entries };
      }
      const key = this.value();
      if (!isOf(key, "name")) throw new PdfSyntaxError("key that is no name", this.at);
      entries.set(key.name, this.value());
    }
  }
}

/** Bytes as a text of a code unit each. */
export function latin1(bytes: Uint8Array): string {
  let text = "";
  for (let start = 0; start < bytes.length; start += 0x2000) {
    text += String.fromCharCode(...bytes.subarray(start, start + 0x2000));
  }
  return text;
}
