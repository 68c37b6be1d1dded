import { textOf } from "@jianbao/document";
import { type Phrase, join, moved, phrase, withoutNotes } from "../phrase.ts";
import type { Direction, Group, Statement } from "../statement.ts";

type Translate = (text: string) => string;

/**
 * Writes what is known of one area and period, in the order given: statements of one indicator are
 * joined (其中…), neighbours that moved the same way share a verb (同比分别上升…), a sentence holds
 * a few clauses, and the next opens with 同期.
 */
export function sentencesOf(group: Group, t: Translate, direction: (way: Direction) => string): Phrase {
  const clauses = clausesOf(group.statements, t, direction);
  const sentences: Phrase[] = [];
  let at = 0;
  while (at < clauses.length) {
    const taken: Clause[] = [];
    let weight = 0;
    let length = 0;
    while (at < clauses.length) {
      const clause = clauses[at];
      if (!clause) break;
      const size = lengthOf(clause.words);
      if (taken.length > 0 && (weight + clause.weight > mostWeight || length + size > mostLength)) break;
      taken.push(clause);
      weight += clause.weight;
      length += size;
      at++;
    }
    const opening =
      sentences.length === 0
        ? phrase(group.when, "，", openingOf(group.where, taken[0]?.words ?? [], t))
        : phrase(t(`${sentences.length % 2 === 1 ? "同期" : "此外"}，${group.where === null ? "境外" : ""}`));
    const between = taken.some((clause) => clause.compound) ? "；" : "，";
    sentences.push(
      phrase(
        opening,
        join(
          taken.map((clause) => clause.words),
          between,
        ),
        "。",
      ),
    );
  }
  return phrase(...sentences);
}

/** What a sentence holds: four plain clauses, fewer of those that compare. */
const mostWeight = 4;
/** Characters that the clauses of a sentence hold without its opening; a longer clause has a sentence of its own. */
const mostLength = 100;

/** Length of what is read, without note marks. */
export function lengthOf(words: Phrase): number {
  return textOf(words.filter((inline) => inline.type !== "footnote")).length;
}

interface Clause {
  readonly words: Phrase;
  /** Holds a comma of its own, so that clauses are parted by semicolons. */
  readonly compound: boolean;
  readonly weight: number;
}

/** Puts the area before the first clause: 全国破获案件, 境外方面，捣毁窝点; 全国范围内，国家反诈中心…. */
function openingOf(where: string | null, first: Phrase, t: Translate): string {
  if (where === null) return t("境外方面，");
  const [begin] = first;
  const starts = begin?.type === "text" ? begin.value.slice(0, 1) : "";
  return starts !== "" && where.endsWith(starts)
    ? t(`${where}范围内，`)
    : starts === "国" || starts === "國"
      ? t(`${where}范围内，`)
      : where;
}

function clausesOf(statements: readonly Statement[], t: Translate, direction: (way: Direction) => string): Clause[] {
  const clauses: Clause[] = [];
  let at = 0;
  while (at < statements.length) {
    const first = statements[at];
    if (!first) break;
    const family = takeWhile(statements, at, (one) => one.label === first.label);
    if (family.length > 1) {
      clauses.push(familyClause(family, t, direction));
      at += family.length;
      continue;
    }
    const computed = takeWhile(
      statements,
      at,
      (one, index) => isComputed(one) && !hasFamily(statements, index) && index - at < 3,
    );
    if (computed.length > 1) {
      clauses.push(computedClause(computed, t, direction));
      at += computed.length;
      continue;
    }
    const together = isShared(first)
      ? takeWhile(
          statements,
          at,
          (one, index) =>
            isShared(one) &&
            one.stated?.direction === first.stated?.direction &&
            one.stated?.basis === first.stated?.basis &&
            !hasFamily(statements, index) &&
            index - at < 3,
        )
      : [];
    if (together.length > 1) {
      clauses.push(sharedClause(together, t, direction));
      at += together.length;
    } else {
      clauses.push(singleClause(first, t, direction));
      at++;
    }
  }
  return clauses;
}

/** 破获案件20万起、抓获嫌疑人16.3万人，同比分别上升52.7%、123.3% */
function sharedClause(statements: readonly Statement[], t: Translate, direction: (way: Direction) => string): Clause {
  const way = statements[0]?.stated?.direction ?? "up";
  const basis = statements[0]?.stated?.basis === "mom" ? t("环比") : t("同比");
  return {
    words: phrase(
      join(
        statements.map((one) => phrase(nameOf(one, t), one.figure)),
        "、",
      ),
      `，${basis}${t("分别")}${direction(way)}`,
      join(
        statements.map((one) => phrase(one.stated?.number ?? null, one.stated?.notes ?? [])),
        "、",
      ),
    ),
    compound: true,
    weight: statements.length,
  };
}

/** 拦截电话27.5亿次、拦截短信22.8亿条，与上年同期的21亿次、24.2亿条相比，推算分别上升31%、下降6% */
function computedClause(statements: readonly Statement[], t: Translate, direction: (way: Direction) => string): Clause {
  const list = (of: (one: Statement) => Phrase): Phrase => join(statements.map(of), "、");
  const ways = new Set(statements.map((one) => one.computed?.direction ?? null));
  const [only = null] = ways;
  const way = ways.size === 1 && only !== "flat" ? only : null;
  return {
    words: phrase(
      list((one) => phrase(nameOf(one, t), one.figure)),
      t("，与上年同期的"),
      list((one) => one.previous ?? []),
      t("相比，推算分别"),
      ...(way === null
        ? [list((one) => movedOf(one, t, direction))]
        : [direction(way), list((one) => phrase(one.computed?.number ?? null))]),
    ),
    compound: true,
    weight: statements.length + 1,
  };
}

