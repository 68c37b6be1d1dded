import { type TopLevelSpec, compile } from "vega-lite";
import type { Specification } from "./spec/style.ts";

/** Compiles a Vega-Lite specification to Vega; a specification that is none throws a RangeError. */
export function compiledOf(specification: Specification): Specification {
  try {
    // The compiler itself checks the specification; JSON has no literal type.
    const { spec } = compile(specification as unknown as TopLevelSpec, { logger: silent });
    // The compiled specification is plain JSON as well.
    return spec as unknown as Specification;
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    // The compiler repeats the whole specification before what is wrong with it.
    const short = message.replace(/^Invalid specification \{.*\}\. /su, "invalid specification: ");
    throw new RangeError(`chart cannot be compiled: ${short}`, { cause: error });
  }
}

/** What the compiler merely warns of, and would draw a chart without: a channel that is none, a type that does not fit. */
const serious = /not a valid|[Ii]nvalid|is dropped as/u;

/** Advice is for who writes specifications by hand; errors throw. */
const silent: NonNullable<NonNullable<Parameters<typeof compile>[1]>["logger"]> = {
  level(level?: number) {
    // Two signatures in one: without an argument the level is asked for.
    return (level === undefined ? 0 : silent) as never;
  },
  error: (...messages) => {
    throw new RangeError(messages.map(String).join(" "));
  },
  warn: (...messages) => {
    const text = messages.map(String).join(" ");
    if (serious.test(text)) throw new RangeError(text);
    return silent;
  },
  info: () => silent,
  debug: () => silent,
};
