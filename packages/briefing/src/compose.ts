import type { Analysis } from "@jianbao/analysis";
import type { Chart } from "@jianbao/charts";
import { type Document, type Theme, validate, walk } from "@jianbao/document";
import type { Diagnostic, DomainPack, Language } from "@jianbao/model";
import { linkFigures } from "./link.ts";
import { parseMarkup } from "./markup/parse.ts";
import { placeSpecs } from "./place-specs.ts";
import { specFilesOf } from "./spec-file.ts";
import { type Template, rendererOf } from "./template.ts";
import { type IssueFacts, type View, viewOf } from "./view/view.ts";

/** Everything that an issue is composed with. */
export interface ComposeOptions {
  readonly template: Template;
  readonly theme: Theme;
  readonly pack: DomainPack;
  readonly language: Language;
  readonly issue: IssueFacts;
}

/** A composed issue: the tree, the charts it refers to, and what is wrong with the template, if anything. */
export interface Composition {
  readonly document: Document | null;
  readonly charts: Readonly<Record<string, Chart>>;
  readonly diagnostics: readonly Diagnostic[];
}

/** Composes an issue: the analysis is worded, the template filled, the markup parsed, the tree checked. */
export async function compose(analysis: Analysis, options: ComposeOptions): Promise<Composition> {
  const { render, diagnostics } = await rendererOf(options.template);
  if (!render) return { document: null, charts: {}, diagnostics };
  const files = specFilesOf(options.template);
  const { view, charts, ...own } = viewOf(analysis, { ...options, specs: files.specs });
  const ofCharts = [...files.diagnostics, ...own.diagnostics];
  if (ofCharts.length > 0) return { document: null, charts: {}, diagnostics: ofCharts };
  const rendered = render(view);
  if (rendered.markup === null) return { document: null, charts: {}, diagnostics: rendered.diagnostics };
  const parsed = parseMarkup(rendered.markup, `${options.template.name}/briefing.hbs`);
  if (!parsed.blocks) return { document: null, charts: {}, diagnostics: parsed.diagnostics };
  const { template, language } = options;
  const placed = placeSpecs(parsed.blocks, { specs: own.specs, charts, template, language });
  if (placed.diagnostics.length > 0) return { document: null, charts: {}, diagnostics: placed.diagnostics };
  const document = linkFigures({
    type: "document",
    language: options.language,
    title: options.issue.title,
    properties: {
      issuer: options.issue.issuer,
      date: options.issue.date,
      issue: view.issue,
      subject: analysis.subject,
      draft: options.issue.draft,
    },
    children: placed.blocks,
  });
  return {
    document,
    charts: chartsIn(document, placed.charts),
    diagnostics: [...leftOut(document, view, options.template), ...validate(document, options.theme)],
  };
}

/** A template that is older than corrections, or leaves them out: what was printed wrongly would stand uncorrected. */
function leftOut(document: Document, view: View, template: Template): readonly Diagnostic[] {
  if (view.corrections === null) return [];
  const missing = new Set(view.corrections.items.map(({ id }) => id));
  walk(document, (node) => {
    if ("id" in node && node.id !== undefined) missing.delete(node.id);
  });
  if (missing.size === 0) return [];
  return [
    {
      severity: "error",
      rule: "briefing/corrections-left-out",
      document: `${template.name}/briefing.hbs`,
      message: `template without corrections: ${missing.size} of ${view.corrections.items.length} are not printed`,
      hint: "take partials/corrections.hbs and its call in briefing.hbs over from the monthly template",
    },
  ];
}

/** Keeps the charts that the template places. */
function chartsIn(document: Document, charts: Readonly<Record<string, Chart>>): Readonly<Record<string, Chart>> {
  const placed = new Set(JSON.stringify(document).match(/"chart":"[^"]*"/gu));
  return Object.fromEntries(Object.entries(charts).filter(([ref]) => placed.has(`"chart":${JSON.stringify(ref)}`)));
}
