import type { MapChart } from "../chart.ts";
import { contrast } from "../colour.ts";
import type { ChartColours } from "../palette.ts";

/** A class of figures: from the least to the greatest of its members. */
interface FigureClass {
  readonly members: readonly MapChart["rows"][number][];
  readonly tone: string;
  readonly ink: string;
  readonly strip: string;
}

/** Most classes of a map. */
const mostClasses = 4;

/**
 * Parts figures into classes by quantiles: as many in each as can be, equal figures in one. Fewer than eight figures
 * make fewer classes.
 */
export function classesOf(rows: MapChart["rows"], colours: ChartColours): readonly FigureClass[] {
  const sorted = [...rows].sort((a, b) => a.figure.value - b.figure.value);
  const count = Math.min(mostClasses, Math.max(1, Math.floor(sorted.length / 2)));
  const parts: MapChart["rows"][number][][] = [];
  for (const [at, row] of sorted.entries()) {
    const part = Math.floor((at * count) / sorted.length);
    const before = sorted[at - 1];
    const last = parts.at(-1);
    const isNew = parts.length === 0 || part > Math.floor(((at - 1) * count) / sorted.length);
    if (last && (!isNew || before?.figure.value === row.figure.value)) last.push(row);
    else parts.push([row]);
  }
  const looks = looksOf(colours);
  // Few classes take the looks that are farthest apart.
  return parts.map((members, at) => {
    const look = looks[parts.length === 1 ? 0 : Math.round((at * (looks.length - 1)) / (parts.length - 1))] ?? looks[0];
    return { members, ...look };
  });
}

type Look = Pick<FigureClass, "tone" | "ink" | "strip">;

/** The looks of classes, the lowest first: tones from paper to accent, and strips that differ without any tone. */
function looksOf({ paper, accent, text }: ChartColours): readonly [Look, Look, Look, Look] {
  const look = (share: number, strip: string): Look => {
    const tone = mixed(paper, accent, share);
    return { tone, ink: contrast(paper, tone) > contrast(text, tone) ? paper : text, strip };
  };
  return [
    look(0, paper),
    look(0.18, `dots(${accent}, ${paper})`),
    look(0.42, `hatch(${accent}, ${paper})`),
    look(1, accent),
  ];
}

/** A colour between two. */
function mixed(from: string, to: string, share: number): string {
  const parts = [1, 3, 5].map((at) => {
    const [a, b] = [from, to].map((colour) => Number.parseInt(colour.slice(at, at + 2), 16));
    return Math.round((a ?? 0) + ((b ?? 0) - (a ?? 0)) * share);
  });
  return `#${parts.map((part) => part.toString(16).padStart(2, "0")).join("")}`;
}

/** From the least to the greatest label of a class, with how many it has: `0.56—1.3（5）`. */
export function rangeOf(members: FigureClass["members"], aside: (text: string) => string): string {
  const [first] = members;
  const last = members.at(-1);
  const ends = [...new Set([first, last].map((row) => row?.figure.label ?? ""))];
  return `${ends.join("—")}${aside(`${members.length}`)}`;
}
