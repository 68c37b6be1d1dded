import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import type { DomainPack, PackBriefing } from "@jianbao/model";
import { assetNames, assetPath } from "../assets.ts";
import type { Command } from "../command.ts";
import { formatDiagnostic, say } from "../console.ts";
import { defaultDomain, loadPack } from "../pack.ts";
import { isPackFolder } from "../pack-folder.ts";
import { UsageError } from "../problems.ts";
import { quoted, shownPath } from "../workspace.ts";

function settingsOf(pack: DomainPack, domain: string, first: string, template: string): string {
  const { title, issuer } = pack.briefing ?? { title: `${pack.labels["zh-Hans"]}简报`, issuer: "示例编辑部" };
  return `# 简报的设置。一行一项；# 后面是说明。
# Settings of the briefing, one a line; what follows # is a remark.

${row(`title: ${title}`, "报头上的名称 / the name on the masthead")}${row(`issuer: ${issuer}`, "编发单位 / who issues it")}${row("area: CN", "本期说的是哪里：CN 全国，CN-SX 山西，140100 太原 / the territory")}${row(`domain: ${domain}`, "主题包 / subject pack")}${row("period: month", "month quarter half-year year")}${row(`template: ${template}`, `版式 / template: ${assetNames("templates", null).join(" ")}`)}${row("language: zh-Hans", "zh-Hans zh-Hant-TW zh-Hant-HK en")}
# 期号：第一期是哪个月、当年第几期、总第几期；以后各期自动顺延
# Numbering: the first issue's period, its number in the year and in all; later ones follow
numbering:
  first: ${first}
  number: 1
  total: 1

issueDay: 5                            # 期末次月几日印发 / day of the next month that the issue bears
attachments: all                       # PDF 里附上：all 来稿和数据，data 只附数据，none 不附 / what the PDF carries

# 密级和份号，有才写（redhead 印在首页上方）/ secrecy and serial number, printed by redhead
# secrecy: 内部资料　注意保存
# serial: "000001"

# 报、送、发 / distribution list
distribution:
  report: [本单位领导]
  send: [成员单位联络员]
  issue: [各科室]
  copies: 30
`;
}

/** A field with its remark in one column: a Han character is as wide as two letters. */
function row(field: string, remark: string): string {
  return `${field.padEnd(39 - (field.match(/[\p{Script=Han}：，]/gu)?.length ?? 0))}# ${remark}\n`;
}

/** The example article of a pack and what is known of it beside its text. */
function exampleOf({ article, publisher, published }: PackBriefing): Readonly<Record<string, string>> {
  const paragraphs = article.split("\n").filter((line) => line !== "");
  return {
    "sources/example.txt": `${paragraphs.join("\n\n")}\n`,
    "sources/example.meta.yaml": `# 正文里没有写明的，在这里写；这里写的优先
# What the text does not say is said here, and wins
title: ${paragraphs[0] ?? ""}
publisher: ${publisher}
published: ${published}
`,
  };
}

/** `jianbao init [DIR]`: makes a workspace that builds at once. */
export const init: Command = {
  name: "init",
  usage: "init [DIR] [--domain NAME] [--template NAME]",
  summary: { zh: "建立工作区", en: "make a workspace" },
  description: {
    zh: "在 DIR（默认：当前文件夹）里建立工作区：带注释的 briefing.yaml、sources/ 和一篇示例文章。--domain 说用哪个主题包；说的是文件夹，就把它放进工作区的 domains/。--template 说用哪种版式。已有的文件不会被覆盖。",
    en: "Makes a workspace in DIR (default: this folder): a commented briefing.yaml, sources/ and an example article. --domain names the subject pack; one that is a folder is copied into the workspace's domains/. --template names the template. Existing files are never overwritten.",
  },
  options: [
    {
      name: "domain",
      value: "NAME",
      help: {
        zh: `主题包的名字或文件夹（默认 ${defaultDomain}）`,
        en: `subject pack, by name or folder (default: ${defaultDomain})`,
      },
    },
    {
      name: "template",
      value: "NAME",
      help: {
        zh: "版式：monthly 月报（默认），redhead 红头简报，handout 大字版",
        en: "template: monthly (default), redhead, handout",
      },
    },
  ],
  examples: [
    "jianbao init",
    "jianbao init 反诈简报",
    "jianbao init 交通简报 --domain road-traffic",
    "jianbao init 反诈简报 --template redhead",
    "jianbao init briefing && cd briefing && jianbao build 2024-01",
  ],
  operands: { min: 0, max: 1 },
  async run(console, invocation) {
    const root = resolve(console.cwd, invocation.operands[0] ?? ".");
    const wanted = (invocation.options["domain"] as string | undefined) ?? defaultDomain;
    const { pack, diagnostics } = await loadPack(wanted, null, console.cwd);
    if (pack === null) {
      for (const diagnostic of diagnostics) console.err(formatDiagnostic(console, diagnostic));
      return 1;
    }
    const template = (invocation.options["template"] as string | undefined) ?? "monthly";
    assetPath("templates", template, null);
    const isOwn = isPackFolder(console.cwd, wanted);
    const first = pack.briefing?.published.slice(0, 7) ?? console.today.slice(0, 7);
    const files: Readonly<Record<string, string>> = {
      "briefing.yaml": settingsOf(pack, isOwn ? pack.id : wanted, first, template),
      ...(pack.briefing === undefined ? {} : exampleOf(pack.briefing)),
      ...(isOwn ? packFiles(resolve(console.cwd, wanted), `domains/${pack.id}`) : {}),
      ".gitignore": "archive.db*\n.jianbao/\nout/\n",
    };
    const present = existsSync(join(root, "briefing.yaml"));
    if (present)
      throw new UsageError(
        `already a workspace: ${root}`,
        "jianbao add FILE… puts articles into it, jianbao build makes an issue",
      );
    const written: string[] = [];
    try {
      mkdirSync(join(root, "sources"), { recursive: true });
      for (const [name, text] of Object.entries(files)) {
        const path = join(root, name);
        if (existsSync(path)) continue;
        mkdirSync(dirname(path), { recursive: true });
        writeFileSync(path, text, { flag: "wx" });
        written.push(shownPath(console, path));
      }
    } catch (error) {
      throw new UsageError(
        `cannot write in ${root}: ${error instanceof Error ? error.message : String(error)}`,
        "choose a folder that you may write in",
      );
    }
    if (invocation.json) console.out(`${JSON.stringify({ workspace: root, written })}\n`);
    else {
      console.out(written.map((path) => `${path}\n`).join(""));
      const where = shownPath(console, root);
      const flag = where === "." ? "" : ` --workspace ${quoted(where)}`;
      console.out(
        say(console, { zh: `下一步  jianbao build ${first}${flag}\n`, en: `next  jianbao build ${first}${flag}\n` }),
      );
    }
    return 0;
  },
};

/** The YAML files of a pack's folder and the schemas that they name, to be written elsewhere. */
function packFiles(folder: string, to: string): Readonly<Record<string, string>> {
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) =>
    /\.ya?ml$|^\.schema\W.*\.json$/u.test(name),
  );
  return Object.fromEntries(
    names.sort().map((name) => [`${to}/${name.replaceAll("\\", "/")}`, readFileSync(join(folder, name), "utf8")]),
  );
}
