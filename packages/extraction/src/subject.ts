import type { Span } from "@jianbao/model";
import type { Hit, Lexicon } from "./lexicon.ts";
import { between, lastStop, type Run, type View } from "./reading.ts";
import { Pattern } from "./pattern.ts";

/**
 * What the article is about: the subject that most of its words name, the pack's own where it is named as often as any.
 * Null where no subject stands in its headline and lead or in a fifth of its paragraphs: what an article on other
 * matters names in passing is not what its figures count. Words of the pack's field (劝阻, 受害人) stand for its own,
 * and so does a single paragraph that names none: who gives it to the pack knows what it is of.
 */
export function dominantSubject(lexicon: Lexicon, text: string, hits: readonly Hit[]): string | null {
  const counts = new Map<string, number>();
  for (const { word, use } of hits) {
    if (use.subject !== null && use.subject.whole !== true) {
      // Words that its neighbours use as well (诈骗, 被骗) say less than its name.
      const weight = lexicon.own.field?.includes(word) === true ? 0.5 : 1;
      counts.set(use.subject.id, (counts.get(use.subject.id) ?? 0) + weight);
    }
  }
  let best = lexicon.own.id;
  let most = counts.get(best) ?? 0;
  for (const [id, count] of counts) {
    if (count > most * 2) {
      best = id;
      most = count;
    }
  }
  if (best === lexicon.own.id && isOnlyPart(lexicon, text, hits)) return null;
  // A report on ten offences is of none of them.
  const all = [...counts.values()].reduce((sum, count) => sum + count, 0);
  return most * 2 >= all && isAbout(lexicon, text, best, hits) ? best : null;
}

/** 2月战报 … 接报警情2136起，其中电诈警情41起: what is counted as a part of all, and is not in the headline, is no article's matter. */
function isOnlyPart(lexicon: Lexicon, text: string, hits: readonly Hit[]): boolean {
  const start = text.search(/\S/u);
  const title = text.indexOf("\n", start);
  if (title < 0 || hits.some(({ start: at, use }) => at < title && use.subject === lexicon.own)) return false;
  return partPatternsOf(lexicon).wholeWithPart.test(text);
}

interface PartPatterns {
  readonly wholeWithPart: RegExp;
  readonly namesPart: RegExp;
}

const partPatterns = new WeakMap<Lexicon, PartPatterns>();

/** How a text says that the pack's subject is one part of what it counts. */
function partPatternsOf(lexicon: Lexicon): PartPatterns {
  let patterns = partPatterns.get(lexicon);
  if (patterns === undefined) {
    const part = `其中[，,]?(?:涉|各类|属)?(?:${lexicon.ownName})(?:类|犯罪)?(?:警情|案件|案|发案|立案)?(?:有|为|共)?\\d`;
    patterns = {
      // Matches `警情2136起，其中电诈警情41起`; must not match `电诈警情2136起，其中电诈老案41起`.
      wholeWithPart: new RegExp(
        `(?<!(?:${lexicon.ownName})(?:犯罪)?)(?:警情|刑事案件|案件|罪案)(?:共|总数)?\\d[\\d.,万]*余?[起宗件][^；;。\\n]{0,30}?${part}`,
        "u",
      ),
      // Matches `，环比下降6.3%，其中电诈警情41起`; must not match `，其中跨境电诈案件41起`, `，其中“两卡”案件41起`.
      namesPart: new RegExp(`^[^；;。\\n]{0,40}?${part}`, "u"),
    };
    partPatterns.set(lexicon, patterns);
  }
  return patterns;
}

/** The hits of an article, in which words of the pack's field do not name its own subject where it is about another. */
export function withoutLoose({ own }: Lexicon, hits: readonly Hit[], dominant: string | null): readonly Hit[] {
  if (dominant === null || dominant === own.id) return hits;
  return hits.map((hit) =>
    hit.use.subject === own && own.field?.includes(hit.word) === true
      ? { ...hit, use: { ...hit.use, subject: null } }
      : hit,
  );
}

