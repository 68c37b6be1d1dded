import { copyFileSync, existsSync, mkdirSync, readFileSync, statSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import type { Diagnostic } from "@jianbao/model";
import { stringify } from "yaml";
import type { Command } from "../command.ts";
import { formatDiagnostic, say } from "../console.ts";
import { factsOf, sidecarOf } from "../facts.ts";
import { replaceFile } from "../output.ts";
import { UsageError, exitCodeOf } from "../problems.ts";
import { readArticle } from "../reading.ts";
import { findWorkspace, quoted, shownPath } from "../workspace.ts";

/** `jianbao add FILE…`: copies articles into `sources/` and writes what is known of them beside them. */
export const add: Command = {
  name: "add",
  usage: "add FILE… [--published DATE] [--publisher NAME] [--title TITLE] [--url URL] [--area AREA]",
  summary: { zh: "把文章放进 sources/", en: "copy articles into sources/" },
  description: {
    zh: "把文章（txt html md pdf docx）复制进工作区的 sources/，出处写进旁边的 .meta.yaml。同名而内容不同的文件不会被覆盖。",
    en: "Copies articles (txt html md pdf docx) into the workspace's sources/ and writes their metadata beside them. A file of the same name with other content is never overwritten.",
  },
  options: [
    {
      name: "published",
      value: "DATE",
      help: { zh: "发布日期：2023-12-25、2023-12 或 2023", en: "publication date: 2023-12-25, 2023-12 or 2023" },
    },
    { name: "publisher", value: "NAME", help: { zh: "发布单位", en: "who published it" } },
    { name: "title", value: "TITLE", help: { zh: "标题", en: "its title" } },
    { name: "url", value: "URL", help: { zh: "网址", en: "its address" } },
    {
      name: "area",
      value: "AREA",
      help: {
        zh: "文章所说的地方：CN-SX、140100 或 山西省",
        en: "the territory it speaks of: CN-SX, 140100 or 山西省",
      },
    },
  ],
  examples: ["jianbao add 通报.docx --published 2023-12-20 --publisher 山西省公安厅", "jianbao add downloads/*.html"],
  operands: { min: 1, max: Number.POSITIVE_INFINITY },
  async run(console, invocation) {
    const root = findWorkspace(console, invocation.options["workspace"] as string | undefined);
    const facts = factsOf(invocation.options);
    const folder = join(root, "sources");
    const plan = invocation.operands.map((operand) => {
      const from = resolve(console.cwd, operand);
      if (!existsSync(from) || !statSync(from).isFile())
        throw new UsageError(`no such file: ${operand}`, "name files, not folders");
      const to = join(folder, basename(from));
      if (existsSync(to) && !readFileSync(to).equals(readFileSync(from))) {
        throw new UsageError(
          `another file of that name is in sources/: ${basename(from)}`,
          "rename the new one, or remove the old one",
        );
      }
      return { from, to };
    });
    mkdirSync(folder, { recursive: true });
    for (const { from, to } of plan) {
      if (from !== to && !existsSync(to)) copyFileSync(from, to);
      if (Object.keys(facts).length > 0) replaceFile(join(folder, sidecarOf(basename(to))), stringify(facts));
    }
    // Copied all the same: what cannot be read is better known now than on the 5th.
    const problems: Diagnostic[] = [];
    for (const { to } of plan)
      problems.push(...(await readArticle(readFileSync(to), basename(to), facts, null)).diagnostics);
    for (const problem of problems) console.err(formatDiagnostic(console, problem));
    if (invocation.json)
      console.out(`${JSON.stringify({ added: plan.map(({ to }) => basename(to)), facts, diagnostics: problems })}\n`);
    else {
      console.out(plan.map(({ to }) => `${shownPath(console, to)}\n`).join(""));
      const where = shownPath(console, root);
      const flag = where === "." ? "" : ` --workspace ${quoted(where)}`;
      console.out(say(console, { zh: `下一步  jianbao build${flag}\n`, en: `next  jianbao build${flag}\n` }));
    }
    return exitCodeOf(problems, invocation.failOn);
  },
};
