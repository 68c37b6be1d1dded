import type { Analysis, Comparison, ComputedChange, Point, Publication, Value } from "@jianbao/analysis";
import type { Data, Inline, Theme } from "@jianbao/document";
import { type Change, type DomainPack, type Indicator, labelIn, unitLabels } from "@jianbao/model";
import { type Phrase, number, phrase } from "../phrase.ts";
import type { Direction, StatedChange, Statement } from "../statement.ts";
import type { Scale } from "../wording/number.ts";
import type { Wording } from "../wording/wording.ts";

/** What every part of the view is worded with. */
export interface Context {
  readonly analysis: Analysis;
  readonly pack: DomainPack;
  readonly theme: Theme;
  readonly wording: Wording;
  readonly indicators: ReadonlyMap<string, Indicator>;
  /** Observations of figures that an error is open on: they are marked, and nothing is computed from them. */
  readonly questioned: ReadonlySet<string>;
}

/** Observations that findings call wrong (a lost 万) and no editor has accepted. */
export function questionedIn({ findings }: Analysis): ReadonlySet<string> {
  const open = findings.filter(({ severity, accepted }) => severity === "error" && accepted === undefined);
  return new Set(open.flatMap(({ observations }) => observations));
}

/** Tells whether an error is open on a figure. */
export function isQuestioned({ questioned }: Context, observations: readonly string[]): boolean {
  return observations.some((id) => questioned.has(id));
}

/** Makes the notes of the articles that some observations stand in, one an article. */
export function notesOf(context: Context, observations: readonly string[]): Phrase {
  const bySource = new Map<string, string[]>();
  for (const id of observations) {
    const key = publicationKey(context, id);
    if (key === null) continue;
    const ids = bySource.get(key);
    if (ids) ids.push(id);
    else bySource.set(key, [id]);
  }
  return [...bySource].map(([key, ids]) => {
    const publication = publicationOf(context, key);
    const short = context.wording.shortNote(publication);
    return {
      type: "footnote",
      source: key,
      observations: ids,
      ...(short === null ? {} : { short }),
      children: context.wording.note(publication),
    };
  });
}

/** Returns the key of the article that an observation stands in; null for an id that the analysis lacks. */
export function publicationKey(context: Context, observation: string): string | null {
  const found = context.analysis.observations[observation];
  return found ? `${found.document}#${found.part}` : null;
}

/** Returns an article by its key; one that the analysis does not know is known by its file name. */
export function publicationOf(context: Context, key: string): Publication {
  const known = context.analysis.publications[key];
  if (known) return known;
  const at = key.lastIndexOf("#");
  return {
    key,
    document: key.slice(0, at),
    part: Number(key.slice(at + 1)),
    title: null,
    publisher: null,
    published: null,
    url: null,
  };
}

/** Prints a value: as its article has it, or with the digits that its range supports; `scale` as those beside it. */
export function figureOf(context: Context, value: Value, unitText: string, scale?: Scale): Data {
  return number(context.wording.figure(value, unitText, scale), value.value, value.observations);
}

/** The unit of a value as its article prints it (名), else as tables do (人). */
export function unitTextOf(context: Context, value: Value): string {
  // A unit of its own list has a name in English; what is of none is known by its word alone.
  if (context.wording.language === "en" && value.unit !== "other") return labelIn(unitLabels[value.unit], "en");
  for (const id of value.observations) {
    const unitText = context.analysis.observations[id]?.quantity?.unitText;
    if (unitText !== undefined && unitText !== "") return unitText;
  }
  return labelIn(unitLabels[value.unit], context.wording.language);
}

/** Names a statistic without its area: 破获案件, 日均拦截电话. */
export function labelOf(context: Context, key: Comparison["key"]): string {
  const indicator = context.indicators.get(key.indicator);
  const label = indicator ? context.wording.term(indicator.labels) : key.indicator;
  return context.wording.label(label, key.rate);
}