function movedOf(one: Statement, t: Translate, direction: (way: Direction) => string): Phrase {
  if (!one.computed) return [];
  const { direction: way, number } = one.computed;
  if (way === null) return phrase(t("变化在"), number, t("之间"));
  return way === "flat" ? phrase(direction(way)) : moved(direction(way), [number]);
}

/** 收缴两卡3.1万张，其中银行卡1.2万张、电话卡1.9万张；without a whole: 反诈中心省级32个、地市级316个 */
function familyClause(statements: readonly Statement[], t: Translate, direction: (way: Direction) => string): Clause {
  const whole = statements.find((one) => one.part === null);
  const parts = statements.filter((one) => one.part !== null);
  const listed = join(
    parts.map((one) => {
      const rest = one.stated ? phrase(one.stated.clause, ...besideOf(one)) : phrase(...one.beside);
      return phrase(
        t(one.part ?? ""),
        one.figure ?? t("未见数值"),
        rest.length === 0 ? null : phrase("（", rest, "）"),
      );
    }),
    "、",
  );
  const others = statements.filter((one) => one.part === null && one !== whole);
  const head = whole
    ? phrase(
        whole.label,
        isBrief(whole) ? withoutNotes(whole.figure ?? []) : whole.figure,
        changeOf(whole, t, direction),
        ...besideOf(whole),
      )
    : phrase(amongOf(statements[0]?.label ?? "", t));
  const more = others.map((one) => phrase("，", t("另见"), one.figure ?? []));
  const tail = parts.length === 0 ? [] : whole ? phrase(t("，其中"), listed) : listed;
  return { words: phrase(head, ...more, tail), compound: true, weight: Math.min(3, statements.length) };
}

/** 关停号码中，电信18.9万张; a name that ends in 中心 stands bare: 反诈中心省级32个. */
function amongOf(label: string, t: Translate): string {
  return label.endsWith("心") ? label : `${label}${t("中，")}`;
}

function singleClause(one: Statement, t: Translate, direction: (way: Direction) => string): Clause {
  const name = nameOf(one, t);
  const beside = besideOf(one);
  if (one.figure === null) {
    return {
      words: phrase(name, one.stated?.clause ?? null, ...beside, t("（未见公布数值）")),
      compound: beside.length > 0,
      weight: 1,
    };
  }
  const change = changeOf(one, t, direction);
  const figure = isBrief(one) ? withoutNotes(one.figure) : one.figure;
  return {
    words: one.stated ? phrase(name, figure, change, ...beside) : phrase(name, figure, ...beside, change),
    compound: change.length > 0 || beside.length > 0,
    weight: change.length > 0 ? 2 : 1,
  };
}

/** ，同比上升52%; ，与上年同期的46.4万起相比，推算下降6%; without last year's figure: ，同比推算下降6% */
function changeOf(one: Statement, t: Translate, direction: (way: Direction) => string): Phrase {
  if (one.stated) return phrase("，", one.stated.clause);
  if (!one.computed) return [];
  const size = movedOf(one, t, direction);
  return one.previous
    ? phrase(t("，与上年同期的"), one.previous, t("相比，推算"), size)
    : phrase(t("，同比推算"), size, one.computed.notes);
}

/** A computed change without last year's figure vouches for this year's as well: its notes are of both. */
function isBrief(one: Statement): boolean {
  return one.stated === null && one.computed !== null && one.previous === null && one.beside.length === 0;
}

function besideOf(one: Statement): readonly Phrase[] {
  return one.beside.map((words) => phrase("，", words));
}

/** A level with a plain stated change and nothing else: it can share a verb with its neighbour. */
function isShared(one: Statement): boolean {
  return (
    one.figure !== null &&
    one.part === null &&
    one.beside.length === 0 &&
    one.stated?.number !== null &&
    one.stated !== null &&
    (one.stated.basis === "yoy" || one.stated.basis === "mom") &&
    (one.stated.direction === "up" || one.stated.direction === "down")
  );
}

/** A level with last year's and nothing stated: what it did can only be computed. */
function isComputed(one: Statement): boolean {
  return (
    one.figure !== null &&
    one.part === null &&
    one.beside.length === 0 &&
    one.stated === null &&
    one.computed !== null &&
    one.previous !== null
  );
}

/** The next statement is of the same indicator: they belong together. */
function hasFamily(statements: readonly Statement[], index: number): boolean {
  return statements[index + 1]?.label === statements[index]?.label;
}

function nameOf(one: Statement, t: Translate): string {
  return one.part === null ? one.label : `${one.label}（${t(one.part)}）`;
}

function takeWhile<T>(list: readonly T[], from: number, holds: (one: T, index: number) => boolean): T[] {
  const taken: T[] = [];
  for (let index = from; index < list.length; index++) {
    const one = list[index];
    if (one === undefined || !holds(one, index)) break;
    taken.push(one);
  }
  return taken;
}
