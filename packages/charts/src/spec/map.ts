import { type MapChart, figuresOf } from "../chart.ts";
import { gridSize, tileName, tiles } from "../grid.ts";
import { wrap } from "../measure.ts";
import { chartWords } from "../words.ts";
import { classesOf, rangeOf } from "./classes.ts";
import { keyLayer, keyOf, labelOf } from "./key.ts";
import {
  type Binding,
  type Label,
  type Row,
  type Specification,
  type Style,
  expr,
  frame,
  labelLayer,
  labelLeading,
  look,
  smallSize,
  styleValues,
} from "./style.ts";

const band = (field: string, count: number): Specification => ({
  field,
  type: "ordinal",
  scale: { domain: Array.from({ length: count }, (_, i) => i), paddingInner: expr("gap"), paddingOuter: 0 },
  axis: null,
});

const box: Specification = {
  x: { field: "x", type: "quantitative", scale: null, axis: null },
  x2: { field: "x2" },
  y: { field: "y", type: "quantitative", scale: null, axis: null },
  y2: { field: "y2" },
};

/**
 * The provinces as tiles on a grid: name and figure in each, its class by tone and by the pattern of a strip at its foot,
 * those without a figure outlined with dashes; beside them the key of the classes. No boundaries are drawn.
 */
export const mapSpecification: Specification = frame({ gap: 0 }, [
  {
    data: { name: "tiles" },
    mark: { type: "rect", strokeWidth: 0.6, strokeDash: expr("datum.dash") },
    encoding: {
      x: band("column", gridSize.columns),
      y: band("row", gridSize.rows),
      fill: look("fill"),
      stroke: look("stroke"),
    },
  },
  {
    data: { name: "strips" },
    mark: { type: "rect", strokeWidth: 0.6, strokeDash: expr("datum.dash || []") },
    encoding: { ...box, fill: look("fill"), stroke: look("stroke") },
  },
  labelLayer("labels"),
  keyLayer,
]);

