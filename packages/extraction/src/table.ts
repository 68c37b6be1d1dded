import { type Area, type Change, type Period, type Rate, type Span, areaByCode, findAreas } from "@jianbao/model";
import type { Draft } from "./draft.ts";
import { type Figure, readFigure } from "./figure.ts";
import type { Hit } from "./lexicon.ts";
import { type Meaning, meaningOf } from "./meaning.ts";
import { type Reading, within } from "./reading.ts";
import type { Paragraph } from "./sentence.ts";
import { subjectOf } from "./subject.ts";
import { readTime } from "./time.ts";
import { markAt, noTime, type TimeMark, yearsEarlier } from "./time-mark.ts";

/** A table that stands in the text as lines of cells. */
export interface Table {
  /** Of its first paragraph, a line that gives the unit included, and of the one after its last. */
  readonly first: number;
  readonly after: number;
  readonly head: readonly Span[];
  readonly rows: readonly (readonly Span[])[];
  /** 单位：万元 */
  readonly unit: string | null;
  /** What stands above the table and says what it tells of: 表1 各类案件审结数. */
  readonly caption: Span | null;
}

/** What a column holds: figures of a period, of an indicator of its own, or changes of the newest figures. */
type Column =
  | {
      readonly type: "values";
      readonly head: Span;
      readonly mark: TimeMark | null;
      /** 本期, 数量: a head that names nothing. */
      readonly isPlain: boolean;
    }
  | { readonly type: "changes"; readonly basis: Change["basis"] };

/** Finds the tables of a text: a line that names columns, and two or more lines of as many cells. */
export function findTables(text: string, paragraphs: readonly Paragraph[]): Table[] {
  const tables: Table[] = [];
  for (let i = 0; i < paragraphs.length; i++) {
    const paragraph = paragraphs[i];
    if (paragraph === undefined || !mayBeRow(text, paragraph)) continue;
    const named = cellsOf(text, paragraph);
    // 序号 地区 破案数: the rows are numbered.
    const isNumbered = named.length > 2 && /^(?:序号|排名|名次|位次)$/u.test(textIn(text, named[0] ?? paragraph));
    const head = isNumbered ? named.slice(1) : named;
    if (head.length < 2 || !mayNameColumns(text, head)) continue;
    const rows: Span[][] = [];
    let at = i + 1;
    for (let next = paragraphs[at]; next !== undefined && mayBeRow(text, next); next = paragraphs[++at]) {
      const all = cellsOf(text, next);
      const cells = isNumbered && /^\d{1,3}$/u.test(textIn(text, all[0] ?? next)) ? all.slice(1) : all;
      if (rows.length === 0 && isRule(text, cells)) continue;
      if (!isRow(text, cells) || (cells.length !== head.length && cells.length !== head.length + 1)) break;
      rows.push(cells);
    }
    // Words over two rows of figures name columns, whatever the words are, where bars or tabs part them.
    const isParted = rows.length > 1 && /[\t|｜]/u.test(text.slice(paragraph.start, paragraph.end));
    if (rows.length === 0 || !(isParted || namesColumns(text, head))) continue;
    const above = paragraphs[i - 1];
    const unit = above === undefined ? null : unitLine(text.slice(above.start, above.end));
    const inHead = unitLine(text.slice(paragraph.start, paragraph.end));
    const isShort = above !== undefined && above.end - above.start <= 12;
    const first = unit !== null && isShort ? i - 1 : i;
    const caption = captionOf(text, paragraphs[first - 1]);
    tables.push({ first, after: at, head, rows, unit: inHead ?? unit, caption });
    i = at - 1;
  }
  return tables;
}

/** Reads the cells of a table: each figure with its row's and its column's words, a change with the newest figure. */
export function readTable(reading: Reading, table: Table): Draft[] {
  const { text, time } = reading;
  const drafts: Draft[] = [];
  // The years of the head are the table's: the text after it goes on with its own.
  const spoken = { ...time };
  const width = Math.max(...table.rows.map((cells) => cells.length));
  // A head without a corner names the columns after the first.
  const heads = table.head.length === width ? table.head.slice(1) : table.head;
  const columns = heads.map((head) => columnOf(reading, head));
  const newest = newestOf(columns);
  let whole: ReadonlyMap<number, Draft> = new Map();
  for (const [first, ...cells] of table.rows) {
    if (first === undefined) continue;
    const levels = new Map<number, Draft>();
    const isPart = partRow.test(textIn(text, first));
    const changes: Change[] = [];
    cells.forEach((cell, at) => {
      const column = columns[at];
      if (column === undefined) return;
      if (column.type === "changes") {
        const change = changeIn(text, cell, column.basis, heads[at] ?? cell);
        if (change !== null) changes.push(change);
        return;
      }
      const rowEnd = cells.at(-1)?.end ?? first.end;
      const draft = cellDraft(reading, table, first, rowEnd, cell, column, isPart ? (whole.get(at) ?? null) : null);
      if (draft !== null) levels.set(at, draft);
    });
    const target = levels.get(newest) ?? levels.values().next().value;
    if (target !== undefined) target.changes.push(...changes);
    drafts.push(...levels.values());
    if (!isPart) whole = levels;
  }
  Object.assign(time, spoken);
  return drafts;
}

