import { isCurrency } from "@jianbao/model";
import { textOf } from "@jianbao/document";
import { type Phrase, join, mergeNotes, moved, phrase } from "../phrase.ts";
import type { Direction, Group, Statement } from "../statement.ts";
import type { Ranking } from "./wording.ts";

/** What a sentence holds at most: figures, and characters without its opening. */
const mostFigures = 4;
const mostLength = 240;

/**
 * Writes what is known of one area and period, in the order given: In 2023, China recorded 437,000 cases solved (down
 * 6% from 464,000 a year earlier, computed), more than 99,000 suspects captured (up nearly 52% year on year) and 328.8
 * billion yuan in payments stopped. A change without a level has a sentence of its own.
 */
export function englishSentences(group: Group): Phrase {
  const where = group.where ?? "action abroad";
  const opening = phrase(inTime(group.when), ", ");
  const sentences: Phrase[] = [];
  for (const figures of chunks(group.statements.filter(({ figure }) => figure !== null).map(recorded))) {
    const isFirst = sentences.length === 0;
    const subject = isFirst ? phrase(opening, where, " recorded ") : phrase("It also recorded ");
    sentences.push(phrase(subject, listed(figures), ". "));
  }
  const changes = group.statements
    .filter(({ figure }) => figure === null)
    .map((one, at) => changedAlone(one, at, where));
  if (changes.length > 0) {
    sentences.push(
      phrase(sentences.length === 0 ? opening : null, capitalise(join(changes, "; "), sentences.length > 0), ". "),
    );
  }
  return mergeNotes(phrase(...sentences), ".");
}

/** 437,000 cases solved (…); 328.8 billion yuan in payments stopped; a clearance rate of 38.5% */
function recorded(one: Statement): Phrase {
  const { key, current } = one.comparison;
  const figure = one.figure ?? [];
  const number = figure.filter((inline) => inline.type !== "footnote");
  // A computed change without last year's figure vouches for this year's as well: its notes are of both.
  const isBrief = one.stated === null && one.computed !== null && one.previous === null && one.beside.length === 0;
  const notes = isBrief ? [] : figure.filter((inline) => inline.type === "footnote");
  const isOne = current.value.value === 1 && current.value.bound === "exact";
  const name = lower(`${isOne ? singular(one.label) : one.label}${one.part === null ? "" : ` (${one.part})`}`);
  const named = !isPlural(one.label)
    ? phrase(/^[aeiou]/u.test(name) ? "an " : "a ", name, " of ", number)
    : isCurrency(key.unit)
      ? phrase(number, " in ", name)
      : phrase(number, " ", name);
  const remarks = [changeOf(one), ...one.beside].filter((words) => words.length > 0);
  return phrase(named, notes, remarks.length === 0 ? null : phrase(" (", join(remarks, ", "), ")"));
}

/** up 52% year on year; down 6% from 464,000 a year earlier, computed; down 6% year on year, computed */
function changeOf(one: Statement): Phrase {
  if (one.stated) return one.stated.clause;
  if (!one.computed) return [];
  const { direction: way, number, notes } = one.computed;
  const size =
    way === null
      ? phrase("a change of ", number)
      : way === "flat"
        ? directions.flat
        : moved(`${directions[way]} `, [number]);
  return one.previous
    ? phrase(size, way === null || way === "flat" ? " against " : " from ", one.previous, " a year earlier, computed")
    : phrase(size, " year on year, computed", notes);
}

const directions: Readonly<Record<Direction, string>> = { up: "up", down: "down", flat: "unchanged" };

/** cases reported in China fell 3.1% year on year (no level published) */
function changedAlone(one: Statement, at: number, where: string): Phrase {
  const name = lower(`${one.label}${one.part === null ? "" : ` (${one.part})`}`);
  const place = at === 0 ? ` in ${where}` : "";
  const beside = one.beside.map((words) => phrase(", ", words));
  const { stated } = one;
  const verb = stated?.direction === "up" ? "rose " : "fell ";
  const clause =
    !stated || stated.number === null || stated.direction === null
      ? phrase(": ", stated?.clause ?? null)
      : stated.direction === "flat"
        ? phrase(" stood ", stated.clause)
        : phrase(" ", withVerb(stated.clause, verb));
  return phrase(name, place, clause, ...beside, " (no level published)");
}

