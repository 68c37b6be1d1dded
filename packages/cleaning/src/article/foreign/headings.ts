import type { View } from "./view.ts";

/** Tells whether a line heads the article's next paragraph: it shares words with it. */
export function isHeading(views: readonly View[], core: ReadonlySet<View>, i: number): boolean {
  const view = views[i];
  if (view === undefined || view.prose || view.line.han < 4 || view.line.han > 34) return false;
  let next = i + 1;
  while (next < i + 20 && next < views.length && !core.has(views[next] as View)) next++;
  const body = [views[next], views[next + 1]]
    .map((one) => (one !== undefined && core.has(one) ? one.line.text : ""))
    .join("\n");
  if (body === "\n") return false;
  const { text } = view.line;
  let shared = 0;
  for (let c = 0; c + 1 < text.length; c++) {
    if (isHan(text.charCodeAt(c)) && isHan(text.charCodeAt(c + 1)) && body.includes(text.slice(c, c + 2))) shared++;
  }
  // A byline and a second line of the headline may stand between; foreign lines as well, but words agree by chance.
  return shared > 1 || shared * 5 >= text.length;
}

function isHan(unit: number): boolean {
  return unit >= 0x4e00 && unit <= 0x9fff;
}