/** Opens a row that counts a part of the row before it: 其中：女性, ——其中女性. */
const partRow = /^[-—－\s]*其中[：:，,]?/u;

/** A line of cells has a tab, a bar or spaces between them, and is no sentence. */
function mayBeRow(text: string, { start, end }: Span): boolean {
  if (end - start > 160) return false;
  const line = text.slice(start, end);
  return /[\t|｜]|[^\s][ \u3000]+[^\s]/u.test(line) && !/[。；！？]/u.test(line);
}

/** The cells of a line; between bars and tabs one may be empty. */
function cellsOf(text: string, { start, end }: Span): Span[] {
  const line = text.slice(start, end);
  // The strongest mark that the line has parts it: bars, tabs, then spaces.
  const mark = /[|｜]/u.test(line) ? /[|｜]/u : line.includes("\t") ? /\t/u : /[ \u3000]/u;
  const isSpaced = !/[|｜\t]/u.test(line);
  const cells: Span[] = [];
  let from = 0;
  for (let at = 0; at <= line.length; at++) {
    if (at < line.length && !mark.test(line[at] ?? "")) continue;
    const cell = line.slice(from, at);
    const word = cell.trim();
    // Bars may open and close the line.
    const isEdge = from === 0 || at === line.length;
    if (word !== "" || !(isSpaced || isEdge)) {
      const begin = start + from + (word === "" ? 0 : cell.indexOf(word));
      cells.push({ start: begin, end: begin + word.length });
    }
    from = at + 1;
  }
  return cells;
}

const changeHead = /同比|环比|增减|增幅|涨幅|升降|变化|增长率|^(?:较|比)|增长/u;
const periodHead =
  /^(?:(?:19|20)\d\d年|今年|去年|上年|本年|本期|本月|上月|同期|上半年|下半年|前\S{1,2}个月|前?[一二三四]季度|\d{1,2}[月—–-])/u;

/** No cell is a figure or a clause. */
function mayNameColumns(text: string, head: readonly Span[]): boolean {
  return head.every(({ start, end }) => {
    const word = text.slice(start, end);
    return word.length <= 24 && !/^[+\-−]?\d[\d.,]*(?:%|％|[万亿]|起|人|名|$)|^[-—:：]+$/u.test(word);
  });
}

function namesColumns(text: string, head: readonly Span[]): boolean {
  const words = head.map(({ start, end }) => text.slice(start, end));
  if (words.some((word) => changeHead.test(word) || periodHead.test(word))) return true;
  // 地区 破案数（起） 抓获人数（人）
  return (
    words.length >= 2 &&
    /^(?:指标|项目|类别|地区|单位|名称|分类|地市|市州|县区|序号|年度|年份|时间)/u.test(words[0] ?? "")
  );
}

/** The line between the head and the rows of a table in Markdown: |---|:--:| */
function isRule(text: string, cells: readonly Span[]): boolean {
  return cells.length > 0 && cells.every(({ start, end }) => /^:?-{2,}:?$/u.test(text.slice(start, end)));
}

/** 表1 2023年各类案件审结数; 三类案件审结数如下表： */
function captionOf(text: string, above: Span | undefined): Span | null {
  if (above === undefined || above.end - above.start > 60) return null;
  const line = text.slice(above.start, above.end).trim();
  return /^表\s?[\d一二三四五六七八九十]|表$|[：:]$|(?:情况|数据|统计|对比)$/u.test(line) ? above : null;
}

/** A row's year without 年, as a column 年份 has it. */
const bareYear = /^(?:19|20)\d\d$/u;

/** 破获案件（起） 6105 5230 16.7%: words or a year, then figures. */
function isRow(text: string, cells: readonly Span[]): boolean {
  const [first, ...rest] = cells.map(({ start, end }) => text.slice(start, end));
  if (first === undefined || rest.length === 0) return false;
  if (!/\p{Script=Han}/u.test(first) && !bareYear.test(first)) return false;
  return rest.some((cell) => cell !== "") && rest.every((cell) => cell === "" || figureLike.test(cell));
}

const figureLike =
  /^(?:(?:上升|下降|增长|增加|减少|提高|降低|增|减|升|降|↑|↓|[+\-−－])?\s?[约近超逾]?\d[\d,.]*[\p{Script=Han}%％]{0,5}|基本持平|持平|[—–\-－/／]+|翻[一两]?番)$/u;