/** Names a statistic with the part it counts and, where it is of action abroad, that: 捣毁窝点（境外）. */
export function fullLabelOf(context: Context, key: Comparison["key"]): string {
  return context.wording.labelled(labelOf(context, key), key.breakdown, key.area.code === "OVERSEAS");
}

/** A role where the theme has it, so that a plain theme needs none of ours. */
export function roleIn(context: Context, role: string | undefined): string | undefined {
  return role !== undefined && context.theme.roles[role] !== undefined ? role : undefined;
}

/** Words the parts of a comparison, both its figures in one scale; `shared` is that of figures beside it. */
export function statementOf(context: Context, comparison: Comparison, shared?: Scale): Statement {
  const { key, current, previous } = comparison;
  const scale = shared ?? context.wording.commonScale(previous ? [current.value, previous.value] : []);
  return {
    comparison,
    indicator: context.indicators.get(key.indicator) ?? null,
    label: labelOf(context, key),
    part: key.breakdown,
    figure: hasLevel(context, comparison) ? pointFigure(context, current, scale) : null,
    stated: statedOf(context, comparison),
    beside: besideOf(context, comparison),
    computed: computedOf(context, comparison),
    previous: previous ? pointFigure(context, previous, scale) : null,
  };
}

/** Prints a point with its notes; one that sources disagree on has a mark that leads to the conflict. */
export function pointFigure(context: Context, point: Point, scale?: Scale): Phrase {
  return phrase(
    figureOf(context, point.value, unitTextOf(context, point.value), scale),
    point.conflict === null ? null : conflictMark(point.conflict),
    isQuestioned(context, point.value.observations) ? questionMark(context) : null,
    notesOf(context, point.value.observations),
  );
}

/** The id of a conflict's paragraph, by its index in the analysis. */
export function conflictId(index: number): string {
  return `conflict-${index + 1}`;
}

function conflictMark(index: number): Inline {
  const link: Inline = { type: "link", href: `#${conflictId(index)}`, children: [{ type: "text", value: "*" }] };
  return { type: "superscript", children: [link] };
}

function questionMark({ wording }: Context): Inline {
  return { type: "superscript", children: [{ type: "text", value: wording.mark("questioned") }] };
}

/** Tells whether a figure has a level, or only a change that an article states. */
export function hasLevel(context: Context, comparison: Comparison): boolean {
  return comparison.current.value.observations.some(
    (id) => (context.analysis.observations[id]?.quantity?.value ?? null) !== null,
  );
}

function statedOf(context: Context, comparison: Comparison): StatedChange | null {
  if (!comparison.stated) return null;
  const { change, observation } = comparison.stated;
  const { wording } = context;
  const notes = notesOf(context, [observation]);
  if (!isPlain(change)) {
    // Words only (大幅上升), a share, an old level, an absolute change: said in the article's own words.
    const size = number(wording.quoted(bare(change.text)), null, [observation]);
    return { basis: change.basis, direction: change.direction, number: null, notes, clause: phrase(size, notes) };
  }
  const size = sizeOf(context, change, observation, changeRole(context, comparison.key, change.direction));
  return {
    basis: change.basis,
    direction: change.direction,
    number: size,
    notes,
    clause: phrase(wording.changeClause(change.basis, change.direction, [size]), notes),
  };
}

/** A change whose size and direction can be worded anew: 环比下降4.6%, not 大幅上升, 占30%, 由5起增至8起, 翻一番. */
type PlainChange = Change & { readonly value: number; readonly direction: Direction };

function isPlain(change: Change): change is PlainChange {
  const isRelative = change.unit === "percent" || change.unit === "pp" || change.unit === "times";
  const isAgainst = change.basis === "yoy" || change.basis === "mom" || change.basis === "other";
  return change.value !== null && change.direction !== null && isRelative && isAgainst && !isOwnWording(change.text);
}

