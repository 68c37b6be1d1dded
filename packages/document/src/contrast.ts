/** Returns the contrast of two colours `#rrggbb` by WCAG 2.2: 1 for equal ones, 21 for black on white. */
export function contrastOf(a: string, b: string): number {
  const [dark = 0, light = 0] = [luminanceOf(a), luminanceOf(b)].sort((x, y) => x - y);
  return (light + 0.05) / (dark + 0.05);
}

function luminanceOf(colour: string): number {
  const channel = (start: number): number => {
    const value = Number.parseInt(colour.slice(start, start + 2), 16) / 255;
    return value <= 0.040_45 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5);
}

/** Returns the grey that is as dark as a colour `#rrggbb`: equal greys cannot be told apart on a black-and-white printer. */
export function greyOf(colour: string): string {
  const luminance = luminanceOf(colour);
  // sRGB, IEC 61966-2-1: the inverse of the channels' curve.
  const value = luminance <= 0.003_130_8 ? luminance * 12.92 : 1.055 * luminance ** (1 / 2.4) - 0.055;
  const channel = Math.round(value * 255)
    .toString(16)
    .padStart(2, "0");
  return `#${channel.repeat(3)}`;
}
