import { type Analysis, type Decision, type PrintedFigure, analyse, lastSaid, printedFigures } from "@jianbao/analysis";
import type { Archive, Publication } from "@jianbao/archive";
import type { Chart, Scene } from "@jianbao/charts";
import type { Document, Theme } from "@jianbao/document";
import type { FaceSet } from "@jianbao/fonts";
import { type DomainPack, type IssuePeriod, areaByCode, areaOf, china } from "@jianbao/model";
import type { Layout } from "@jianbao/print";
import { readAssets } from "./assets.ts";
import type { Timer } from "./command.ts";
import { drawCharts } from "./drawing.ts";
import { placedGlyphs } from "./missing-glyphs.ts";
import { sceneCache } from "./scene-cache.ts";
import type { AnalysedIssue } from "./session.ts";
import type { Earlier } from "./standing.ts";
import type { Settings } from "./workspace.ts";

/** What an analysis rests on beside the articles. */
export interface AnalysisBasis {
  readonly settings: Settings;
  readonly decisions: readonly Decision[];
  readonly earlier: Earlier;
  /** Tells which source files count: all, or for an issue that was signed those that were known then. */
  readonly counts: (document: string) => boolean;
}

/** Analyses what the archive holds for a period, beside what the issue before it printed. */
export function analysisOf(archive: Archive, pack: DomainPack, period: IssuePeriod, basis: AnalysisBasis): Analysis {
  const { settings, decisions, earlier, counts } = basis;
  const input = {
    observations: archive.observations().filter(({ document }) => counts(document)),
    publications: archive.publications().filter(({ document }) => counts(document)),
    decisions,
    pack,
    area: areaByCode(settings.area) ?? areaOf(settings.area) ?? china,
  };
  const { before, statements } = earlier;
  const previous: readonly PrintedFigure[] | null =
    before === null
      ? null
      : (before.figures ?? printedFigures(analyse({ ...input, period: before.period, previous: null })));
  return analyse({ ...input, period, previous, signed: lastSaid(statements), hashes: archive.hashes() });
}

/** An issue, composed: the document tree with its theme and drawn charts, and its pages when they are asked for. */
export interface ComposedIssue extends AnalysedIssue {
  readonly document: Document | null;
  readonly theme: Theme | null;
  readonly charts: Readonly<Record<string, Chart>>;
  readonly scenes: Readonly<Record<string, Scene>>;
  readonly faces: FaceSet;
  readonly template: { readonly name: string; readonly files: Readonly<Record<string, string>> };
  readonly signature: Signature | null;
}

/** Who signed an issue, and when. */
export interface Signature {
  readonly by: string;
  /** `YYYY-MM-DD` */
  readonly on: string;
  /** For an issue signed again: when it was signed before, and why it was again. */
  readonly replaces: { readonly on: string; readonly why: string } | null;
}

/**
 * Composes an analysed issue with a template (the workspace's own where none is named) and draws its charts; without
 * a signature it is a draft.
 */
export async function composeIssue(
  issue: AnalysedIssue,
  template: string | undefined,
  timer: Timer,
  signature: Signature | null = null,
): Promise<ComposedIssue> {
  const { root } = issue.workspace;
  const { settings } = issue;
  const name = template ?? settings.template;
  const files = readAssets("templates", name, root);
  const named = { name, files };
  const [{ compose }, { openTheme }] = await timer.time("load", () =>
    Promise.all([import("@jianbao/briefing"), import("./open-theme.ts")]),
  );
  const { theme, faces, diagnostics } = openTheme(named, root);
  const before = [...issue.diagnostics, ...diagnostics];
  if (theme === null) {
    return {
      ...issue,
      document: null,
      theme,
      charts: {},
      scenes: {},
      faces,
      template: named,
      signature,
      diagnostics: before,
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
        number: issue.number,
        date: issue.date,
        draft: signature === null,
        signature,
        distribution: settings.distribution,
        secrecy: settings.secrecy,
        serial: settings.serial,
        sections: settings.sections,
      },
    }),
  );
  const drawing = await timer.time("draw charts", () =>
    drawCharts(composed.charts, theme, faces, issue.language, sceneCache(`${root}/.jianbao/scenes`), name),
  );
  return {
    ...issue,
    // A page with a hole where the template wants a chart is none.
    document: drawing.diagnostics.length > 0 ? null : composed.document,
    theme,
    charts: composed.charts,
    scenes: drawing.scenes,
    faces,
    template: named,
    signature,
    diagnostics: [...before, ...composed.diagnostics, ...drawing.diagnostics],
  };
}

/** Sets the pages of a composed issue, and says where each character stands that no face has; null where there is no document to set. */
export async function layoutIssue(issue: ComposedIssue, timer: Timer): Promise<Layout | null> {
  const { document, theme, faces, scenes } = issue;
  if (document === null || theme === null) return null;
  const { layout, preflight } = await timer.time("load", () => import("@jianbao/print"));
  const set = await timer.time("set pages", () => layout(document, { theme, faces, charts: scenes }));
  const found = timer.time("preflight", () => preflight(set, { theme, faces }));
  return { ...set, diagnostics: placedGlyphs(issue, found) };
}

/** Tells whether an article was published within a period; a date of which only the month is known counts for its month. */
export function isPublishedIn({ published }: Publication, period: IssuePeriod): boolean {
  if (published === null || published.length < 7) return false;
  return published.slice(0, 7) >= period.start.slice(0, 7) && published.slice(0, 7) <= period.end.slice(0, 7);
}
