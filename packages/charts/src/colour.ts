import { color } from "d3-color";

/** A colour that PDF and HTML both know, with what its alpha leaves to see. */
export interface Colour {
  /** `#rrggbb` */
  readonly hex: string;
  /** 0 to 1. */
  readonly alpha: number;
}

/** Reads a CSS colour (name, hexadecimal, rgb, hsl); null where nothing is to be painted or the text is no colour. */
export function colourOf(text: string): Colour | null {
  const parsed = color(text);
  if (!parsed || !(parsed.opacity > 0)) return null;
  return { hex: parsed.rgb().clamp().formatHex(), alpha: Math.min(1, parsed.opacity) };
}
