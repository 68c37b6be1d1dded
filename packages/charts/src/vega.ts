import * as vega from "vega";
import type { Measure } from "./measure.ts";
import { tickText } from "./number.ts";
import { SceneRecorder, rounded } from "./record.ts";
import type { Scene } from "./scene.ts";
import type { Specification, Style } from "./spec/style.ts";

/** An item of the scenegraph, as far as text measurement reads it. */
interface TextItem {
  readonly fontSize?: number;
  readonly fontWeight?: number | string;
  readonly text?: unknown;
}

/** A mark of the scenegraph. */
interface SceneGraphMark {
  readonly marktype: string;
  readonly clip?: boolean | ((context: SceneRecorder) => void);
  readonly group?: { readonly width?: number; readonly height?: number };
  readonly items: readonly unknown[];
}

/** What a mark's `draw` calls back for groups and images. */
interface Painter {
  draw(context: SceneRecorder, mark: SceneGraphMark): void;
  loadImage(): Promise<{ complete: false; width: 0; height: 0 }>;
}

// Vega exports these too, but its typings leave them out.
const { Marks, randomLCG, setRandom, textMetrics } = vega as unknown as {
  readonly Marks: Readonly<
    Record<string, { draw(this: Painter, context: SceneRecorder, mark: SceneGraphMark, bounds: null): void }>
  >;
  readonly textMetrics: { width(item: TextItem, text?: unknown): number };
  randomLCG(seed: number): () => number;
  setRandom(source: () => number): void;
};

/** Vega's metrics, random numbers and ids belong to the whole process, so that drawings wait for one another. */
let queue: Promise<unknown> = Promise.resolve();

/** Lays out a Vega specification and walks its scenegraph. */
export function runVega(spec: Specification, style: Style): Promise<Scene> {
  const scene = queue.then(() => drawn(spec, style));
  queue = scene.catch(() => undefined);
  return scene;
}

async function drawn(spec: Specification, style: Style): Promise<Scene> {
  const width = textMetrics.width;
  textMetrics.width = widthBy(style.measure);
  vega.resetSVGDefIds();
  setRandom(randomLCG(1));
  vega.expressionFunction("chineseNumber", (value: unknown) =>
    typeof value === "number" ? tickText(value, "", style.language) : `${value}`,
  );
  try {
    // The parser checks the specification; JSON has no literal type.
    const view = new vega.View(vega.parse(spec as vega.Spec), { renderer: "none", logger, loader });
    await view.runAsync();
    const scene = sceneOf(view);
    view.finalize();
    return scene;
  } finally {
    textMetrics.width = width;
  }
}

/** Measures as Vega asks: one line, or the text of the item itself. */
function widthBy(measure: Measure): (item: TextItem, text?: unknown) => number {
  return (item, text = item.text) => {
    const line = Array.isArray(text) ? text.join(" ") : `${text ?? ""}`;
    const weight = item.fontWeight === "bold" || Number(item.fontWeight) >= 600 ? 700 : 400;
    return line === "" ? 0 : measure(line.trim(), item.fontSize ?? 11, weight);
  };
}

function sceneOf(view: vega.View): Scene {
  // The size of the whole view, after auto-sizing, is not among the public members.
  const { _viewWidth, _viewHeight } = view as unknown as { readonly _viewWidth: number; readonly _viewHeight: number };
  const padding = paddingOf(view.padding());
  const [x, y] = view.origin();
  const context = new SceneRecorder();
  context.translate(padding.left + x, padding.top + y);
  // The root is typed as Vega's public scene, which names no mark types.
  painter.draw(context, (view.scenegraph() as unknown as { readonly root: SceneGraphMark }).root);
  return {
    width: rounded(_viewWidth + padding.left + padding.right),
    height: rounded(_viewHeight + padding.top + padding.bottom),
    marks: context.marks,
  };
}

function paddingOf(padding: unknown): { left: number; right: number; top: number; bottom: number } {
  const given: Readonly<Record<string, unknown>> =
    typeof padding === "number"
      ? { left: padding, right: padding, top: padding, bottom: padding }
      : { ...(padding as Readonly<Record<string, unknown>> | null) };
  const side = (name: string): number => Number(given[name] ?? 0);
  return { left: side("left"), right: side("right"), top: side("top"), bottom: side("bottom") };
}

const painter: Painter = {
  draw(context, mark) {
    if (mark.clip) clip(context, mark);
    Marks[mark.marktype]?.draw.call(painter, context, mark, null);
    if (mark.clip) context.restore();
  },
  loadImage: () => Promise.resolve({ complete: false, width: 0, height: 0 }),
};

function clip(context: SceneRecorder, { clip, group }: SceneGraphMark): void {
  context.save();
  context.beginPath();
  if (typeof clip === "function") clip(context);
  else context.rect(0, 0, group?.width ?? 0, group?.height ?? 0);
  context.clip();
}

/** Errors of a specification reject the drawing; advice is for who writes specifications by hand. */
const logger: vega.LoggerInterface = {
  level(level?: number) {
    // Two signatures in one: without an argument the level is asked for.
    return (level === undefined ? 1 : logger) as never;
  },
  error: (...messages) => {
    throw new RangeError(`chart cannot be drawn: ${messages.map(String).join(" ")}`);
  },
  warn: () => logger,
  info: () => logger,
  debug: () => logger,
};

const refuse = (uri: string): Promise<never> =>
  Promise.reject(new RangeError(`data outside the specification: ${uri}`));

/** No files and no network. */
const loader: vega.Loader = {
  load: refuse,
  sanitize: refuse,
  http: refuse,
  file: refuse,
};
