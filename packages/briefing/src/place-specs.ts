import { type Chart, alternativeOf } from "@jianbao/charts";
import type { Block, Figure } from "@jianbao/document";
import { type Diagnostic, type Language, nearest } from "@jianbao/model";
import { phrase } from "./phrase.ts";
import { isSpecRef } from "./spec-file.ts";
import type { Template } from "./template.ts";
import type { SpecView } from "./view/spec-chart.ts";

/**
 * Gives each figure that draws a chart of the template's own the notes of its figures at its caption and a text
 * alternative that tells them behind the template's words; a figure that names no chart is an error.
 */
export function placeSpecs(
  blocks: readonly Block[],
  {
    specs,
    charts,
    template,
    language,
  }: {
    readonly specs: readonly SpecView[];
    readonly charts: Readonly<Record<string, Chart>>;
    readonly template: Template;
    readonly language: Language;
  },
): {
  readonly blocks: readonly Block[];
  readonly charts: Readonly<Record<string, Chart>>;
  readonly diagnostics: readonly Diagnostic[];
} {
  const placed: Record<string, Chart> = {};
  const unknown = new Set<string>();
  const known = [...Object.keys(charts), ...specs.map(({ ref }) => ref)];
  const change = (figure: Figure): Figure => {
    const found = specs.find(({ ref }) => ref === figure.chart);
    if (found === undefined) {
      if (!known.includes(figure.chart)) unknown.add(figure.chart);
      return figure;
    }
    const chart = { ...found.chart, description: figure.alternative };
    placed[found.ref] = chart;
    return {
      ...figure,
      alternative: alternativeOf(chart, language),
      caption: phrase(figure.caption, found.notes),
    };
  };
  return {
    blocks: blocks.map((block) => mapFigures(block, change)),
    charts: { ...charts, ...placed },
    diagnostics: [...unknown].map((ref) => unknownChart(ref, known, template)),
  };
}

function unknownChart(ref: string, known: readonly string[], template: Template): Diagnostic {
  const path = placeOf(ref, template);
  const meant = nearest(ref, known);
  return {
    severity: "error",
    rule: "briefing/unknown-chart",
    document: path.replace(/:\d+$/u, ""),
    message: `unknown chart: ${ref} (${path})`,
    hint:
      meant !== null
        ? `did you mean ${meant}?`
        : isSpecRef(ref)
          ? `put the specification into templates/${template.name}/${ref}`
          : `charts: ${known.join(" ")}`,
  };
}

/** The file and line of a template that names a chart; its main file where the name is filled in. */
function placeOf(ref: string, { name, files }: Template): string {
  for (const [file, text] of Object.entries(files)) {
    const at = file.endsWith(".hbs") ? text.indexOf(`ref="${ref}"`) : -1;
    if (at >= 0) return `${name}/${file}:${text.slice(0, at).split("\n").length}`;
  }
  return `${name}/briefing.hbs`;
}

function mapFigures(block: Block, change: (figure: Figure) => Figure): Block {
  switch (block.type) {
    case "figure":
      return change(block);
    case "section":
    case "quotation":
    case "imprint":
      return { ...block, children: block.children.map((child) => mapFigures(child, change)) };
    case "list":
      return {
        ...block,
        children: block.children.map((item) => ({
          ...item,
          children: item.children.map((child) => mapFigures(child, change)),
        })),
      };
    default:
      return block;
  }
}
