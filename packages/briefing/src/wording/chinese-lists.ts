import { type Phrase, join, mergeNotes, phrase } from "../phrase.ts";
import { lengthOf } from "./chinese-sentences.ts";
import type { Ranking } from "./wording.ts";

type Translate = (text: string) => string;

/** Characters that a sentence which lists holds before the list goes on in another. */
const mostLength = 100;

/**
 * 2023年，各地公布的数字由高到低，破获案件依次为福建省2.21万起、江西省1.4326万起；… Where two figures may be equal
 * the order is not claimed: 抓获嫌疑人为北河近3万名、南山2.9万余名，部分数字相近，先后不能确定。
 */
export function chineseRankings(when: Phrase, rankings: readonly Ranking[], t: Translate): Phrase {
  const ordered = rankings.filter(({ isOrdered }) => isOrdered);
  const unordered = rankings.filter(({ isOrdered }) => !isOrdered);
  const sentences = [
    ...sentencesOf(
      ordered.map((one) => phrase(one.label, t(one.isPart ? leading(one) : "依次为"), rowsOf(one))),
      phrase(when, t("，各地公布的数字由高到低，")),
      [],
    ),
    ...sentencesOf(
      unordered.map((one) => phrase(one.label, t("为"), rowsOf(one), one.isPart ? t("等") : null)),
      phrase(when, t("，各地公布的")),
      phrase(t("，部分数字相近，先后不能确定")),
    ),
  ];
  return mergeNotes(phrase(...sentences), "。");
}

/** 福建省2.21万起、江西省1.4326万起 */
function rowsOf({ rows }: Ranking): Phrase {
  return join(
    rows.map((row) => phrase(row.area, row.figure)),
    "、",
  );
}

/** 居前五位的依次为 */
function leading({ rows }: Ranking): string {
  return `居前${numerals[rows.length - 1] ?? "列"}位的依次为`;
}

const numerals = ["一", "二", "三", "四", "五"] as const;

/** 本期新增的数字：2023年的破获案件、止付拦截资金；2024年1月的劝阻。数字见以下各部分。 */
export function chineseNewFigures(
  periods: readonly { readonly when: Phrase; readonly names: readonly string[] }[],
  areas: readonly string[],
  t: Translate,
): Phrase {
  const items = periods.map(({ when, names }) => phrase(when, t("的"), listed(names, t)));
  return phrase(
    ...sentencesOf(items, phrase(t("本期新增的数字：")), [], t("还有")),
    items.length > 0 ? t("数字见以下各部分。") : null,
    areas.length > 0 ? phrase(t("新增其他地区的数字，涉及"), listed(areas, t), t("，见“各地情况”。")) : null,
  );
}

/** How many names a list has before 等 stands for the rest. */
const mostNames = 12;

function listed(names: readonly string[], t: Translate): string {
  return `${names.slice(0, mostNames).join("、")}${names.length > mostNames ? t("等") : ""}`;
}

/** Puts clauses into sentences of a readable length, the first with the opening, others with `again`. */
function sentencesOf(
  clauses: readonly Phrase[],
  opening: Phrase,
  closing: Phrase,
  again: string | null = null,
): readonly Phrase[] {
  const sentences: Phrase[][] = [];
  let length = 0;
  for (const clause of clauses) {
    const last = sentences.at(-1);
    const size = lengthOf(clause);
    if (last && length + size <= mostLength) {
      last.push(clause);
      length += size;
    } else {
      sentences.push([clause]);
      length = size;
    }
  }
  return sentences.map((members, at) => phrase(at === 0 ? opening : again, join(members, "；"), closing, "。"));
}