/** Puts a chart into `mapSpecification`. */
export function bindMap(chart: MapChart, style: Style): Binding {
  const { measure, size, width, colours, language } = style;
  const small = smallSize(size);
  const words = chartWords(language);
  const classes = classesOf(chart.rows, colours);
  const known = new Map(classes.flatMap((one) => one.members.map((row) => [row.code, { row, one }] as const)));

  const key = classes.map((one) => ({ one, text: rangeOf(one.members, words.aside) }));
  const swatch = size * 2.2;
  const keyTexts = [...key.map(({ text }) => text), words.missing];
  const keyWidth = swatch + size * 0.5 + Math.max(...keyTexts.map((text) => measure(text, small, 400)));
  const side = keyWidth + size * 2;
  const pitch = Math.min((width - side) / gridSize.columns, size * 6);
  const gap = 0.07;
  const plot = Math.floor(pitch * gridSize.columns);
  const strip = size * 0.6;
  const rowPitch = size * 1.2 + small * 1.2 + strip + pitch * gap;
  const height = Math.ceil(rowPitch * gridSize.rows);
  // Band scales: n steps without outer padding, of which the last has no gap.
  const stepX = plot / (gridSize.columns - gap);
  const stepY = height / (gridSize.rows - gap);
  const tile = { width: stepX * (1 - gap), height: stepY * (1 - gap) };

  const cells: Row[] = [];
  const strips: Row[] = [];
  const labels: Label[] = [];
  for (const { code, column, row } of tiles) {
    const found = known.get(code);
    const x = column * stepX;
    const y = row * stepY;
    const stroke = colours.muted;
    cells.push({
      column,
      row,
      fill: found?.one.tone ?? colours.paper,
      stroke,
      dash: found ? [] : [1.5, 1.5],
    });
    const centre = x + tile.width / 2;
    const name = wrap(tileName(code, language), tile.width - 2, small, measure);
    const fill = found?.one.ink ?? colours.muted;
    if (found === undefined) {
      const first = y + (tile.height - name.length * small * labelLeading) / 2 + small;
      labels.push({ x: centre, y: first, text: name, size: small, fill, align: "center" });
      continue;
    }
    const { one, row: area } = found;
    strips.push({
      x,
      x2: x + tile.width,
      y: y + tile.height - strip,
      y2: y + tile.height,
      fill: one.strip,
      stroke,
    });
    const text = labelOf(area.figure);
    const line = tileName(code, language);
    const fitted = (words: string, full: number): number =>
      full * Math.min(1, (tile.width - 2.5) / Math.max(1, measure(words, full, 400)));
    labels.push(
      { x: centre, y: y + small * 1.1, text: line, size: fitted(line, small), fill, align: "center" },
      { x: centre, y: y + small * 1.22 + size, text, size: fitted(text, size), fill, align: "center" },
    );
  }
  // The key stands at the right, from the grid's upper edge down.
  let y = 0;
  const left = plot + size * 2;
  const line = (fill: string, strip: string | null, dash: readonly number[], text: string): void => {
    const bottom = y + size * 1.5;
    strips.push({ x: left, x2: left + swatch, y, y2: bottom, fill, stroke: colours.muted, dash });
    if (strip !== null) {
      strips.push({
        x: left,
        x2: left + swatch,
        y: bottom - size * 0.6,
        y2: bottom,
        fill: strip,
        stroke: colours.muted,
      });
    }
    labels.push({
      x: left + swatch + size * 0.5,
      y: y + size * 0.75 + small * 0.35,
      text,
      size: small,
      fill: colours.text,
      align: "left",
    });
    y = bottom + size * 0.5;
  };
  for (const { one, text } of key.toReversed()) line(one.tone, one.strip, [], text);
  line(colours.paper, null, [1.5, 1.5], words.missing);
  labels.push(...rankList(chart.rows, { left, top: y + size * 0.5, bottom: height, width: width - left }, style));
  const foot = keyOf(figuresOf(chart), { left: 0, top: height, more: [words.schematic], plain: true }, style);
  return {
    width: plot,
    height,
    padding: { left: 0, right: width - plot, top: 0, bottom: foot.height },
    data: { tiles: cells, strips, labels: [...labels, ...foot.labels], key: foot.marks },
    params: { ...styleValues(style), gap },
  };
}

/** The areas in order of rank, as many as there is room for, and how many are left to the tiles alone. */
function rankList(
  rows: MapChart["rows"],
  {
    left,
    top,
    bottom,
    width,
  }: { readonly left: number; readonly top: number; readonly bottom: number; readonly width: number },
  { size, colours, measure, language }: Style,
): readonly Label[] {
  const small = smallSize(size);
  const leading = small * 1.3;
  const room = Math.max(0, Math.floor((bottom - top) / leading));
  const told = rows.slice(0, rows.length <= room ? rows.length : Math.max(0, room - 1));
  const rankWidth = Math.max(0, ...told.map(({ rank }) => measure(`${rank}`, small, 400)));
  const isWide = ({ code, figure }: MapChart["rows"][number]): boolean =>
    rankWidth + measure(`${tileName(code, language)}${labelOf(figure)}`, small, 400) + small * 1.5 > width;
  if (told.some(isWide)) return [];
  const listed = told.flatMap(({ rank, code, figure }, at): readonly Label[] => {
    const look = { y: top + leading * (at + 1) - small * 0.3, size: small, fill: colours.text };
    return [
      { ...look, x: left + rankWidth, text: `${rank}`, fill: colours.muted, align: "right" },
      { ...look, x: left + rankWidth + small * 0.6, text: tileName(code, language), align: "left" },
      { ...look, x: left + width, text: labelOf(figure), align: "right" },
    ];
  });
  if (told.length === rows.length || told.length === 0) return listed;
  const rest = chartWords(language).rest(rows.length - told.length);
  return [
    ...listed,
    {
      x: left + rankWidth + small * 0.6,
      y: top + leading * (told.length + 1) - small * 0.3,
      text: rest,
      size: small,
      fill: colours.muted,
      align: "left",
    },
  ];
}