function unitLine(line: string): string | null {
  // Matches `单位：万元`, `（单位:起、人）`; the second lists units of several rows and is none of one.
  const match = /单位[：:]\s*(?<unit>[\p{Script=Han}%]{1,4})(?![、，,/\p{Script=Han}])/u.exec(line);
  return match?.groups?.["unit"] ?? null;
}

function columnOf({ text, time, held, titlePeriod }: Reading, head: Span): Column {
  const words = text.slice(head.start, head.end);
  if (/^(?:上年|去年)?同期(?:数|值)?$/u.test(words)) {
    const now = held.time ?? held.section;
    const base = now ?? (titlePeriod === null ? null : { from: titlePeriod.start, to: titlePeriod.end });
    if (base !== null) {
      const mark = { ...noTime, ...yearsEarlier(base, 1), ...head };
      return { type: "values", head, mark, isPlain: true };
    }
  }
  const mark = readTime(text, head.start, time);
  if (mark !== null && mark.type === "period" && mark.end <= head.end) {
    if (!/同比|环比|增减|增幅/u.test(words)) return { type: "values", head, mark, isPlain: true };
  }
  if (changeHead.test(words)) {
    const basis = words.includes("环比") || /上月|上季/u.test(words) ? "mom" : "yoy";
    return { type: "changes", basis };
  }
  return {
    type: "values",
    head,
    mark: null,
    isPlain: /^(?:本期|本年|数量|数值|数据|合计|总数|总量|完成数|情况)$/u.test(words),
  };
}

function newestOf(columns: readonly Column[]): number {
  let newest = columns.findIndex(({ type }) => type === "values");
  let last = "";
  columns.forEach((column, at) => {
    const to = column.type === "values" ? (column.mark?.to ?? "") : "";
    if (to > last) {
      last = to;
      newest = at;
    }
  });
  return newest;
}

function cellDraft(
  reading: Reading,
  table: Table,
  row: Span,
  rowEnd: number,
  cell: Span,
  column: Extract<Column, { type: "values" }>,
  whole: Draft | null,
): Draft | null {
  const { text, lexicon } = reading;
  const own = column.mark === null && !column.isPlain ? [row, column.head] : [row];
  const figure = figureIn(text, cell, [row, column.head], table.unit);
  if (figure === null) return null;
  const said: Hit[] = own.flatMap((span) => within(reading.hits, span));
  const meant = (left: readonly Hit[]): Meaning | null =>
    meaningOf(
      lexicon,
      text,
      // The head stands for the words right before the figure.
      { left, right: [], carried: [], carriedNouns: [], at: Math.max(...left.map(({ end }) => end), 0) },
      figure.unit,
      figure.unitText,
    );
  const above = table.caption === null ? [] : within(reading.hits, table.caption);
  const told = meant(said);
  // 著作权 under 表1 各类案件审结数: the caption says what is counted.
  // 其中：五年以上（人） under 判处罪犯（人）: a part of what the row before it counts.
  const parted = told === null && whole !== null && whole.figure?.unit === figure.unit ? whole.meaning : null;
  const meaning = told ?? parted ?? (above.length > 0 && figure.unit !== "percent" ? meant([...above, ...said]) : null);
  const hits = told === null && meaning !== null ? [...above, ...said] : said;
  if (meaning === null && figure.unit === null) return null;
  if (meaning === null && figure.unit === "percent" && !own.some((span) => /率|比/u.test(textIn(text, span))))
    return null;
  const stated = column.mark ?? rowTime(reading, row);
  const words = own.map((span) => nameIn(text, span)).filter((word) => word !== "");
  const area = own.map((span) => areaIn(text, span, reading.ownArea)).find((found) => found !== null);
  const part = meaning === null ? undefined : hits.findLast(({ use }) => use.parts.includes(meaning.index));
  const held = reading.held.time ?? reading.held.section;
  const carried: Period | null = held === null ? reading.titlePeriod : { start: held.from, end: held.to, text: null };
  return {
    span: { start: figure.start, end: figure.end },
    sentence: {
      start: row.start,
      end: rowEnd,
    },
    figure,
    meaning,
    indicator: meaning?.indicator ?? null,
    measure: words.join("") || (meaning?.indicator.labels["zh-Hans"] ?? ""),
    subject: subjectOf(hits) ?? (parted === null ? reading.dominant : (whole?.subject ?? null)),
    breakdown: part?.word ?? (parted === null ? null : nameIn(text, row).replace(partRow, "")),
    scope: "aggregate",
    area: area ?? reading.held.area ?? reading.ownArea,
    period: stated === null ? carried : periodOf(text, stated),
    periodBy:
      stated !== null ? "stated" : held === null ? (reading.titlePeriod === null ? "none" : "default") : "carried",
    actor: null,
    rate: rateIn(words.join("")),
    changes: [],
  };
}

