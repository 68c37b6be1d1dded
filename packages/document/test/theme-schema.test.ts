import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { pageProperties, roleProperties, themeJsonSchema } from "../src/index.ts";
import { withPropertyTables } from "../scripts/property-tables.ts";

/** A Markdown text without the padding that the formatter gives the columns of tables. */
function plain(markdown: string): string {
  return markdown.replaceAll(/ +/gu, " ").replaceAll(/-{3,}/gu, "---");
}

describe("the schema of themes", () => {
  test("is the published one", () => {
    const published = readFileSync(new URL("../../../docs/schema/theme.schema.json", import.meta.url), "utf8");
    expect(JSON.parse(published)).toEqual(themeJsonSchema());
  });

  test("is the one that docs/templates.md tells of, property by property", () => {
    const text = readFileSync(new URL("../../../docs/templates.md", import.meta.url), "utf8");
    expect(plain(withPropertyTables(text))).toBe(plain(text));
    for (const name of Object.keys({ ...roleProperties, ...pageProperties })) expect(text).toContain(`| \`${name}\` `);
  });

  test("says of every property what it does, and gives an example", () => {
    for (const [name, { meaning, example }] of Object.entries({ ...roleProperties, ...pageProperties })) {
      expect(meaning, name).toMatch(/^\p{Script=Han}/u);
      expect(example, name).not.toBe("");
    }
  });
});
