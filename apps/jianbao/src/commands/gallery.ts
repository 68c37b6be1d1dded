import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import type { Diagnostic } from "@jianbao/model";
import { assetNames, assetPath } from "../assets.ts";
import type { Command } from "../command.ts";
import { formatDiagnostic } from "../console.ts";
import { type Gallery, composeGallery } from "../gallery/compose-gallery.ts";
import { type GalleryEntry, galleryIndex, introductionOf } from "../gallery/index-page.ts";
import { defaultDomain, loadPack } from "../pack.ts";
import { UsageError, exitCodeOf } from "../problems.ts";
import { shownPath, workspaceAround } from "../workspace.ts";

/** `jianbao gallery [DIR]`: every block in every template, to look at. */
export const gallery: Command = {
  name: "gallery",
  usage: "gallery [DIR]",
  summary: { zh: "排出每种版式的样张", en: "set every block in every template" },
  description: {
    zh: "在 DIR（默认：gallery）里给每种版式写一份样张，PDF 和网页各一：报头、各级标题、段落、列表、表格、续表、注、引文、各种图、目录、更正、版记，能排的都排一次。index.html 是总目录。在工作区里，也排工作区自己的版式。改 theme.yaml 时用它看效果。数字是编的。",
    en: "Writes to DIR (default: gallery) a sample of each template as PDF and HTML: masthead, headings, paragraphs, lists, tables over pages, notes, quotations, charts of every kind, contents, corrections, imprint, each set once. index.html leads to all of them. Within a workspace its own templates are set too. The figures are invented.",
  },
  options: [
    {
      name: "template",
      value: "LIST",
      help: { zh: "只排这些版式，逗号分隔", en: "set these templates only, separated by commas" },
    },
  ],
  examples: ["jianbao gallery", "jianbao gallery 样张 --template redhead"],
  operands: { min: 0, max: 1 },
  async run(console, invocation) {
    const folder = resolve(console.cwd, invocation.operands[0] ?? "gallery");
    const root = workspaceAround(console, invocation.options["workspace"] as string | undefined);
    const asked = invocation.options["template"];
    const names = typeof asked === "string" ? asked.split(",") : assetNames("templates", root);
    // The pack that comes with jianbao, for the words of a masthead.
    const { pack } = await loadPack(defaultDomain, null);
    if (pack === null) throw new RangeError(`no subject pack: ${defaultDomain}`);
    const problems: Diagnostic[] = [];
    const files: Record<string, Uint8Array | string> = {};
    const entries: GalleryEntry[] = [];
    for (const name of names) {
      const composed = await composeGallery(name, root, pack);
      problems.push(...composed.diagnostics);
      if (composed.gallery === null) continue;
      const written = await writeGallery(composed.gallery);
      problems.push(...written.problems);
      files[`${name}.pdf`] = written.pdf;
      files[`${name}.html`] = written.html;
      const readme = join(assetPath("templates", name, root), "README.md");
      const introduction = introductionOf(existsSync(readme) ? readFileSync(readme, "utf8") : null, name);
      entries.push({ name, ...introduction, pages: written.pages });
    }
    files["index.html"] = galleryIndex(entries);
    for (const problem of problems) console.err(formatDiagnostic(console, problem));
    try {
      mkdirSync(folder, { recursive: true });
      for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
    } catch (error) {
      throw new UsageError(
        `cannot write in ${shownPath(console, folder)}: ${error instanceof Error ? error.message : String(error)}`,
        "choose a folder that you may write in",
      );
    }
    const written = Object.keys(files).sort();
    if (invocation.json) console.out(`${JSON.stringify({ folder, files: written, diagnostics: problems })}\n`);
    else console.out(written.map((name) => `${shownPath(console, join(folder, name))}\n`).join(""));
    return exitCodeOf(problems, invocation.failOn);
  },
};

/** Writes a gallery in both media. */
async function writeGallery({ document, theme, faces, charts, scenes }: Gallery): Promise<{
  readonly pdf: Uint8Array;
  readonly html: string;
  readonly pages: number;
  readonly problems: readonly Diagnostic[];
}> {
  const [{ layout, toPdf }, { toHtml }, { tableOf }, { screenFonts }] = await Promise.all([
    import("@jianbao/print"),
    import("@jianbao/html"),
    import("@jianbao/charts"),
    import("../screen-fonts.ts"),
  ]);
  const set = layout(document, { theme, faces, charts: scenes });
  const tables = Object.entries(charts).flatMap(([key, chart]) => {
    const table = tableOf(chart, document.language);
    return table === null ? [] : [[key, table] as const];
  });
  return {
    pdf: await toPdf(set.pages, { ...set, faces }),
    html: toHtml(document, {
      theme,
      charts: scenes,
      tables: Object.fromEntries(tables),
      evidence: {},
      fonts: screenFonts(scenes, theme, faces),
    }),
    pages: set.pages.length,
    problems: set.diagnostics,
  };
}
