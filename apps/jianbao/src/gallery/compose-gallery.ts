import { analyse } from "@jianbao/analysis";
import type { Chart, Scene } from "@jianbao/charts";
import { type Block, type Document, type Theme, nodeRoles } from "@jianbao/document";
import type { FaceSet } from "@jianbao/fonts";
import { type Diagnostic, type DomainPack, china, parseIssuePeriod } from "@jianbao/model";
import { readAssets, readGalleryTemplate } from "../assets.ts";
import { drawCharts } from "../drawing.ts";
import { openTheme } from "../open-theme.ts";
import { galleryCharts } from "./charts.ts";

/** Every block of a template, composed: what the writers of both media take. */
export interface Gallery {
  readonly document: Document;
  readonly theme: Theme;
  readonly faces: FaceSet;
  readonly charts: Readonly<Record<string, Chart>>;
  readonly scenes: Readonly<Record<string, Scene>>;
}

/**
 * Composes the gallery of a template: its own masthead and imprint round one of each thing that can be set. The
 * figures are invented. Null where the template or its theme cannot be used; the problems say why.
 */
export async function composeGallery(
  name: string,
  workspaceRoot: string | null,
  pack: DomainPack,
): Promise<{ readonly gallery: Gallery | null; readonly diagnostics: readonly Diagnostic[] }> {
  const files = readAssets("templates", name, workspaceRoot);
  const { theme, faces, diagnostics } = openTheme({ name, files }, workspaceRoot);
  if (theme === null) return { gallery: null, diagnostics };
  const { compose } = await import("@jianbao/briefing");
  const template = { name, files: { ...files, "briefing.hbs": templateOf(files, theme) } };
  const period = parseIssuePeriod("2024-01");
  if (period === null) throw new RangeError("no period: 2024-01");
  const analysis = analyse({
    observations: [],
    publications: [],
    decisions: [],
    pack,
    area: china,
    period,
    previous: null,
  });
  const composed = await compose(analysis, {
    template,
    theme,
    pack,
    language: "zh-Hans",
    issue: {
      title: pack.briefing?.title ?? "统计简报",
      issuer: "示例编辑部",
      number: { number: 1, total: 61 },
      date: "2024-02-05",
      draft: true,
      distribution: { report: ["本单位领导"], send: ["各成员单位联络员"], issue: ["各科室", "各县市区"], copies: 30 },
      secrecy: "内部资料　注意保存",
      serial: "000001",
    },
  });
  const problems = [...diagnostics, ...composed.diagnostics];
  if (composed.document === null) return { gallery: null, diagnostics: problems };
  const charts = Object.fromEntries(
    Object.entries(galleryCharts).map(([kind, { chart }]) => [`sample-${kind}`, chart]),
  );
  const document = { ...composed.document, children: await withFigures(composed.document.children) };
  const cache = { read: () => null, write: () => {} };
  const { scenes, diagnostics: undrawn } = await drawCharts(charts, theme, faces, "zh-Hans", cache, name);
  return { gallery: { document, theme, faces, charts, scenes }, diagnostics: [...problems, ...undrawn] };
}

/** The template's own head down to its masthead, then one of everything, then its distribution. */
function templateOf(files: Readonly<Record<string, string>>, theme: Theme): string {
  const own = files["briefing.hbs"] ?? "";
  const masthead = /^.*\{\{> masthead\}\}.*$/mu.exec(own);
  const head = masthead === null ? "" : own.slice(0, masthead.index + masthead[0].length);
  const distribution = /^.*\{\{> distribution\}\}.*$/mu.exec(own)?.[0] ?? "";
  const blocks = readGalleryTemplate()
    .replace("@LONG-TABLE@", () => longTable())
    .replace("@FIGURES@", () =>
      Object.keys(galleryCharts)
        .map((kind) => `<p id="${placeOf(kind)}">图</p>`)
        .join("\n"),
    )
    .replace("@ROLES@", () => rolesOf(theme));
  return `${head}\n${blocks}\n${distribution}\n`;
}

/** A table that is longer than any page. */
function longTable(): string {
  const rows = Array.from({ length: 45 }, (_, index) => {
    const number = `<data value="${100 + index}" observations="o-sample-4">${100 + index}</data>`;
    return `<tr><th scope="row">第${index + 1}区</th><td>破获案件</td><td align="end">${number}起</td></tr>`;
  });
  return `<table id="long"><caption>表2　一页排不下的表</caption><thead><tr><th scope="col">地区</th><th scope="col">指标</th><th scope="col">数值</th></tr></thead><tbody>${rows.join("")}</tbody></table>`;
}

/** A paragraph in each role that the blocks above do not show. */
function rolesOf(theme: Theme): string {
  const shown = [
    ...nodeRoles,
    "lead",
    "correctionBox",
    "correctionHead",
    "correction",
    "imprint",
    "imprintFoot",
    "draft",
  ];
  return Object.keys(theme.roles)
    .filter((role) => !(shown as readonly string[]).includes(role) && !role.startsWith("masthead"))
    .map(
      (role) =>
        `<p class="${role}">${role}：这一种文字排出来是这个样子，长到第二行时怎样折行、怎样对齐，也看得见。</p>`,
    )
    .join("\n");
}

function placeOf(kind: string): string {
  return `figure-${kind}`;
}

/** Puts the figures in the places of the paragraphs that stand for them. */
async function withFigures(blocks: readonly Block[]): Promise<Block[]> {
  const { alternativeOf } = await import("@jianbao/charts");
  const place = (block: Block): Block => {
    if (block.type === "section") return { ...block, children: block.children.map(place) };
    const found = Object.entries(galleryCharts).find(([kind]) => "id" in block && block.id === placeOf(kind));
    if (found === undefined) return block;
    const [kind, { chart, caption }] = found;
    return {
      type: "figure",
      id: placeOf(kind),
      chart: `sample-${kind}`,
      alternative: alternativeOf(chart, "zh-Hans"),
      caption: [{ type: "text", value: caption }],
    };
  };
  return blocks.map(place);
}