/** up 52% year on year → rose 52% year on year, within the number whose part the direction is. */
function withVerb(clause: Phrase, verb: string): Phrase {
  const [first, ...rest] = clause;
  if (first?.type !== "data") return clause;
  const words = textOf(first.children).replace(/^(?:up|down) /u, verb);
  return phrase({ ...first, children: [{ type: "text", value: words }] }, rest);
}

/**
 * Areas by each of several statistics: In 2023, by area: cases solved, from the highest, Fujian 22,100, Jiangxi 14,326.
 * Where two figures may be equal the order is not claimed.
 */
export function englishRankings(when: Phrase, rankings: readonly Ranking[]): Phrase {
  const clauses = rankings.map(({ label, rows, isPart, isOrdered }) =>
    phrase(
      lower(label),
      isOrdered
        ? isPart
          ? `, the highest ${numerals[rows.length - 1] ?? ""}, `
          : ", from the highest, "
        : ", in no sure order, ",
      join(
        rows.map((row) => phrase(row.area, " ", row.figure)),
        ", ",
        " and ",
      ),
      !isOrdered && isPart ? ", among others" : null,
    ),
  );
  const sentences = chunks(clauses).map((members, at) =>
    phrase(at === 0 ? phrase(inTime(when), ", by area: ") : "Also: ", join(members, "; "), ". "),
  );
  return mergeNotes(phrase(...sentences), ".");
}

const numerals = ["one", "two", "three", "four", "five"] as const;

/** In 2023; From January to September 2023; On 25 December 2023; As of 5 March 2019. */
export function inTime(when: Phrase): Phrase {
  const [first] = when;
  if (first?.type !== "time") return capitalise(when, true);
  const { datetime } = first;
  return phrase(datetime.includes("/") ? "From " : /^\d{4}-\d{2}-\d{2}$/u.test(datetime) ? "On " : "In ", when);
}

/** a, b and c; members that hold commas are parted by semicolons. */
function listed(members: readonly Phrase[]): Phrase {
  return join(members, ", ", " and ");
}

function chunks(clauses: readonly Phrase[]): Phrase[][] {
  const result: Phrase[][] = [];
  let length = 0;
  for (const clause of clauses) {
    const size = textOf(clause.filter((inline) => inline.type !== "footnote")).length;
    const last = result.at(-1);
    if (last && last.length < mostFigures && length + size <= mostLength) {
      last.push(clause);
      length += size;
    } else {
      result.push([clause]);
      length = size;
    }
  }
  return result;
}

/** Tells a name of many (cases solved, people dissuaded, calls blocked a day on average) from one of one (clearance rate). */
function isPlural(label: string): boolean {
  return nounsOf(label).some((noun) => noun === "people" || (noun.endsWith("s") && !noun.endsWith("ss")));
}

/** The words before a participle or a preposition: cases; fraud calls; administrative penalties. */
function nounsOf(label: string): readonly string[] {
  const words = lower(label).split(/[ ,]/u);
  const end = words.findIndex(
    (word, at) => at > 0 && /ed$|^(?:of|or|and|who|in|for|a|shut|taken|held|frozen)$/u.test(word),
  );
  return end < 0 ? words : words.slice(0, end);
}

/** Cases solved → Case solved; People dissuaded → Person dissuaded; Administrative penalties → Administrative penalty. */
export function singular(label: string): string {
  if (/ (?:and|or) /u.test(label)) return label;
  const nouns = nounsOf(label);
  const last = nouns.at(-1) ?? "";
  const one = last === "people" ? "person" : last.endsWith("ies") ? `${last.slice(0, -3)}y` : last.replace(/s$/u, "");
  const start = nouns.slice(0, -1).join(" ").length + (nouns.length > 1 ? 1 : 0);
  const changed = `${label.slice(0, start)}${one}${label.slice(start + last.length)}`;
  return start === 0 ? `${changed.slice(0, 1).toUpperCase()}${changed.slice(1)}` : changed;
}

/** Begins a name with a small letter, unless it is a proper one: Cases solved, but App, US dollars. */
export function lower(label: string): string {
  return /^[A-Z][a-z]/u.test(label) ? `${label.slice(0, 1).toLowerCase()}${label.slice(1)}` : label;
}

function capitalise(words: Phrase, isFirst: boolean): Phrase {
  const [first, ...rest] = words;
  if (!isFirst || first?.type !== "text") return words;
  return phrase(`${first.value.slice(0, 1).toUpperCase()}${first.value.slice(1)}`, rest);
}
