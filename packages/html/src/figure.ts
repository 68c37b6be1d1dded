import type { ChartTable } from "@jianbao/charts";
import { type Figure, type Inline, textOf } from "@jianbao/document";
import { type Context, idOf } from "./collect.ts";
import { attributes, escape } from "./escape.ts";
import { inlinesOf } from "./inlines.ts";
import { roleClass } from "./style.ts";
import { svgOf } from "./svg.ts";

/**
 * A chart as inline SVG in a region that scrolls (text shrunk to a telephone's width could not be read), with its caption
 * and, folded away, its figures as a table, each with the note of its source (WCAG 2.2, 1.1.1). `own` holds the
 * attributes of the figure itself.
 */
export function figureOf(context: Context, node: Figure, own: string): string {
  const scene = Object.hasOwn(context.charts, node.chart) ? context.charts[node.chart] : undefined;
  if (!scene) {
    const known = Object.keys(context.charts).sort().join(", ") || "none";
    throw new RangeError(`no chart ${JSON.stringify(node.chart)} was handed in (there are: ${known})`);
  }
  const svg = svgOf(scene, node.alternative, context.freshId(`chart-${idOf(node.chart)}`));
  const region = attributes({
    class: `scroll ${roleClass("chartText")}`,
    role: "region",
    tabindex: 0,
    "aria-label": context.words.scrollChart(numberOf(node)),
  });
  const caption = inlinesOf(context, node.caption);
  const written = caption === "" ? "" : `\n<figcaption class="${roleClass("caption")}">${caption}</figcaption>`;
  const table = Object.hasOwn(context.tables, node.chart) ? context.tables[node.chart] : undefined;
  const figures = table === undefined ? "" : `\n${figuresOf(context, table)}`;
  return `<figure${own}>\n<div${region}>${svg}</div>${written}${figures}\n</figure>`;
}

/** What a caption begins with: `图1`, `Figure 1`; the rest is read with the caption, not again before the picture. */
function numberOf({ caption }: Figure): string | null {
  // Matches the 图12 and the Figure 1 that a caption begins with, before its space; must not match 破获案件.
  return /^(?:\p{Script=Han}|Figure )\d+(?=\s)/u.exec(textOf(caption))?.[0] ?? null;
}

/** The figures of a chart as a table, folded away until a reader asks for them. */
function figuresOf(context: Context, { head, rows }: ChartTable): string {
  const region = attributes({ class: "scroll", role: "region", tabindex: 0, "aria-label": context.words.scrollTable });
  const headClass = roleClass("tableHead");
  const cellClass = roleClass("tableCell");
  const heads = head.map(
    (text, at) =>
      `<th${attributes({ class: `${headClass} ${at === 0 ? "start" : "end"}`, scope: "col" })}>${escape(text)}</th>`,
  );
  const lines = rows.map(({ label, cells }) => {
    const name = `<th${attributes({ class: `${cellClass} start`, scope: "row" })}>${escape(label)}</th>`;
    const figures = cells.map(({ text, observations }) => {
      const children: readonly Inline[] = [{ type: "text", value: text }];
      const figure: readonly Inline[] =
        observations.length === 0 ? children : [{ type: "data", value: null, observations, children }];
      const calls = inlinesOf(context, notesOf(context, observations));
      const hanging = calls === "" ? "" : `<span class="hang">${calls}</span>`;
      return `<td${attributes({ class: `${cellClass} end` })}>${inlinesOf(context, figure)}${hanging}</td>`;
    });
    return `<tr>${name}${figures.join("")}</tr>`;
  });
  return [
    `<details class="figures ${roleClass("tableNote")}">`,
    `<summary>${escape(context.words.chartFigures)}</summary>`,
    `<div${region}>`,
    `<table${attributes({ style: `--columns:${head.length}` })}>`,
    `<thead>\n<tr>${heads.join("")}</tr>\n</thead>`,
    `<tbody>\n${lines.join("\n")}\n</tbody>`,
    "</table>",
    "</div>",
    "</details>",
  ].join("\n");
}

/** The notes that vouch for some observations, one a source, as calls. */
function notesOf(context: Context, observations: readonly string[]): readonly Inline[] {
  const wanted = new Set(observations);
  const vouching = new Set(observations.flatMap((id) => context.quotedIn.get(id) ?? []));
  return [...context.notes].flatMap(([source, note]) =>
    vouching.has(note)
      ? [
          {
            type: "footnote" as const,
            source,
            observations: [...note.observations].filter((id) => wanted.has(id)),
            children: note.body,
          },
        ]
      : [],
  );
}
