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

/** The contrast of two colours, 1 to 21 (WCAG 2.2, contrast ratio). */
export function contrast(a: string, b: string): number {
  const [dark, light] = [luminance(a), luminance(b)].sort((x, y) => x - y) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

/** Relative luminance of `#rrggbb` (WCAG 2.2): what is left of a colour in greyscale. */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
