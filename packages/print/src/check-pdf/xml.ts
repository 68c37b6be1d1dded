import { plainText } from "../pdf/metadata.ts";

/** An element of XML with what it holds; names keep their prefixes, `namespaces` resolves them. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
  /** All its characters, those of its children left out. */
  readonly text: string;
  /** Addresses of namespaces by prefix, as they hold here. */
  readonly namespaces: Readonly<Record<string, string>>;
}

const name = String.raw`[A-Za-z_][\w.-]*(?::[A-Za-z_][\w.-]*)?`;
// Matches <!-- … -->, <?xpacket …?>, </dc:title>, <dc:title a="b">, <br/> and the text between them.
const token = new RegExp(
  String.raw`<!--[\s\S]*?-->|<\?[\s\S]*?\?>|</(?<close>${name})\s*>|<(?<open>${name})(?<attributes>(?:\s+${name}\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(?<empty>/?)>|(?<text>[^<]+)`,
  "uy",
);
const attribute = new RegExp(String.raw`(${name})\s*=\s*(?:"([^"]*)"|'([^']*)')`, "gu");

/**
 * Reads an XML text without a document type: well-formed or null, with all prefixes declared. Enough for XMP (ISO
 * 16684-1), which is written in no more.
 */
export function parseXml(source: string): XmlElement | null {
  interface Open {
    readonly name: string;
    readonly attributes: Readonly<Record<string, string>>;
    readonly children: XmlElement[];
    readonly namespaces: Readonly<Record<string, string>>;
    text: string;
  }
  const open: Open[] = [];
  let root: XmlElement | null = null;
  const close = ({ ...element }: Open): void => {
    const parent = open.at(-1);
    if (parent === undefined) root = element;
    else parent.children.push(element);
  };
  token.lastIndex = 0;
  while (token.lastIndex < source.length) {
    const match = token.exec(source);
    if (match === null) return null;
    const groups: Readonly<Record<string, string | undefined>> = match.groups ?? {};
    if (groups["text"] !== undefined) {
      const text = unescaped(groups["text"]);
      const parent = open.at(-1);
      if (text === null || (parent === undefined && /[^\s\uFEFF]/u.test(text))) return null;
      if (parent !== undefined) parent.text += text;
    } else if (groups["open"] !== undefined) {
      if (open.length === 0 && root !== null) return null;
      const attributes = attributesOf(groups["attributes"] ?? "");
      if (attributes === null) return null;
      const namespaces = {
        xml: "http://www.w3.org/XML/1998/namespace",
        ...open.at(-1)?.namespaces,
        ...declared(attributes),
      };
      const element: Open = { name: groups["open"], attributes, children: [], namespaces, text: "" };
      if (![element.name, ...Object.keys(attributes)].every((one) => isDeclared(one, namespaces))) return null;
      if (groups["empty"] === "/") close(element);
      else open.push(element);
    } else if (groups["close"] !== undefined) {
      const element = open.pop();
      if (element?.name !== groups["close"]) return null;
      close(element);
    }
  }
  return open.length === 0 ? root : null;
}

/** The namespace of a name and its local part. */
export function expanded(
  element: XmlElement,
  qualified: string = element.name,
): { readonly namespace: string; readonly local: string } {
  const [prefix, local] = qualified.includes(":") ? qualified.split(":") : ["", qualified];
  return { namespace: element.namespaces[prefix ?? ""] ?? "", local: local ?? "" };
}

function isDeclared(qualified: string, namespaces: Readonly<Record<string, string>>): boolean {
  const prefix = qualified.includes(":") ? qualified.split(":")[0] : undefined;
  return prefix === undefined || prefix === "xmlns" || namespaces[prefix] !== undefined;
}

function declared(attributes: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(attributes)
      .filter(([key]) => key === "xmlns" || key.startsWith("xmlns:"))
      .map(([key, value]) => [key === "xmlns" ? "" : key.slice("xmlns:".length), value]),
  );
}

function attributesOf(source: string): Record<string, string> | null {
  const attributes: Record<string, string> = {};
  for (const [, key = "", double, single] of source.matchAll(attribute)) {
    const value = unescaped(double ?? single ?? "");
    if (value === null || attributes[key] !== undefined) return null;
    attributes[key] = value;
  }
  return attributes;
}

/** Text with its entities undone; null where one is none, or where a character stands that XML forbids. */
function unescaped(text: string): string | null {
  const entities: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };
  let isWrong = false;
  const plain = text.replaceAll(
    /&(?:#x([\da-f]+)|#(\d+)|(\w+));|&/giu,
    (_, hex?: string, decimal?: string, word?: string) => {
      const codePoint = hex === undefined ? (decimal === undefined ? null : Number(decimal)) : Number.parseInt(hex, 16);
      const character = codePoint === null ? entities[word ?? ""] : String.fromCodePoint(Math.min(codePoint, 0x10ffff));
      if (character === undefined) isWrong = true;
      return character ?? "";
    },
  );
  return isWrong || plainText(plain) !== plain ? null : plain;
}
