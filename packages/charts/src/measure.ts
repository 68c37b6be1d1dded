/** Width in points of one line of text at a size in points and a weight (400 or 700), in the face that will paint it. */
export type Measure = (text: string, size: number, weight: number) => number;

/** Marks that must not start a line (CLREQ 3.1.4, basic level and connectors). */
const notFirst = new Set("、，。：；！？）》」』〉】〕”’%％‰～—–-·");
/** Marks that must not end a line. */
const notLast = new Set("（《「『〈【〔“‘");

/**
 * Breaks a label into lines that fit `width`, between Han characters and at spaces, never within a
 * number or a Western word; a piece that is wider than `width` stands alone.
 */
export function wrap(text: string, width: number, size: number, measure: Measure, weight = 400): readonly string[] {
  const lines: string[] = [];
  let line = "";
  for (const piece of pieces(text)) {
    if (line !== "" && measure(line + piece.trimEnd(), size, weight) > width) {
      lines.push(line.trimEnd());
      line = piece.trimStart();
    } else line += piece;
  }
  if (line.trim() !== "" || lines.length === 0) lines.push(line.trimEnd());
  return lines;
}

/** Splits where a line may end; every piece but the last may be followed by a break. */
function pieces(text: string): readonly string[] {
  // Matches a Western word or figure with its sign, percent and trailing space (`1,234.5% `), or one other character.
  const atoms = text.match(/[\p{Script=Latin}\p{Nd}.,+−]+ ?|./gsu) ?? [];
  const result: string[] = [];
  for (const atom of atoms) {
    const last = result.at(-1);
    const tied =
      last !== undefined && (notFirst.has(atom.charAt(0)) || notLast.has(last.slice(-1)) || unitFollows(last, atom));
    if (tied) result[result.length - 1] = last + atom;
    else result.push(atom);
  }
  return result;
}

/** A figure keeps its unit or calendar word: 13.1|万, 2018|年. */
function unitFollows(before: string, after: string): boolean {
  return /\p{Nd}$/u.test(before) && /^[万亿千百十年月日起人元个次户]/u.test(after);
}
