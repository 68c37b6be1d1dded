import { cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import { themeJsonSchema } from "@jianbao/document";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { copyExample, jianbao, temporaryFolder } from "./run.ts";

const templates = join(import.meta.dirname, "..", "..", "..", "templates");

/** What is said of the example under a theme of one's own, in Chinese. */
async function said(change: (yaml: string) => string): Promise<string> {
  using folder = temporaryFolder();
  copyExample(folder.path);
  mkdirSync(join(folder.path, "templates"));
  cpSync(join(templates, "redhead"), join(folder.path, "templates", "own"), { recursive: true });
  const file = join(folder.path, "templates", "own", "theme.yaml");
  const yaml = readFileSync(file, "utf8");
  expect(change(yaml)).not.toBe(yaml);
  writeFileSync(file, change(yaml));
  const { err } = await jianbao(folder.path, ["build", "2024-01", "--template", "own", "--format", "pdf"], {
    tongue: "zh",
  });
  return err;
}

describe("a theme that a person has changed", () => {
  it.each([
    [
      "misspells a property",
      (yaml: string) => yaml.replace("marginTop: 37", "marginTpo: 37"),
      /theme\.yaml 第 \d+ 行：page 没有“marginTpo”这一项.*\n.*是不是 marginTop？/u,
    ],
    [
      "has a size that is none",
      (yaml: string) => yaml.replace("size: 二号", "size: 12px"),
      /第 \d+ 行：title\.size 写成了“12px”，应当是 5 到 144 之间的长度（不写单位是磅）.*\n.*写成 四号 这样/u,
    ],
    [
      "names a colour that it lacks",
      (yaml: string) => yaml.replace(/(?<=masthead:[^}]*colour: )accent/u, "red"), // matches the colour of the masthead
      /masthead\.colour 写成了“red”，应当是其中之一：ink .*\n.*可以写：ink /u,
    ],
    [
      "names a face that there is no file of",
      (yaml: string) => yaml.replace('"400": lxgw-wenkai-400', '"400": lxgw-wenkai-40'),
      /字体 kai 用的字体文件 lxgw-wenkai-40 没有.*\n.*是不是 lxgw-wenkai-400？/u,
    ],
    ["leaves a role out", (yaml: string) => yaml.replace(/ {2}toc: .*\n/u, ""), /缺文字样式 toc.*\n.*写 \{\} 就行/u],
    ["is no YAML", (yaml: string) => yaml.replace("roles:\n", "roles:\n  a: [\n"), /第 \d+ 行读不懂/u],
    [
      "leaves the standard that it names",
      (yaml: string) => yaml.replace("fromTop: 35mm", "fromTop: 30mm"),
      /报名上边缘到纸上边是 67 毫米（第 1 页），GB\/T 9704-2012 规定 72 毫米，容许差 1 毫米/u,
    ],
  ])("is told in Chinese where it %s, with line and remedy", async (_, change, expected) => {
    expect(await said(change)).toMatch(expected);
  });
});

describe("the schema of themes", () => {
  const validate = new Ajv2020({ strict: false }).compile(themeJsonSchema());

  it.each(["monthly", "redhead", "handout"])("describes the theme of %s", (name) => {
    validate(parse(readFileSync(join(templates, name, "theme.yaml"), "utf8")));
    expect(validate.errors).toBeNull();
  });

  it("refuses what the reader refuses", () => {
    const theme = parse(readFileSync(join(templates, "redhead", "theme.yaml"), "utf8")) as {
      roles: Record<string, Record<string, unknown>>;
    };
    for (const [key, value] of [
      ["size", "12px"],
      ["leading", 17],
      ["align", "centre"],
      ["indnet", 2],
    ] as const) {
      const roles = { ...theme.roles, body: { ...theme.roles["body"], [key]: value } };
      expect([key, validate({ ...theme, roles })]).toEqual([key, false]);
    }
  });
});
