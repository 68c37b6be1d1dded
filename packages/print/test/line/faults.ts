/**
 * Counts what goes wrong at line ends, for tests and for the benchmark beside other programs.
 *
 * Texts are written with their pieces marked: `共{n:3.52万起}，占{r:20%～35%}，自{d:3月18日}起`.
 * `n` is a number with its unit, `r` a range, `d` a date; a `|` in a number parts what only hedges or
 * counts it (`{n:约|9.7亿元}`) from the number. What is counted comes from these marks and from lists
 * of characters, never from the rules that set the lines.
 */
export interface MarkedText {
  /** The text without its marks. */
  readonly text: string;
  readonly pieces: readonly Piece[];
}

/** Characters `[start, end)`, counted in code points, that no line may cut; `edge` is where `|` stood. */
interface Piece {
  readonly kind: "number" | "range" | "date";
  readonly start: number;
  readonly end: number;
  readonly edge: number | null;
}

/** How often lines of a text went wrong. */
export interface Faults {
  /** ～ – - at a line start. */
  readonly connectorAtStart: number;
  /** · at a line start. */
  readonly interpunctAtStart: number;
  /** Any other mark at a line start that CLREQ forbids there at its basic level. */
  readonly markAtStart: number;
  /** An opening mark at a line end. */
  readonly markAtEnd: number;
  /** —— or …… in two. */
  readonly dashCut: number;
  readonly rangeCut: number;
  /** A number cut, or parted from 万, 亿, % or its unit. */
  readonly numberCut: number;
  /** 约, 近, 超, 第 parted from the number. */
  readonly hedgeCut: number;
  readonly dateCut: number;
  /** A last line of one character, marks aside. */
  readonly lonely: number;
}

/** No faults. */
export const noFaults: Faults = {
  connectorAtStart: 0,
  interpunctAtStart: 0,
  markAtStart: 0,
  markAtEnd: 0,
  dashCut: 0,
  rangeCut: 0,
  numberCut: 0,
  hedgeCut: 0,
  dateCut: 0,
  lonely: 0,
};

const kinds = { n: "number", r: "range", d: "date" } as const;

/** Reads the notation. */
export function marked(notation: string): MarkedText {
  const pieces: Piece[] = [];
  const characters: string[] = [];
  let open: { kind: Piece["kind"]; start: number; edge: number | null } | null = null;
  const source = [...notation];
  for (let i = 0; i < source.length; i++) {
    const character = source[i] ?? "";
    if (character === "{") {
      const kind = kinds[source[i + 1] as keyof typeof kinds];
      open = { kind, start: characters.length, edge: null };
      i += 2;
    } else if (character === "}" && open !== null) {
      pieces.push({ ...open, end: characters.length });
      open = null;
    } else if (character === "|" && open !== null) open.edge = characters.length;
    else characters.push(character);
  }
  return { text: characters.join(""), pieces };
}

/** Counts the faults of a text that was set in lines; spaces that vanished at line ends are nobody's fault. */
export function faultsOf({ text, pieces }: MarkedText, lines: readonly string[]): Faults {
  const counts: Record<keyof Faults, number> = { ...noFaults };
  const ends = endsOf(text, lines);
  const characters = [...text];
  for (const end of ends.slice(0, -1)) {
    const before = characters[end - 1] ?? "";
    const after = characters[end] ?? "";
    if ("～〜~–-".includes(after)) counts.connectorAtStart++;
    else if ("·・‧".includes(after)) counts.interpunctAtStart++;
    else if ("、，。．：；！？）》〉」』】〕］｝”’％‰℃%".includes(after)) counts.markAtStart++;
    if ("（《〈「『【〔［｛“‘".includes(before)) counts.markAtEnd++;
    if (before === after && "—…".includes(after)) counts.dashCut++;
    for (const piece of pieces) {
      if (end <= piece.start || end >= piece.end) continue;
      if (piece.kind === "range") counts.rangeCut++;
      else if (piece.kind === "date") counts.dateCut++;
      else if (piece.edge !== null && end <= piece.edge) counts.hedgeCut++;
      else counts.numberCut++;
    }
  }
  const last = characters.slice(ends.at(-2) ?? 0).filter((character) => !/[\s[\p{P}--[%％‰]]]/v.test(character));
  if (lines.length > 1 && last.length < 2) counts.lonely++;
  return counts;
}

/** Adds up faults. */
export function sumOf(all: readonly Faults[]): Faults {
  const counts: Record<keyof Faults, number> = { ...noFaults };
  for (const faults of all) for (const key of Object.keys(counts) as (keyof Faults)[]) counts[key] += faults[key];
  return counts;
}

/** Where each line ends, in code points of the text; throws where the lines are not the text in its order. */
function endsOf(text: string, lines: readonly string[]): number[] {
  const characters = [...text];
  let at = 0;
  return lines.map((line) => {
    for (const character of line) {
      if (character === " ") continue;
      while (characters[at] === " ") at++;
      if (characters[at] !== character) {
        throw new RangeError(`line ${JSON.stringify(line)} is not the text at ${at}: ${text.slice(at, at + 12)}`);
      }
      at++;
    }
    while (characters[at] === " ") at++;
    return at;
  });
}

/** A made-up bulletin with all that lines like to cut. */
export const bulletin: MarkedText = marked(
  "据海州市反诈骗中心通报，{d:2024年3月18日}至{d:4月2日}，“净网·守护”专项行动共侦破案件{n:1.36万起}、抓获嫌疑人{n:2870余名}，涉案金额{n:约|9.7亿元}，同比下降{r:15%～22%}；{r:1—3月}拦截诈骗电话{n:3.05亿次}、短信{n:640多万条}，止付账户{n:12.8万个}，返还损失{n:4,615.2万元}。其中冒充客服类占{n:38.4%}，较上月回落{n:2.6个百分点}；受骗者多为{r:25～40岁}，单案损失{r:3万—8万元}。《防骗手册（{n:第|5版}）》已由App和https://www.example.org/fanzha发布，浏览{n:超|110万次}——举报请拨{n:96110}……",
);

/** The widths of the benchmark, in em. */
export const benchmarkWidths: readonly number[] = Array.from({ length: 33 }, (_, index) => index + 8);
