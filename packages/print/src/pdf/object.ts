/** A string object: PDFKit writes plain strings as names and `String` objects as strings. */
export function pdfString(text: string): object {
  return Object(text) as object; // Object(text) is a String object, which the library's types do not say
}

/** A number for a content stream: at most three decimals, no exponent. */
export function pdfNumber(value: number): string {
  const rounded = Math.round(value * 1000) / 1000;
  return Object.is(rounded, -0) ? "0" : `${rounded}`;
}
