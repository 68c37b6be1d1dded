import type { SpecChart } from "@jianbao/charts";
import type { Diagnostic } from "@jianbao/model";
import type { Phrase } from "../phrase.ts";
import type { SpecFile } from "../spec-file.ts";
import { withOneNote } from "./caption-notes.ts";
import { axisOf } from "./charts.ts";
import { type Context, notesOf } from "./context.ts";
import { type DataRow, dataSet, unknownField } from "./data-sets.ts";

/** A chart of a template with its data, and the notes of the figures that it rests on. */
export interface SpecView {
  readonly ref: string;
  readonly chart: SpecChart;
  readonly notes: Phrase;
}

/** Binds the view's data to the charts of a template by name; a name that the view does not have is an error. */
export function specCharts(
  context: Context,
  specs: readonly SpecFile[],
): { readonly charts: readonly SpecView[]; readonly diagnostics: readonly Diagnostic[] } {
  const diagnostics: Diagnostic[] = [];
  const charts = specs.map(({ ref, path, spec, data, fields }): SpecView => {
    const odd = unknownField(fields);
    if (odd !== null) {
      diagnostics.push({
        severity: "error",
        rule: "briefing/chart-data",
        document: path,
        message: `unknown field: ${odd.field} (${path})`,
        hint: odd.hint,
      });
    }
    const sets = new Map<string, readonly DataRow[]>();
    for (const name of data) {
      const found = dataSet(context, name);
      if ("rows" in found) sets.set(name, found.rows);
      else {
        diagnostics.push({
          severity: "error",
          rule: "briefing/chart-data",
          document: path,
          message: `${found.problem} (${path})`,
          hint: found.hint,
        });
      }
    }
    const rows = [...new Set([...sets.values()].flat())];
    const own = spec["datasets"];
    const bound = Object.fromEntries([...sets].map(([name, of]) => [name, of.map(({ fields }) => fields)]));
    return {
      ref,
      chart: {
        kind: "spec",
        description: "",
        unit: "",
        // An object already, by the parser of the file.
        spec: { ...spec, datasets: { ...(own as Record<string, unknown> | undefined), ...bound } },
        figures: rows.map(({ label, period, drawn }) => ({
          label,
          period,
          figure: axisOf(context, [drawn.value]).figure(drawn),
        })),
      },
      notes: withOneNote(
        context,
        ref,
        notesOf(context, [...new Set(rows.flatMap(({ drawn }) => drawn.value.observations))]),
      ),
    };
  });
  return { charts, diagnostics };
}
