import { describe, expect, it } from "vitest";
import { compiledOf } from "../src/compile.ts";
import compiled from "../src/compiled.json" with { type: "json" };
import { specifications } from "../src/spec/specifications.ts";

describe("compiled.json", () => {
  it.each(Object.entries(specifications))("holds what the compiler makes of %s", (kind, specification) => {
    expect(compiled[kind as keyof typeof compiled]).toEqual(JSON.parse(JSON.stringify(compiledOf(specification))));
  });
});
