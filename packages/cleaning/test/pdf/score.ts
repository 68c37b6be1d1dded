/** White space within Chinese text and the width of marks do not count; the borders of cells do. */
export function bare(text: string): string {
  return text
    .replaceAll(/[ 　]/gu, "")
    .replaceAll(/[！-～]/gu, (mark) => String.fromCodePoint((mark.codePointAt(0) ?? 0) - 0xfee0));
}
