import { Unzip, UnzipInflate, strFromU8, unzipSync } from "fflate";

/** No article is larger than this when unpacked; what is, is no article. */
const limit = 200_000_000;

/** The parts of a Word document that hold text or say how it is shown. */
export interface WordPackage {
  /** The XML of a part, or null where there is none. */
  readonly xml: (name: string) => string | null;
  readonly bytes: (name: string) => Uint8Array | null;
  /** The archive was cut off: parts or ends of parts are missing. */
  readonly truncated: boolean;
}

/** Unpacks the parts that are read, or tells why none can be. */
export function openPackage(bytes: Uint8Array): WordPackage | "too-large" | "broken" {
  let size = 0;
  const wanted = (name: string, length: number): boolean => {
    if (!isWanted(name)) return false;
    size += length;
    return size <= limit;
  };
  let files: Record<string, Uint8Array>;
  let truncated = false;
  try {
    files = unzipSync(bytes, { filter: (file) => wanted(file.name, file.originalSize) });
  } catch {
    files = salvage(bytes);
    truncated = true;
    if (Object.keys(files).length === 0) return "broken";
  }
  if (size > limit) return "too-large";
  const part = (name: string): Uint8Array | null => files[name.replace(/^\//u, "")] ?? null;
  return {
    bytes: part,
    xml: (name) => {
      const found = part(name);
      return found === null ? null : textOf(found);
    },
    truncated,
  };
}

/** `word/document.xml` and what it refers to; must not match pictures, fonts and themes. */
function isWanted(name: string): boolean {
  return /^(?:_rels\/\.rels|(?:[\w-]{1,40}\/)?(?:_rels\/)?[\w-]{1,60}\.xml(?:\.rels)?|word\/diagrams\/data\d{0,4}\.xml|(?:word\/)?[\w-]{1,60}\.(?:html?|mht|txt|docx)|mimetype)$/iu.test(
    name,
  );
}

/** Reads what is left of an archive without its directory, entry by entry. */
function salvage(bytes: Uint8Array): Record<string, Uint8Array> {
  const chunks = new Map<string, Uint8Array[]>();
  let size = 0;
  const unzip = new Unzip((file) => {
    if (!isWanted(file.name)) return;
    const list: Uint8Array[] = [];
    chunks.set(file.name, list);
    file.ondata = (error, chunk) => {
      if (error !== null || size > limit) return;
      size += chunk.length;
      list.push(chunk);
    };
    file.start();
  });
  unzip.register(UnzipInflate);
  try {
    // In pieces: what was unpacked before the break is kept.
    for (let at = 0; at < bytes.length; at += 4096)
      unzip.push(bytes.subarray(at, at + 4096), at + 4096 >= bytes.length);
  } catch {
    // The end is missing.
  }
  const files: Record<string, Uint8Array> = {};
  for (const [name, list] of chunks) {
    const whole = new Uint8Array(list.reduce((sum, chunk) => sum + chunk.length, 0));
    let at = 0;
    for (const chunk of list) {
      whole.set(chunk, at);
      at += chunk.length;
    }
    if (whole.length > 0) files[name] = whole;
  }
  return files;
}

function textOf(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  const text = strFromU8(bytes);
  return text.startsWith("\uFEFF") ? text.slice(1) : text;
}
