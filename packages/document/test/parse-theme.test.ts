import { stringify } from "yaml";
import { describe, expect, test } from "vitest";
import { contrastOf, parseTheme, roleOf } from "../src/index.ts";
import { sampleTheme } from "./sample.ts";

const good = stringify(sampleTheme);

function messages(yaml: string): string[] {
  return parseTheme(yaml, "theme.yaml").diagnostics.map((one) => `${one.message}${one.hint ? ` (${one.hint})` : ""}`);
}

/** What is said of a role with these properties. */
function messageOf(properties: string): string {
  return messages(good.replace("roles:", `roles:\n  a: { ${properties} }`))[0] ?? "";
}

describe("parseTheme", () => {
  test("reads back a theme written as YAML", () => {
    expect(parseTheme(good, "theme.yaml")).toEqual({ theme: sampleTheme, diagnostics: [] });
  });

  test("names file, line and the word that was meant", () => {
    const line = good.split("\n").findIndex((one) => one.includes("leading")) + 1;
    expect(messages(good.replace("leading", "leadign"))).toEqual([
      `unknown property of role masthead: leadign (theme.yaml:${line}) (did you mean leading?)`,
    ]);
  });

  test("reports colours, families and alignments that the theme lacks", () => {
    expect(messages(good.replace("colour: accent", "colour: acent"))[0]).toMatch(
      /wrong value of masthead\.colour: acent, expected one of .* \(theme\.yaml:\d+\) \(did you mean accent\?\)/u,
    );
    expect(messages(good.replace("align: center", "align: centre"))[0]).toMatch(/did you mean center\?/u);
    expect(messages(good.replace('"#1a1a1a"', "black"))[0]).toMatch(/unreadable colour ink: black/u);
  });

  test("reads sizes by their Chinese names and lengths with a unit", () => {
    const yaml = good
      .replace(
        "  body:\n    family",
        "  note: { size: 小四, ruleAbove: 0.35mm, fromTop: 35mm, padding: 1 cm }\n  body:\n    family",
      )
      .replace("marginTop: 28", "marginTop: 72pt");
    const { theme, diagnostics } = parseTheme(yaml, "theme.yaml");
    expect(diagnostics).toEqual([]);
    expect(theme?.roles["note"]).toEqual({ size: 12, ruleAbove: 0.9921, fromTop: 35, padding: 28.3465 });
    expect(theme?.page.marginTop).toBe(25.4);
  });

  test("refuses what is out of range or no length, and says how to write it", () => {
    expect(messageOf("size: 四好")).toMatch(
      /wrong value of a\.size: 四好, expected a length in pt .* \(known: 初号 小初 .*\)$/u,
    );
    expect(messageOf("size: 12px")).toMatch(/wrong value of a\.size: 12px, .* \(write it like 四号\)$/u);
    expect(messageOf("size: 400")).toMatch(/expected a length in pt from 5 to 144/u);
    expect(messageOf("leading: 17")).toMatch(/expected a number from 0\.9 to 4/u);
    expect(messageOf("fit: yes!")).toMatch(/expected true or false .*\(write it like true\)/u);
  });

  test("names a face that there is no file of", () => {
    const faces = Object.values(sampleTheme.families).flatMap((family) => Object.values(family.faces));
    expect(parseTheme(good, "theme.yaml", faces).diagnostics).toEqual([]);
    const { theme, diagnostics } = parseTheme(good.replace("noto-sans-sc-700", "noto-sans-700"), "theme.yaml", faces);
    expect(theme).toBeNull();
    expect(diagnostics.map(({ rule, hint }) => `${rule}: ${hint}`)).toEqual([
      "document/theme-face: did you mean noto-sans-sc-700?",
    ]);
  });

  test("leaves out what a page need not say, and checks what it says", () => {
    const { theme } = parseTheme(good, "theme.yaml");
    expect(theme?.page).not.toHaveProperty("foot");
    expect(messages(good.replace("page:", "page:\n  standard: GB/T 9704"))[0]).toMatch(
      /wrong value of page\.standard: GB\/T 9704, expected one of GB\/T 9704-2012 .*\(known: GB\/T 9704-2012\)/u,
    );
  });

  test("copies the role that another extends, whichever stands first, and refuses a circle", () => {
    const { theme } = parseTheme(good.replace("roles:", "roles:\n  lead: { extends: body, size: 12 }"), "theme.yaml");
    expect(theme?.roles["lead"]).toEqual({ ...sampleTheme.roles["body"], size: 12 });
    expect(messages(good.replace("roles:", "roles:\n  a: { extends: b }\n  b: { extends: a }"))[0]).toMatch(
      /circular roles: a → b → a/u,
    );
  });

  test("warns of text that hardly stands out, by the arithmetic of WCAG", () => {
    expect(contrastOf("#000000", "#ffffff")).toBeCloseTo(21, 5);
    const pale = parseTheme(good.replace("#555555", "#999999"), "theme.yaml");
    expect(pale.theme).not.toBeNull();
    expect(new Set(pale.diagnostics.map((one) => `${one.severity} ${one.rule}`))).toEqual(
      new Set(["warning document/low-contrast"]),
    );
  });

  test("reads a line grid, none where there is none, and whole numbers alone", () => {
    const gridOf = (written: string): unknown => {
      const { theme } = parseTheme(good.replace("kinsoku: gb", `kinsoku: gb\n  grid: ${written}`), "theme.yaml");
      return theme?.page.grid ?? null;
    };
    expect(gridOf("{ lines: 22, characters: 28 }")).toEqual({ lines: 22, characters: 28 });
    expect(gridOf("null")).toBeNull();
    expect(parseTheme(good, "theme.yaml").theme?.page.grid).toBeUndefined();
    expect(messages(good.replace("kinsoku: gb", "kinsoku: gb\n  grid: { lines: 1, charcters: 28.5 }"))).toEqual([
      expect.stringMatching(/unknown property of page\.grid: charcters .*did you mean characters\?/u),
      expect.stringMatching(/wrong value of page\.grid\.lines: 1, expected a whole number from 2 up/u),
      expect.stringMatching(/wrong value of page\.grid\.characters: undefined, expected a whole number from 1 up/u),
    ]);
  });

  test("wants every role of the node kinds and every section", () => {
    expect(messages(good.replace("  footnoteMark:\n    colour: link\n", ""))[0]).toMatch(/missing role footnoteMark/u);
    expect(messages("name: x\n").length).toBe(5);
    expect(messages("name: [x\n")[0]).toMatch(/unreadable YAML/u);
  });
});

describe("roleOf", () => {
  test("takes text properties from around and from body, the block's own from nobody", () => {
    const caption = roleOf(sampleTheme, "caption");
    expect([caption.family, caption.leading, caption.indent]).toEqual(["heading", 1.7, 0]);
    const mark = roleOf(sampleTheme, "footnoteMark", caption);
    expect([mark.colour, mark.size, mark.spaceBefore]).toEqual(["link", 9.5, 0]);
    expect(roleOf(sampleTheme, { type: "strong", children: [] }, caption).name).toBe("caption");
    expect(() => roleOf(sampleTheme, "nowhere")).toThrow('theme sample has no role "nowhere"');
  });
});
