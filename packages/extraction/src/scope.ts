import type { Scope } from "@jianbao/model";
import type { AreaTopic } from "./area-topic.ts";
import type { Meaning } from "./meaning.ts";
import type { Held, View } from "./reading.ts";
import { type TimeMark } from "./time.ts";

// Matches words of one single case: `接到王某报案`, `专案组`, `以贾某为首`; must not match `报案数`.
const story =
  /[\p{Script=Han}]某(?!些|种|个|地|类|项|一)|报案(?:称|人)|报警(?:称|求助)|举报称|专案组(?!织)|该案|此案|该团伙|侦办的[^，,。]{0,24}案[，,]|破获(?:了)?(?:一起|1起|一宗)|打掉(?:了)?(?:一个|1个|一处)|一举(?:打掉|捣毁|抓获|端掉)|收网行动/u;

const wholeTerritory = /全国|全省|全市|全区|全县|全州|全盟|全旗|各地/u;

// Matches what speaks of a whole territory: `全市公安机关共`, `各级检察机关`.
const territory =
  /全国|全省|全市|全区|全县|全州|全盟|全旗|各地|各级|各盟市|各市|公安机关|检察机关|我省|我市|我区|我县/u;

export function scopeOf(view: View, at: { start: number }, meaning: Meaning | null): Scope {
  const { reading, sentence, times, meeting } = view;
  const { text, held } = reading;
  const before = text.slice(sentence.start, at.start);
  if (
    meaning?.verb !== null &&
    meaning !== null &&
    /^(?:敦促|通缉|悬赏通缉|公开通缉|规劝|劝投|督促)$/u.test(meaning.verb.word)
  )
    return "aggregate";
  if (held.isCase || story.test(before)) return "case";
  let last: TimeMark | null = null;
  for (const mark of times) if (mark.start < at.start && mark.type !== "aside" && !(meeting && mark.day)) last = mark;
  const isCrackdown =
    meaning === null || /^(?:cases|suspects|gangs|dens|devices|cards|officers|funds)\./u.test(meaning.indicator.id);
  if (last !== null && isCrackdown && (last.day || last.type === "point") && !/(?:截至|截止)/u.test(before))
    return "case";
  return "aggregate";
}

/** A story starts where one case is told, and ends where a territory and a whole period are named. */
export function holdCase(held: Held, words: string, times: readonly TimeMark[], topics: readonly AreaTopic[]): void {
  const isWide =
    topics.length > 0 &&
    times.some((mark) => mark.type === "period" && !mark.day && (mark.asOf ? wholeTerritory : territory).test(words));
  if (isWide && !/[\p{Script=Han}]某/u.test(words)) held.isCase = false;
  else if (/[\p{Script=Han}]某(?!些|种|个|地|类|项|一)|报案称|举报称|专案组(?!织)|该案|此案|该团伙/u.test(words))
    held.isCase = true;
}
