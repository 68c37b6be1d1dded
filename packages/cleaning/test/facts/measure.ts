import { areaOf } from "@jianbao/model";
import { clean, readSource } from "../../src/index.ts";
import manners from "./manners.json" with { type: "json" };

/** A file and what it tells of its article; a field that is not named is not compared, null is to stay unknown. */
interface Manner {
  readonly lines: readonly string[];
  readonly document?: string;
  readonly held: boolean;
  readonly title?: string | null;
  readonly publisher?: string | null;
  readonly byline?: string | null;
  readonly published?: string | null;
  /** The area's name. */
  readonly area?: string | null;
}

export const fields = ["title", "publisher", "byline", "published", "area"] as const;

/** How often a field came out right, wrong, or not at all; what is unsure (below one half) is a guess, not wrong. */
export interface Count {
  right: number;
  wrong: number;
  missed: number;
  guessed: number;
}

const none = (): Count => ({ right: 0, wrong: 0, missed: 0, guessed: 0 });

/** Counts how the facts come out of the files, and tells what came out otherwise than it was to. */
export async function countManners(held: boolean): Promise<{
  counts: Readonly<Record<(typeof fields)[number], Count>>;
  notes: string[];
}> {
  const counts = { title: none(), publisher: none(), byline: none(), published: none(), area: none() };
  const notes: string[] = [];
  for (const one of manners as readonly Manner[]) {
    if (one.held !== held) continue;
    const bytes = new TextEncoder().encode(one.lines.join("\n"));
    const { source } = await readSource(bytes, { document: one.document ?? "a.txt" });
    if (source === null) throw new Error("nothing was read");
    const metadata = clean(source).articles[0]?.metadata;
    for (const field of fields) {
      const wanted = field === "area" && typeof one.area === "string" ? areaOf(one.area)?.code : one[field];
      if (wanted === undefined) continue;
      const fact = metadata?.[field] ?? null;
      const value = fact === null ? null : typeof fact.value === "string" ? fact.value : fact.value.code;
      const count = counts[field];
      if (value === wanted) count.right++;
      else if (value === null) count.missed++;
      else if ((fact?.confidence ?? 0) < 0.5) count.guessed++;
      else count.wrong++;
      if (value !== wanted)
        notes.push(
          `${field}: ${String(value)} (${fact?.confidence ?? ""}, ${fact?.evidence ?? ""}) for ${String(wanted)}: ${one.lines.join(" / ").slice(0, 120)}`,
        );
    }
  }
  return { counts, notes };
}
