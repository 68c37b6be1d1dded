import { columns } from "./layouts.ts";
import { Sheet } from "./sheet.ts";
import { cut, stories } from "./texts.ts";

/** A newspaper page at random: its bytes, and the paragraphs of each article on it, the headline apart. */
export interface RandomPage {
  readonly bytes: Uint8Array;
  readonly articles: readonly (readonly string[])[];
}

/** Lays out a page: rows of one to three articles of one to six columns, in sizes and gutters at random; null where the text did not fit. */
export async function randomPage(random: () => number): Promise<RandomPage | null> {
  const pick = <T>(list: readonly T[], other: T): T => list[Math.floor(random() * list.length)] ?? other;
  const width = pick([595, 700, 842, 1000, 1100], 842);
  const height = pick([842, 1000, 1200], 1000);
  const sheet = new Sheet([width, height]);
  const body = pick([9, 9.5, 10, 10.5, 11], 10);
  const justify = random() < 0.6;
  const ruled = random() < 0.4;
  const articles: string[][] = [];
  let story = Math.floor(random() * stories.length);
  for (let y = 50; y < height - 220;) {
    const tall = Math.min(height - y - 40, 180 + random() * 300);
    const shares = Array.from(
      { length: width > 650 ? pick([1, 2, 2, 3], 2) : pick([1, 1, 2], 1) },
      () => 0.6 + random(),
    );
    const sum = shares.reduce((all, one) => all + one, 0);
    let x = 40;
    for (const [i, share] of shares.entries()) {
      const apart = i < shares.length - 1 ? pick([18, 22, 28], 22) : 0;
      const wide = ((width - 80) * share) / sum - apart;
      const gutter = pick([9, 11, 14, 18], 14);
      const count = Math.min(6, Math.max(1, Math.floor((wide + gutter) / (body * pick([11, 13, 16], 13) + gutter))));
      const size = pick([15, 17, 20, 24], 17);
      const { title = "", paragraphs = [] } = stories[story++ % stories.length] ?? {};
      const headline = title.slice(0, Math.max(4, Math.floor((wide * 0.94) / size)));
      if (random() < 0.4) sheet.put(headline, x + 2, y + size, { size });
      else sheet.centre(headline, x, x + wide, y + size, { size });
      let top = y + size + 8;
      const article: string[] = [];
      if (random() < 0.4 && wide > 150) {
        article.push("本报记者 林川 通讯员 何平");
        sheet.centre(article[0] ?? "", x, x + wide, top + body, { size: body });
        top += body * 1.8;
      }
      const each = (wide - (count - 1) * gutter) / count;
      const room = Math.floor(each / body) * Math.floor((tall - 50) / (body * 1.6)) * count * 0.8;
      const text = cut({ title, byline: null, paragraphs }, Math.max(60, room));
      const lines = text.reduce((all, one) => all + Math.ceil(((one.length + 2) * body * 1.02) / each), 0);
      const deep = Math.min(tall - (top - y) - 8, (Math.ceil(lines / count) + 1) * body * 1.6);
      const frames = columns(count, x, top, wide, deep, gutter);
      try {
        sheet.flow(text, frames, { size: body, justify });
      } catch {
        return null;
      }
      if (ruled)
        for (const frame of frames.slice(1)) sheet.rule(frame.x - gutter / 2, top, frame.x - gutter / 2, top + deep);
      articles.push([...article, ...text]);
      x += wide + apart;
    }
    y += tall + pick([6, 14, 24], 14);
    if (ruled && y < height) sheet.rule(40, y - 4, width - 40, y - 4);
  }
  return { bytes: await sheet.bytes(), articles };
}
