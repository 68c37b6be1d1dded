/** The quotation marks of a text alone. */
export function quotesOf(text: string): string {
  return text.replaceAll(/[^“”]/gu, "");
}

/** How many of some quotation marks have no fellow. */
export function unpaired(marks: string): number {
  let depth = 0;
  let wrong = 0;
  for (const mark of marks) {
    if (mark === "“") depth++;
    else if (--depth < 0) {
      wrong++;
      depth = 0;
    }
  }
  return wrong + depth;
}