/** The headline and the paragraph after it; and of how many paragraphs one must name what the article is about. */
const opening = 2;
const spacing = 5;

function isAbout({ own }: Lexicon, text: string, subject: string, hits: readonly Hit[]): boolean {
  const field = subject === own.id ? (own.field ?? []) : [];
  if (!text.trim().includes("\n")) return true;
  const paragraphs = text.split("\n");
  let named = 0;
  let next = 0;
  let end = -1;
  for (const [i, paragraph] of paragraphs.entries()) {
    end += paragraph.length + 1;
    let isNamed = field.some((word) => paragraph.includes(word));
    for (let hit = hits[next]; hit !== undefined && hit.start <= end; hit = hits[++next]) {
      isNamed ||= hit.use.subject?.id === subject;
    }
    if (!isNamed) continue;
    if (i < opening) return true;
    named++;
  }
  return named * spacing >= paragraphs.length;
}

/** The subject named nearest before a place among hits in order, weak ones only where no other is. */
function nearestSubject(hits: readonly Hit[]): { id: string; weak: boolean } | null {
  let weak: string | null = null;
  for (let i = hits.length - 1; i >= 0; i--) {
    const subject = hits[i]?.use.subject ?? null;
    if (subject === null) continue;
    if (subject.whole !== true) return { id: subject.id, weak: false };
    weak ??= subject.id;
  }
  return weak === null ? null : { id: weak, weak: true };
}

/** The subject that some hits name, the last of them first; null where they name none. */
export function subjectOf(hits: readonly Hit[]): string | null {
  return nearestSubject(hits)?.id ?? null;
}

/** An offence by its name in law: 帮助信息网络犯罪活动罪, not 赌博犯罪. */
const offence = /[^犯]罪$/u;

/** 接报警情2136起，其中电诈警情41起: a whole that holds the pack's subject as one of its parts is not of it. */
function isWholeOf(lexicon: Lexicon, text: string, { end }: Span, at: number): boolean {
  return partPatternsOf(lexicon).namesPart.test(text.slice(at, Math.min(end, at + 80)));
}

/** The subject of a figure by what its text names; null where the text names none for it. */
export function subjectAt(
  view: View,
  hits: readonly Hit[],
  run: Run,
  at: number,
  around: { left: readonly Hit[]; right: readonly Hit[] },
  clauseStart: number,
): string | null {
  const { reading, sentence } = view;
  const { lexicon, text, held } = reading;
  const named = hits.filter((hit) => !isThing(view, hit));
  const near = nearestSubject(around.left.filter((hit) => !isThing(view, hit)));
  const after = nearestSubject(around.right.toReversed());
  const crime =
    near === null || near.id === lexicon.own.id
      ? crimeNamed(lexicon, text, around.left, at, run.last?.span.end ?? at)
      : null;
  if (crime !== null) return crime;
  if (near !== null && !near.weak) return near.id;
  if (after !== null && !after.weak) return after.id;
  const clause = nearestSubject(between(named, { start: clauseStart, end: at }));
  if (clause !== null && !clause.weak) return clause.id;
  const weak = near ?? after ?? clause;
  const part = lastStop(text, sentence.start, at);
  const carriesOn =
    run.subject !== null && (run.last === null || run.last.span.start >= part || text.slice(part, at).includes("其中"));
  if (weak !== null && !carriesOn) return weak.id;
  if (isWholeOf(lexicon, text, sentence, at)) return null;
  // 破获刑事案件37起，其中电诈8起；刑拘23人: the parts end at the semicolon, and the whole goes on.
  if (run.whole !== null && !carriesOn && run.whole.subject !== run.subject) return run.whole.subject;
  if (run.subject !== null && (carriesOn || !offence.test(run.subject))) return run.subject;
  // 起诉帮信罪3120人；追赃挽损5.7亿元: one offence's name does not reach over a semicolon.
  const before = between(named, { start: sentence.start, end: at });
  const said = nearestSubject(
    run.subject !== null && offence.test(run.subject)
      ? before.filter(({ use }) => use.subject?.id !== run.subject)
      : before,
  );
  if (said !== null && !said.weak) return said.id;
  if (held.subject !== null && (!held.mixed || held.isCase)) return held.subject;
  return reading.dominant;
}

