import { SaxesParser } from "saxes";

/** What a reader of XML is told, with the usual prefixes whatever the file calls them. */
export interface XmlReader {
  readonly open?: (name: string, attributes: Readonly<Record<string, string>>) => void;
  readonly close?: (name: string) => void;
  readonly text?: (text: string) => void;
}

/** The usual prefix of each namespace, by a part of its name that both the strict and the transitional one have. */
const usual: readonly (readonly [RegExp, string])[] = [
  [/wordprocessingml\/(?:2006\/)?main$/u, "w"],
  [/drawingml\/(?:2006\/)?main$/u, "a"],
  [/drawingml\/(?:2006\/)?diagram$/u, "dgm"],
  [/officeDocument\/(?:2006\/)?math$/u, "m"],
  [/officeDocument\/(?:2006\/)?relationships$/u, "r"],
  [/markup-compatibility\/2006$/u, "mc"],
];

/** Reads a part; tells whether it could be read to its end. Throws nothing for broken XML. */
export function readXml(xml: string, reader: XmlReader): boolean {
  const parser = new SaxesParser();
  const prefixes = new Map<string, string>();
  let broken = false;
  const named = (name: string): string => {
    const colon = name.indexOf(":");
    if (colon < 0) return prefixes.has("") ? `${prefixes.get("")}:${name}` : name;
    const prefix = prefixes.get(name.slice(0, colon));
    return prefix === undefined ? name : prefix + name.slice(colon);
  };
  parser.on("error", () => {
    broken = true;
    throw new SyntaxError("broken XML");
  });
  parser.on("opentag", (tag) => {
    const attributes = tag.attributes;
    for (const key in attributes) {
      if (!key.startsWith("xmlns")) continue;
      const prefix = usual.find(([pattern]) => pattern.test(attributes[key] ?? ""));
      if (prefix !== undefined) prefixes.set(key.slice(6), prefix[1]);
    }
    reader.open?.(named(tag.name), attributes);
  });
  parser.on("closetag", (tag) => reader.close?.(named(tag.name)));
  parser.on("text", (text) => reader.text?.(text));
  try {
    parser.write(xml).close();
  } catch (error) {
    if (!broken) throw error;
  }
  return !broken;
}

/** An attribute by its local name, whatever its prefix. */
export function attribute(attributes: Readonly<Record<string, string>>, name: string): string | undefined {
  if (attributes[`w:${name}`] !== undefined) return attributes[`w:${name}`];
  for (const key in attributes) if (key === name || key.endsWith(`:${name}`)) return attributes[key];
  return undefined;
}

/** The value of an on-off property: on where nothing is said. */
export function isOn(attributes: Readonly<Record<string, string>>): boolean {
  return !/^(?:0|false|off|none)$/iu.test(attribute(attributes, "val") ?? "1");
}
