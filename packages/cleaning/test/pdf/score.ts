/** The distance of two lists of paragraphs: how many must be put in, taken out or replaced. */
export function distance(a: readonly string[], b: readonly string[]): number {
  let row = Array.from({ length: b.length + 1 }, (_none, i) => i);
  a.forEach((one, i) => {
    const next = [i + 1];
    b.forEach((other, j) => {
      next.push(Math.min((row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1, (row[j] ?? 0) + Number(bare(one) !== bare(other))));
    });
    row = next;
  });
  return row.at(-1) ?? 0;
}

/** White space within Chinese text and the width of marks do not count; the borders of cells do. */
export function bare(text: string): string {
  return text
    .replaceAll(/[ 　]/gu, "")
    .replaceAll(/[！-～]/gu, (mark) => String.fromCodePoint((mark.codePointAt(0) ?? 0) - 0xfee0));
}