/** 缴获银行卡800张、枪支4支: a thing among those that were found says nothing of what the case is of. */
function isThing({ reading, figures }: View, { start, end, word, use }: Hit): boolean {
  if (use.subject === null || use.verbs.length + use.nouns.length + use.phrases.length > 0) return false;
  return (
    "、和及".includes(reading.text[start - 1] ?? " ") &&
    !/[案罪]件?$|犯罪$/u.test(word) &&
    figures.some(
      ({ prefixStart, unit, unitText }) => prefixStart === end && unit === "item" && !/^[个起]$/u.test(unitText),
    )
  );
}

/** 起诉掩饰隐瞒犯罪所得罪4.3万人, 查处非法行医人员36名: the offence between the verb and the figure, in the words of the text. */
function crimeNamed({ own }: Lexicon, text: string, left: readonly Hit[], at: number, from: number): string | null {
  const verb = left.findLast(({ use }) => use.verbs.length > 0);
  const start = verb?.end ?? offenceStart(text, from, at);
  if (start === null) return null;
  const said = text.slice(start, at);
  const words = said.replace(/(?:（[^（）]{0,30}）)?(?:案件|案|共计|累计|共|近|约|超|逾)*$/u, "");
  // 诈骗罪: the pack's own offence by its name in law.
  if (own.words.some((word) => words.endsWith(`${word}罪`))) return null;
  const deed = words.replace(counted, "");
  // 非法买卖电话卡人员: what is dealt in is of the pack's own field, where the pack knows it.
  const isKnown = left.some(
    ({ start: from, end, use }) =>
      from >= start &&
      end <= start + deed.length &&
      use.nouns.length > 0 &&
      /^(?:$|[、的])/u.test(text.slice(end, start + deed.length)),
  );
  if (unlawful.test(deed) && counted.test(said) && !isKnown) return deed;
  const isOffence = verb === undefined || /[^犯]罪$/u.test(words);
  return !/罪案(?:共|近|约|超|逾|总计|合计)*$/u.test(said) && words.length >= 3 && words.length <= 24 && isOffence
    ? words
    : null;
}

// Matches `非法侵入计算机信息系统`; must not match `非法人员`.
const unlawful = /^非法(?!获利|所得|集资|吸收)[\p{Script=Han}、]{2,24}$/u;

/** Whom or what an offence is counted by. */
const counted = /(?:犯罪)?(?:嫌疑人|人员|案件?|[者犯])$/u;

/**
 * Where the name of an offence begins that stands alone before a figure: 起诉诈骗罪3200人，同比上升12%，掩饰隐瞒犯罪所得罪1800人;
 * null where there is none.
 */
export function offenceStart(text: string, from: number, at: number): number | null {
  const item = itemOfOffence.matchIn(text, from, at)?.groups?.["item"];
  return item === undefined ? null : at - item.length;
}

// Matches `，掩饰、隐瞒犯罪所得罪`, `；利用网络实施的洗钱犯罪`; must not match `，抓获犯罪嫌疑人`, `打击犯罪`.
const itemOfOffence = new Pattern(
  /[，,；;](?:其中)?(?:利用[^，,；;\d]{2,12}实施的)?(?<item>(?!其中|向|移送|打击|从严|依法|严[打厉]|各类|[^，,；;\d]*(?:涉嫌|嫌疑|人员))[^，,；;\d]{2,28}(?:罪|犯罪(?:活动)?)(?:案件?)?)$/u,
);
