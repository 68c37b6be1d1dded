/** The colours of a chart by what they are for; all `#rrggbb`. */
export interface ChartColours {
  /** Labels and figures. */
  readonly text: string;
  /** Axis labels and secondary words; at least 4.5:1 on the paper. */
  readonly muted: string;
  /** The figures of the period itself. */
  readonly accent: string;
  /** What they are compared with: a light fill, outlined by `muted`. */
  readonly comparison: string;
  readonly grid: string;
  readonly paper: string;
}

/** Dark enough on white paper, and apart from each other in grey. */
export const defaultColours: ChartColours = {
  text: "#1f2328",
  muted: "#59636e",
  accent: "#1f4e79",
  comparison: "#dde3ea",
  grid: "#e1e5ea",
  paper: "#ffffff",
};