function sizeOf(context: Context, change: PlainChange, observation: string, role?: string): Data {
  return number(
    context.wording.size(change.value, change.bound, change.unit, change.text),
    change.direction === "down" ? -change.value : change.value,
    [observation],
    role,
  );
}

/** Matches words whose size is in the wording itself: 翻一番, 翻了两番, 基本持平; must not match 同比上升52%, 持平. */
function isOwnWording(text: string): boolean {
  return /翻[^，。]{0,3}番|(?:基本|大致|大体|大體|总体|總體|略)[^，。]{0,2}持平/u.test(text);
}

/** What else the article says beside the figure: shares and old levels, in its own words. */
function besideOf(context: Context, comparison: Comparison): readonly Phrase[] {
  const seen = new Set<string>();
  const result: Phrase[] = [];
  for (const { change, observation } of comparison.current.stated) {
    const text = bare(change.text);
    if (change === comparison.stated?.change || text === "" || seen.has(text)) continue;
    if (change.text === comparison.stated?.change.text) continue;
    if (!comparison.current.value.observations.includes(observation)) continue;
    seen.add(text);
    const words =
      isPlain(change) && change.basis !== "other"
        ? context.wording.changeClause(change.basis, change.direction, [sizeOf(context, change, observation)])
        : [number(context.wording.quoted(text), change.value, [observation])];
    result.push(phrase(words, notesOf(context, [observation])));
  }
  return [...result, ...revisedOf(context, comparison)];
}

/** What the figure was before its source revised it, with the note of that article. */
function revisedOf(context: Context, { current }: Comparison): readonly Phrase[] {
  const before = current.revises?.at(-1)?.value;
  if (before === undefined) return [];
  const scale = context.wording.commonScale([before, current.value]);
  const figure = figureOf(context, before, unitTextOf(context, before), scale);
  return [phrase(context.wording.revised([figure]), notesOf(context, before.observations))];
}

/** Cuts off the mark that a clause begins with and the judgement before a share: `，仅占总数的5.1%` → `占总数的5.1%`. */
function bare(text: string): string {
  return text.replace(/^[，,、；;\s]+/u, "").replace(/^[仅只](?=占)/u, "");
}

function computedOf(context: Context, comparison: Comparison): Statement["computed"] {
  const { computed, current, key } = comparison;
  if (isQuestioned(context, computed?.observations ?? [])) return null;
  return computed && changeOf(context, key, computed, [...current.value.observations, ...computed.observations]);
}

/** Words a computed change: which way it went, its size, and the notes of the figures that it rests on. */
export function changeOf(
  context: Context,
  key: Comparison["key"],
  computed: ComputedChange,
  observations: readonly string[],
): NonNullable<Statement["computed"]> {
  const size = context.wording.computedSize(computed);
  return {
    // A size that says its own signs went either way.
    direction: /^[−+]/u.test(size) ? null : computed.direction,
    number: number(
      size,
      computed.direction === "down" ? -computed.value : computed.value,
      computed.observations,
      changeRole(context, key, computed.direction) ?? roleIn(context, "computed"),
    ),
    notes: notesOf(context, [...new Set(observations)]),
  };
}

/** A colour of the theme beside sign and word, where it has one, for a change that is good or bad to the reader. */
function changeRole(context: Context, key: Comparison["key"], direction: Direction): string | undefined {
  const tone = toneOf(context, key, direction);
  return tone === null ? undefined : roleIn(context, tone === "good" ? "changeGood" : "changeBad");
}

/** Whether a change is for the better or the worse; null where it is neither. */
export function toneOf(context: Context, key: Comparison["key"], direction: Direction): "good" | "bad" | null {
  const rise = context.indicators.get(key.indicator)?.rise ?? "neutral";
  if (rise === "neutral" || direction === "flat") return null;
  return (rise === "good") === (direction === "up") ? "good" : "bad";
}
