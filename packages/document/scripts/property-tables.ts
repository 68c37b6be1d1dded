import { type ThemeProperty, pageProperties, roleProperties, screenProperties } from "../src/index.ts";

const units = { pt: "磅", mm: "毫米", em: "字", times: "倍", px: "像素" } as const;

/** Puts the tables of all properties between their marks in a Markdown text. */
export function withPropertyTables(text: string): string {
  const tables = { roles: roleProperties, pages: pageProperties, screens: screenProperties };
  let written = text;
  for (const [name, properties] of Object.entries(tables)) {
    const mark = new RegExp(`(<!-- properties of ${name}: [^>]*-->\\n)[^]*?(<!-- end -->)`, "u");
    written = written.replace(mark, (_, begin: string, end: string) => `${begin}\n${tableOf(properties)}\n${end}`);
  }
  return written;
}

function tableOf(properties: Readonly<Record<string, ThemeProperty>>): string {
  const rows = Object.entries(properties).map(
    ([name, property]) => `| \`${name}\` | ${property.meaning} | ${kindOf(property)} | \`${property.example}\` |`,
  );
  return ["| 项 | 管什么 | 写什么 | 例 |", "| --- | --- | --- | --- |", ...rows, ""].join("\n");
}

/** What may be written: 磅，5 至 144. */
function kindOf({ kind, unit, least, most, choices }: ThemeProperty): string {
  const range = least === undefined || most === undefined ? "" : `${least} 至 ${most}`;
  switch (kind) {
    case "boolean":
      return "`true` 或 `false`";
    case "choice":
      return (choices ?? []).map((choice) => `\`${choice}\``).join("、");
    case "family":
      return "`families` 里的名字";
    case "colour":
      return "`colours` 里的名字";
    default:
      return [unit === undefined ? "数" : units[unit], range].filter((part) => part !== "").join("，");
  }
}
