import { type Analysis, type Decision, type PrintedFigure, analyse, printedFigures } from "@jianbao/analysis";
import type { Archive, Publication } from "@jianbao/archive";
import type { Chart, Scene } from "@jianbao/charts";
import type { Document, Theme } from "@jianbao/document";
import type { FaceSet } from "@jianbao/fonts";
import { type DomainPack, type IssuePeriod, areaByCode, areaOf, china } from "@jianbao/model";
import type { Layout } from "@jianbao/print";
import { fontFiles, readAssets } from "./assets.ts";
import type { Timer } from "./command.ts";
import { drawCharts } from "./drawing.ts";
import { sceneCache } from "./scene-cache.ts";
import type { AnalysedIssue } from "./session.ts";
import { type Workspace, issueDateOf, issueNumberOf, periodBefore } from "./workspace.ts";

/** Analyses what the archive holds for a period, and the issue before it for what is new. */
export function analysisOf(
  archive: Archive,
  workspace: Workspace,
  pack: DomainPack,
  period: IssuePeriod,
  decisions: readonly Decision[],
): Analysis {
  const publications = archive.publications();
  const input = {
    observations: archive.observations(),
    publications,
    decisions,
    pack,
    area: areaByCode(workspace.settings.area) ?? areaOf(workspace.settings.area) ?? china,
  };
  const before = periodBefore(period);
  const previous: readonly PrintedFigure[] | null = publications.some((publication) =>
    isPublishedIn(publication, before),
  )
    ? printedFigures(analyse({ ...input, period: before, previous: null }))
    : null;
  return analyse({ ...input, period, previous });
}

/** An issue, composed: the document tree with its theme and drawn charts, and its pages when they are asked for. */
export interface ComposedIssue extends AnalysedIssue {
  readonly document: Document | null;
  readonly theme: Theme | null;
  readonly charts: Readonly<Record<string, Chart>>;
  readonly scenes: Readonly<Record<string, Scene>>;
  readonly faces: FaceSet;
  readonly template: { readonly name: string; readonly files: Readonly<Record<string, string>> };
}

/** Composes an analysed issue with a template (the workspace's own where none is named) and draws its charts. */
export async function composeIssue(
  issue: AnalysedIssue,
  template: string | undefined,
  timer: Timer,
): Promise<ComposedIssue> {
  const { settings, root } = issue.workspace;
  const name = template ?? settings.template;
  const files = readAssets("templates", name, root);
  const named = { name, files };
  const [{ compose }, { parseTheme }, { FaceSet, openFace }] = await timer.time("load", () =>
    Promise.all([import("@jianbao/briefing"), import("@jianbao/document"), import("@jianbao/fonts")]),
  );
  const faces = new FaceSet(fontFiles().map(openFace), { fallback: ["noto-serif-sc-400", "noto-sans-sc-400"] });
  const parsed = parseTheme(files["theme.yaml"] ?? "", `templates/${name}/theme.yaml`);
  const { theme } = parsed;
  if (theme === null) {
    return {
      ...issue,
      document: null,
      theme,
      charts: {},
      scenes: {},
      faces,
      template: named,
      diagnostics: [...issue.diagnostics, ...parsed.diagnostics],
    };
  }
  const composed = await timer.time("compose", () =>
    compose(issue.analysis, {
      template: named,
      theme,
      pack: issue.pack,
      language: issue.language,
      issue: {
        title: settings.title,
        issuer: settings.issuer,
        number: issueNumberOf(issue.period, settings),
        date: issueDateOf(issue.period, settings),
        draft: true,
        distribution: settings.distribution,
        sections: settings.sections,
      },
    }),
  );
  const scenes = await timer.time("draw charts", () =>
    drawCharts(composed.charts, theme, faces, issue.language, sceneCache(`${root}/.jianbao/scenes`)),
  );
  return {
    ...issue,
    document: composed.document,
    theme,
    charts: composed.charts,
    scenes,
    faces,
    template: named,
    diagnostics: [...issue.diagnostics, ...parsed.diagnostics, ...composed.diagnostics],
  };
}

/** Sets the pages of a composed issue; null where there is no document to set. */
export async function layoutIssue(issue: ComposedIssue, timer: Timer): Promise<Layout | null> {
  const { document, theme, faces, scenes } = issue;
  if (document === null || theme === null) return null;
  const { layout } = await timer.time("load", () => import("@jianbao/print"));
  return timer.time("set pages", () => layout(document, { theme, faces, charts: scenes }));
}

/** Tells whether an article was published within a period; a date of which only the month is known counts for its month. */
export function isPublishedIn({ published }: Publication, period: IssuePeriod): boolean {
  if (published === null || published.length < 7) return false;
  return published.slice(0, 7) >= period.start.slice(0, 7) && published.slice(0, 7) <= period.end.slice(0, 7);
}
