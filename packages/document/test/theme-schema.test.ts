import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { pageProperties, roleProperties, themeJsonSchema } from "../src/index.ts";

describe("the schema of themes", () => {
  test("is the published one", () => {
    const published = readFileSync(new URL("../../../docs/schema/theme.schema.json", import.meta.url), "utf8");
    expect(JSON.parse(published)).toEqual(themeJsonSchema());
  });

  test("says of every property what it does, and gives an example", () => {
    for (const [name, { meaning, example }] of Object.entries({ ...roleProperties, ...pageProperties })) {
      expect(meaning, name).toMatch(/^\p{Script=Han}/u);
      expect(example, name).not.toBe("");
    }
  });
});