function periodOf(text: string, { from, to, start, end }: TimeMark): Period {
  return { start: from, end: to, text: text.slice(start, end) };
}

/** A row that is of a period: 2022年 5230 6418, 2022 5230 6418. */
function rowTime({ text, time }: Reading, row: Span): TimeMark | null {
  const words = textIn(text, row);
  if (bareYear.test(words)) {
    // The year of the report goes up to its day.
    const isNow = time.published?.year === Number(words) && time.today !== null;
    return markAt(row.start, row.end, { from: `${words}-01-01`, to: isNow ? time.today : `${words}-12-31` });
  }
  const mark = readTime(text, row.start, time);
  return mark !== null && mark.type === "period" && mark.end <= row.end ? mark : null;
}

/** The number of a cell with its own unit, or with that of its row, its column or its table. */
function figureIn(text: string, cell: Span, heads: readonly Span[], tableUnit: string | null): Figure | null {
  const words = text.slice(cell.start, cell.end);
  const offset = words.search(/\d/u);
  if (offset < 0) return null;
  const printed = readFigure(words, offset);
  if (printed === null) return null;
  const shift = (figure: Figure, end: number): Figure => ({
    ...figure,
    start: cell.start + figure.start,
    prefixStart: cell.start + figure.prefixStart,
    unitStart: cell.start + Math.min(figure.unitStart, end),
    end: cell.start + end,
  });
  if (printed.unit !== null) return shift(printed, printed.end);
  const unit =
    heads.map((head) => unitIn(text.slice(head.start, head.end))).find((found) => found !== null) ?? tableUnit;
  if (unit === null) return shift(printed, printed.end);
  const number = words.slice(0, printed.end);
  const whole = readFigure(`${number}${unit}`, offset);
  return whole === null ? shift(printed, printed.end) : shift(whole, printed.end);
}

/** 破获案件（起）, 止付资金（单位：万元）, 破案率/%, 抽检批次, 抓获人数. */
function unitIn(head: string): string | null {
  const match = /(?:[（(](?:单位[：:])?|[/／])(?<unit>[万亿千百]{0,2}(?:\p{Script=Han}{1,3}|[%％]))[）)]?$/u.exec(head);
  return (match ?? /(?<unit>批次|人次|场次|[件起宗人户家次台辆])数?$/u.exec(head))?.groups?.["unit"] ?? null;
}

function textIn(text: string, { start, end }: Span): string {
  return text.slice(start, end);
}

function nameIn(text: string, { start, end }: Span): string {
  return text
    .slice(start, end)
    .replace(/[（(][^（）()]*[）)]|[/／][^/／]*$/gu, "")
    .replace(/^[\d.、]+/u, "");
}

function areaIn(text: string, { start, end }: Span, own: Area): Area | null {
  const name = text.slice(start, end);
  if (name.startsWith("全国")) return areaByCode("CN");
  const [mention] = findAreas(name, own.code.startsWith("CN") && own.code.length === 2 ? undefined : own.code);
  return mention !== undefined && mention.span.start === 0 ? mention.area : null;
}

function rateIn(words: string): Rate | null {
  return words.includes("日均")
    ? "per-day"
    : words.includes("月均")
      ? "per-month"
      : words.includes("年均")
        ? "per-year"
        : null;
}

/** 上升16.7%, -3.2, ↓5%, 持平, 提高2.1个百分点. */
function changeIn(text: string, cell: Span, basis: Change["basis"], head: Span): Change | null {
  const words = text.slice(cell.start, cell.end);
  if (/持平/u.test(words)) {
    const bound = words.includes("基本") ? "approx" : "exact";
    const edge = bound === "exact" ? 0 : null;
    return { basis, direction: "flat", value: 0, unit: "percent", bound, low: edge, high: edge, text: words };
  }
  const twice = /^翻(?<count>[一两二三])?番$/u.exec(words);
  if (twice !== null) {
    const value = { 两: 300, 二: 300, 三: 700 }[twice.groups?.["count"] ?? "一"] ?? 100;
    return { basis, direction: "up", value, unit: "percent", bound: "exact", low: value, high: value, text: words };
  }
  const figure = figureIn(text, cell, [head], "%");
  if (figure === null || figure.value === null) return null;
  const direction = /下降|减|降|↓|^[-−－]/u.test(words) ? "down" : "up";
  return {
    basis,
    direction: figure.value === 0 ? "flat" : direction,
    value: figure.value,
    unit: figure.unit,
    bound: figure.bound,
    low: figure.low,
    high: figure.high,
    text: words,
  };
}
