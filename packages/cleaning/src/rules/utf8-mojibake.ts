import { type Change, type Draft, change } from "../draft.ts";

/** The bytes that Windows code page 1252 gives its characters above 7F, by character. */
let western: Map<number, number> | null = null;

/** Undoes UTF-8 that was read as Windows-1252 (â€œ, æ–‡): only runs whose bytes are lawful UTF-8 again. */
export function repairMojibake(draft: Draft): Draft {
  const { text } = draft;
  // Matches a run of Latin-1 letters and Windows marks that begins as a UTF-8 sequence does: `æ–‡`, `â€œ`; must not match `café`.
  const run = /[ÂÃâä-ï][\u0080-ÿŒœŠšŸŽžƒˆ˜–—‘’‚“”„†‡•…‰‹›€™]{1,4000}/gu;
  const changes: Change[] = [];
  for (const match of text.matchAll(run)) {
    const decoded = decodeRun(match[0]);
    if (decoded === null) continue;
    changes.push({
      start: match.index,
      end: match.index + match[0].length,
      replacement: decoded,
      rule: "cleaning/utf8-mojibake",
    });
  }
  return change(draft, changes);
}

function decodeRun(run: string): string | null {
  western ??= westernBytes();
  const bytes = new Uint8Array(run.length);
  for (let i = 0; i < run.length; i++) {
    const byte = western.get(run.charCodeAt(i));
    if (byte === undefined) return null;
    bytes[i] = byte;
  }
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}

function westernBytes(): Map<number, number> {
  const bytes = Uint8Array.from({ length: 128 }, (_, i) => i + 128);
  const text = new TextDecoder("windows-1252").decode(bytes);
  return new Map([...text].map((character, i) => [character.charCodeAt(0), i + 128]));
}
