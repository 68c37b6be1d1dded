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
    throw new RangeError(`chart cannot be compiled: ${error instanceof Error ? error.message : String(error)}`, {
      cause: error,
    });
  }
}

/** Advice is for who writes specifications by hand; errors throw. */
const silent: NonNullable<NonNullable<Parameters<typeof compile>[1]>["logger"]> = {
  level(level?: number) {
    // Two signatures in one: without an argument the level is asked for.
    return (level === undefined ? 0 : silent) as never;
  },
  error: (...messages) => {
    throw new RangeError(messages.map(String).join(" "));
  },
  warn: () => silent,
  info: () => silent,
  debug: () => silent,
};
