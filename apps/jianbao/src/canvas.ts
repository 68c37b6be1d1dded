import { registerHooks } from "node:module";

const specifier = "@napi-rs/canvas";
const url = "jianbao:canvas";
/** What pdf.js asks of a canvas when it is loaded; reading text calls none of it. */
const source = "exports.DOMMatrix = class {}; exports.Path2D = class {}; exports.ImageData = class {};";

let registered = false;

/**
 * Lets pdf.js find a stand-in for the native canvas that it looks for when it is loaded: jianbao reads text
 * and paints nothing, and loading the real one costs more than reading a bulletin.
 */
export function standInForCanvas(): void {
  if (registered) return;
  registered = true;
  registerHooks({
    resolve: (wanted, context, next) =>
      wanted === specifier ? { url, format: "commonjs", shortCircuit: true } : next(wanted, context),
    load: (wanted, context, next) =>
      wanted === url ? { format: "commonjs", source, shortCircuit: true } : next(wanted, context),
  });
}
