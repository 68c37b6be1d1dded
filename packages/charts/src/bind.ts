import type { Binding, Specification } from "./spec/style.ts";

/** Puts a binding into a compiled specification: its size, the rows of its data sets, the values of its parameters. */
export function bound(compiled: Specification, { width, height, padding, data, params }: Binding): Specification {
  return {
    ...compiled,
    width,
    height,
    padding,
    data: named(compiled["data"]).map((set) =>
      Object.hasOwn(data, set.name) ? { ...set, values: data[set.name] } : set,
    ),
    signals: named(compiled["signals"]).map((signal) =>
      Object.hasOwn(params, signal.name) ? { ...signal, value: params[signal.name] } : signal,
    ),
  };
}

function named(list: unknown): readonly { readonly name: string }[] {
  // The compiler names every data set and signal.
  return Array.isArray(list) ? (list as { name: string }[]) : [];
}
