const pairs: Readonly<Record<string, string>> = { "”": "“", "》": "《" };

/** The quotation marks of a text alone: “”《》. */
export function quotesOf(text: string): string {
  return text.replaceAll(/[^“”《》]/gu, "");
}

/** How many of some quotation marks have no fellow. */
export function unpaired(marks: string): number {
  const open: string[] = [];
  let wrong = 0;
  for (const mark of marks) {
    const opening = pairs[mark];
    if (opening === undefined) open.push(mark);
    else if (open.at(-1) === opening) open.pop();
    else wrong++;
  }
  return wrong + open.length;
}
