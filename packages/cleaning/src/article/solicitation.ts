import type { CueKind } from "./cue-words.ts";
import type { Cue } from "./cues.ts";
import type { View } from "./view.ts";

/** What one word of a kind weighs, and how many words count. */
const weights: Readonly<Partial<Record<CueKind, readonly [weight: number, most: number]>>> = {
  call: [1.2, 4],
  act: [0.5, 4],
  offer: [1, 5],
  praise: [0.7, 4],
  reach: [0.6, 3],
  goods: [0.6, 4],
};
/** A word that the article itself reports with says little about its other lines. */
const known = 0.2;

/** How much a line solicits: speaks to a reader who is to call, come or buy. */
export function solicitationOf({ line, cues, prose }: View, own: ReadonlySet<Cue>): number {
  const said = (kind: CueKind): number => {
    const [weight, most] = weights[kind] ?? [0, 0];
    let count = 0;
    for (const cue of cues.words) if (cue.kind === kind) count += own.has(cue) ? known : 1;
    return weight * Math.min(most, count);
  };
  // How it speaks to the reader.
  const office = cues.words.some(({ kind }) => kind === "office");
  const speaks =
    said("call") +
    said("act") +
    said("reach") +
    (cues.phones === 0 ? 0 : office ? 1 : 2.5 + 0.5 * Math.min(2, cues.phones - 1)) +
    (cues.addressed > 0 ? 1 : 0) +
    (cues.exclaimed > 0 ? Math.min(1.5, 0.5 + 0.4 * cues.exclaimed) : 0);
  // What it speaks of.
  const offers =
    said("offer") +
    said("praise") +
    said("goods") +
    0.3 * Math.min(2, cues.prices) +
    1.2 * Math.min(2, cues.discounts) +
    (isSlogan(line.text) ? 1 : 0) +
    (cues.ornaments > 1 ? 0.8 : cues.ornaments * 0.3);
  // A sentence that speaks to no reader may tell of the trade itself.
  return 1.3 * (speaks + (prose ? Math.min(offers, 1 + 1.5 * speaks) : offers));
}

/** Tells whether a line is made of parts of one length: 一线湖景 全城仰望, 近水楼台，先得明月. */
function isSlogan(text: string): boolean {
  if (text.length > 40 || text.length < 8) return false;
  const parts = text.split(/[\s，、·|！!]+/u).filter((part) => part !== "");
  const [first = ""] = parts;
  return (
    parts.length >= 2 &&
    first.length >= 3 &&
    first.length <= 9 &&
    parts.every((part) => part.length === first.length && /^\p{Script=Han}+$/u.test(part))
  );
}
