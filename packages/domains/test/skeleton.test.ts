import { describe, expect, test } from "vitest";
import { fileNames, packJsonSchema, parsePack, schemaFileName, skeletonOf } from "../src/index.ts";
import { told } from "./small.ts";

describe("a new pack", () => {
  const files = skeletonOf("my-subject");
  const yaml = Object.fromEntries(Object.entries(files).filter(([name]) => name.endsWith(".yaml")));

  test("is without fault, and has the id that was asked for", () => {
    const { pack, diagnostics } = parsePack(yaml);
    expect(told(diagnostics)).toEqual([]);
    expect(pack?.id).toBe("my-subject");
    expect(pack?.subjects[0]?.id).toBe("my-subject");
  });

  test("brings its schemas, which its files name", () => {
    for (const name of fileNames) {
      const schema = /^# yaml-language-server: \$schema=(\S+)\n/u.exec(files[name] ?? "")?.[1] ?? "";
      expect(schema).toBe(`.schema/${schemaFileName(name)}`);
      expect(JSON.parse(files[schema] ?? "")).toEqual(JSON.parse(JSON.stringify(packJsonSchema(name))));
    }
  });
});
