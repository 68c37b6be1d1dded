import { nodeRoles } from "./theme.ts";
import {
  type ThemeProperty,
  lengthPattern,
  namedSizes,
  pageProperties,
  roleProperties,
  screenProperties,
} from "./theme-property.ts";

/**
 * The JSON Schema of `theme.yaml`, for editors that complete and check while one writes. What it cannot
 * say (that a colour or family has been named above) `parseTheme` says.
 */
export function themeJsonSchema(): Readonly<Record<string, unknown>> {
  return {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    title: "jianbao theme",
    description: "一种版式的样子：字体、颜色、各种文字的大小和间距、纸面和屏幕",
    type: "object",
    additionalProperties: false,
    required: ["name", "families", "colours", "roles", "page", "screen"],
    properties: {
      name: { type: "string", minLength: 1, description: "版式的名字" },
      families: {
        type: "object",
        description: "字体，起个名字给下面用",
        additionalProperties: {
          type: "object",
          additionalProperties: false,
          required: ["faces", "screen"],
          properties: {
            faces: {
              type: "object",
              description: "每种粗细（400 常规、700 粗）用哪个字体文件",
              propertyNames: { pattern: "^[1-9]00$" },
              additionalProperties: { type: "string" },
            },
            fallback: {
              type: "array",
              description: "字体里没有的字，依次到这些字体里找；工作区 fonts/ 里的 名字.ttf 写作 名字",
              items: { type: "string" },
            },
            screen: {
              type: "array",
              description: "网页用的字体，最想要的在前；末一个是 serif 或 sans-serif",
              items: { type: "string" },
              minItems: 1,
            },
            standsFor: { type: "string", description: "代替哪种字体，例如“仿宋”；编制说明里会写明" },
          },
        },
      },
      colours: {
        type: "object",
        description: "颜色，起个名字给下面用",
        additionalProperties: { type: "string", pattern: "^#[0-9A-Fa-f]{6}$" },
      },
      roles: {
        type: "object",
        description: "各种文字怎么排；模板里 class 写的就是这里的名字",
        required: [...nodeRoles],
        additionalProperties: {
          type: "object",
          additionalProperties: false,
          properties: {
            extends: { type: "string", description: "先照抄另一种文字，再按这里写的改" },
            ...schemasOf(roleProperties),
          },
        },
      },
      page: {
        type: "object",
        description: "纸面，长度单位是毫米",
        additionalProperties: false,
        required: requiredOf(pageProperties),
        properties: {
          ...schemasOf(pageProperties),
          grid: {
            type: "object",
            description: "每面几行、每行几个字；正文落在格上",
            additionalProperties: false,
            required: ["lines", "characters"],
            properties: {
              lines: { type: "integer", minimum: 2, description: "每面行数" },
              characters: { type: "integer", minimum: 1, description: "每行字数" },
            },
          },
        },
      },
      screen: {
        type: "object",
        description: "屏幕",
        additionalProperties: false,
        required: requiredOf(screenProperties),
        properties: schemasOf(screenProperties),
      },
    },
  };
}

function requiredOf(properties: Readonly<Record<string, ThemeProperty>>): readonly string[] {
  return Object.keys(properties).filter((name) => properties[name]?.optional !== true);
}

function schemasOf(properties: Readonly<Record<string, ThemeProperty>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(properties).map(([name, rule]) => [name, schemaOf(rule)]));
}

function schemaOf(rule: ThemeProperty): Readonly<Record<string, unknown>> {
  const { kind, least, most, choices } = rule;
  const description = `${rule.meaning}。例：${rule.example}`;
  const number = {
    type: "number",
    ...(least === undefined ? {} : { minimum: least }),
    ...(most === undefined ? {} : { maximum: most }),
  };
  switch (kind) {
    case "boolean":
      return { description, type: "boolean" };
    case "choice":
      return { description, enum: choices ?? [] };
    case "family":
    case "colour":
      return { description, type: "string" };
    case "number":
      return { description, ...number };
    default: {
      const lengths = [number, { type: "string", pattern: lengthPattern.source }];
      return { description, anyOf: kind === "size" ? [...lengths, { enum: Object.keys(namedSizes) }] : lengths };
    }
  }
}
