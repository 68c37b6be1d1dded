import { changeSpecification } from "./change.ts";
import { mapSpecification } from "./map.ts";
import { panelsSpecification } from "./panels.ts";
import { rankedSpecification } from "./ranked.ts";
import { seriesSpecification } from "./series.ts";
import type { Specification } from "./style.ts";

/** The specifications of the built-in kinds; `scripts/compile.ts` compiles them into `compiled.json`. */
export const specifications: Readonly<Record<"change" | "series" | "panels" | "ranked" | "map", Specification>> = {
  change: changeSpecification,
  series: seriesSpecification,
  panels: panelsSpecification,
  ranked: rankedSpecification,
  map: mapSpecification,
};
