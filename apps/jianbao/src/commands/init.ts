import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import type { Command } from "../command.ts";
import { say } from "../console.ts";
import { UsageError } from "../problems.ts";
import { quoted, shownPath } from "../workspace.ts";

const briefing = `# 简报的设置。一行一项；# 后面是说明。
# Settings of the briefing, one a line; what follows # is a remark.

title: 打击治理电信网络诈骗简报        # 报头上的名称 / the name on the masthead
issuer: 示例反诈中心编辑部             # 编发单位 / who issues it
area: CN                               # 本期说的是哪里：CN 全国，CN-SX 山西，140100 太原 / the territory
domain: telecom-fraud                  # 主题包 / subject pack
period: month                          # month quarter half-year year
template: monthly                      # 模板 / template
language: zh-Hans                      # zh-Hans zh-Hant-TW zh-Hant-HK en

# 期号：第一期是哪个月、当年第几期、总第几期；以后各期自动顺延
# Numbering: the first issue's period, its number in the year and in all; later ones follow
numbering:
  first: 2024-01
  number: 1
  total: 1

issueDay: 5                            # 期末次月几日印发 / day of the next month that the issue bears

# 报、送、发 / distribution list
distribution:
  report: [本单位领导]
  send: [成员单位联络员]
  issue: [各科室]
  copies: 30
`;

const article = `2023年全国打击治理电信网络诈骗工作情况

1月9日，有关部门介绍打击治理电信网络诈骗工作情况。2023年，全国公安机关破获电信网络诈骗案件43.7万起，见面劝阻1389万人次，拦截涉案资金3288亿元。

2022年，全国公安机关破获电信网络诈骗案件46.4万起，紧急止付涉案资金3180余亿元。
`;

const sidecar = `# 正文里没有写明的，在这里写；这里写的优先
# What the text does not say is said here, and wins
title: 2023年全国打击治理电信网络诈骗工作情况
publisher: 示例日报
published: 2024-01-09
`;

/** `jianbao init [DIR]`: makes a workspace that builds at once. */
export const init: Command = {
  name: "init",
  usage: "init [DIR]",
  summary: { zh: "建立工作区", en: "make a workspace" },
  description: {
    zh: "在 DIR（默认：当前文件夹）里建立工作区：带注释的 briefing.yaml、sources/ 和一篇示例文章。已有的文件不会被覆盖。",
    en: "Makes a workspace in DIR (default: this folder): a commented briefing.yaml, sources/ and an example article. Existing files are never overwritten.",
  },
  options: [],
  examples: ["jianbao init", "jianbao init 反诈简报", "jianbao init briefing && cd briefing && jianbao build 2024-01"],
  operands: { min: 0, max: 1 },
  async run(console, invocation) {
    const root = resolve(console.cwd, invocation.operands[0] ?? ".");
    const files: Readonly<Record<string, string>> = {
      "briefing.yaml": briefing,
      "sources/example.txt": article,
      "sources/example.meta.yaml": sidecar,
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
        say(console, { zh: `下一步  jianbao build 2024-01${flag}\n`, en: `next  jianbao build 2024-01${flag}\n` }),
      );
    }
    return 0;
  },
};
