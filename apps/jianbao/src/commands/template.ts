import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { themeJsonSchema } from "@jianbao/document";
import { assetNames, assetPath } from "../assets.ts";
import type { Command, Invocation } from "../command.ts";
import { type Console, say } from "../console.ts";
import { introductionOf } from "../gallery/index-page.ts";
import { UsageError } from "../problems.ts";
import { findWorkspace, shownPath, workspaceAround } from "../workspace.ts";

/** `jianbao template list|copy NAME [AS]`: the templates there are, and one of them to change. */
export const template: Command = {
  name: "template",
  usage: "template list|copy NAME [AS]",
  summary: { zh: "列出版式，抄一份来改", en: "list templates, or copy one to change it" },
  description: {
    zh: "list 列出有哪些版式。copy 把一种版式抄进工作区的 templates/AS（不写就是 my-NAME），附上给编辑器用的 theme.yaml 说明；在 briefing.yaml 里写 template: AS 就用它。已有的文件不会被覆盖。怎么改见 docs/templates.md，jianbao gallery 看样张。",
    en: "list names the templates. copy puts one into the workspace's templates/AS (default: my-NAME), with a description of theme.yaml for editors; template: AS in briefing.yaml uses it. Existing files are never overwritten. docs/templates.md says how to change it, jianbao gallery shows what it does.",
  },
  options: [],
  examples: ["jianbao template list", "jianbao template copy redhead", "jianbao template copy monthly 本单位月报"],
  operands: { min: 1, max: 3 },
  async run(console, invocation) {
    const [verb, name, as, ...rest] = invocation.operands;
    if (verb === "list" && name === undefined) return list(console, invocation);
    if (verb === "copy" && name !== undefined && rest.length === 0)
      return copy(console, invocation, name, as ?? `my-${name}`);
    throw new UsageError(
      `unknown: template ${invocation.operands.join(" ")}`,
      "jianbao template list, template copy NAME [AS]",
    );
  },
};

function list(console: Console, invocation: Invocation): 0 {
  const root = workspaceAround(console, invocation.options["workspace"] as string | undefined);
  const known = assetNames("templates", root).map((name) => {
    const readme = join(assetPath("templates", name, root), "README.md");
    return { name, ...introductionOf(existsSync(readme) ? readFileSync(readme, "utf8") : null, name) };
  });
  if (invocation.json) console.out(`${JSON.stringify(known)}\n`);
  else console.out(known.map(({ name, summary }) => `${name.padEnd(12)} ${summary}\n`).join(""));
  return 0;
}

function copy(console: Console, invocation: Invocation, name: string, as: string): 0 {
  const root = findWorkspace(console, invocation.options["workspace"] as string | undefined);
  const from = assetPath("templates", name, root);
  if (/[/\\]|^\./u.test(as)) throw new UsageError(`no name of a template: ${as}`, "a plain name, as my-monthly");
  const to = join(root, "templates", as);
  if (existsSync(to)) throw new UsageError(`there already: ${shownPath(console, to)}`, "choose another name");
  const schema = ".schema/theme.schema.json";
  const files: Record<string, string> = { [schema]: `${JSON.stringify(themeJsonSchema(), null, 2)}\n` };
  for (const file of readdirSync(from, { recursive: true, encoding: "utf8" }).sort()) {
    if (statSync(join(from, file)).isFile() && !file.startsWith("."))
      files[file] = readFileSync(join(from, file), "utf8");
  }
  const theme = files["theme.yaml"] ?? "";
  files["theme.yaml"] = `# yaml-language-server: $schema=${schema}\n${theme
    .replace(/^# yaml-language-server: .*\n/u, "")
    .replace(/^name: .*$/mu, `name: ${as}`)}`;
  try {
    for (const [file, text] of Object.entries(files)) {
      mkdirSync(dirname(join(to, file)), { recursive: true });
      writeFileSync(join(to, file), text, { flag: "wx" });
    }
  } catch (error) {
    throw new UsageError(
      `cannot write in ${shownPath(console, to)}: ${error instanceof Error ? error.message : String(error)}`,
      "choose a workspace that you may write in",
    );
  }
  const written = Object.keys(files).sort();
  if (invocation.json) console.out(`${JSON.stringify({ folder: to, written })}\n`);
  else {
    console.out(written.map((file) => `${shownPath(console, join(to, file))}\n`).join(""));
    console.out(
      say(console, {
        zh: `下一步  在 briefing.yaml 里写 template: ${as}；改 theme.yaml，用 jianbao gallery --template ${as} 看\n`,
        en: `next  write template: ${as} in briefing.yaml; change theme.yaml and look with jianbao gallery --template ${as}\n`,
      }),
    );
  }
  return 0;
}
