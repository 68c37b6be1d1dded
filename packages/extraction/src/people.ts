import type { Figure } from "./figure.ts";
import type { Hit } from "./lexicon.ts";
import type { Run } from "./reading.ts";

/** 嫌疑人有208个，其中刑拘139个: 个 counts the people that the words or the figure before name. */
export function countsPeople(
  called: readonly string[],
  text: string,
  figure: Figure,
  left: readonly Hit[],
  right: readonly Hit[],
  run: Run,
): boolean {
  if (figure.unitText !== "个") return false;
  // “车手”19个, 139个赌客, 其中女的47个.
  const who = text.slice(Math.max(0, figure.prefixStart - 8), figure.prefixStart).replace(/[”"]?(?:有|是|为)?$/u, "");
  if (whoBefore.test(who) || called.some((word) => who.endsWith(word))) return true;
  const after = text.slice(figure.end, figure.end + 10);
  if (whoAfter.test(after)) return true;
  const named = after.replace(/^[\p{Script=Han}]{0,4}的/u, "");
  if (called.some((word) => named.startsWith(word))) return true;
  const isPeople = (word: string): boolean => people.test(word) || called.some((one) => word.endsWith(one));
  // 打掉招募人员的团伙12个: the noun nearest to the figure is what it counts.
  const nearest = left.findLast(({ use, word }) => use.nouns.length > 0 || isPeople(word));
  if ((nearest !== undefined && isPeople(nearest.word)) || right.some(({ word }) => isPeople(word))) return true;
  const last = run.last;
  const isSame = last !== null && last.figure?.unitText === "个" && last.indicator?.unit === "person";
  return isSame && ![...left, ...right].some(({ use }) => use.nouns.length > 0);
}

const people = /(?:嫌疑人|人员|逃犯|受害人|老人|群众|成员|团伙成员|家伙|小偷|街坊|居民|市民|村民|学生|乡亲)$/u;
const whoBefore = /(?:[赌嫖]客|嫌犯|的人|[男女]的|老乡|后生|学生娃)$/u;
const whoAfter =
  /^(?:[要想]|准备|正要|差点|险些)[\p{Script=Han}]{1,8}的(?![\p{Script=Han}])|^(?:[\p{Script=Han}]{0,4}的)?(?:帮[\p{Script=Han}]{2,6}的(?![\p{Script=Han}])|[赌嫖旅顾]客|嫌犯|嫌疑人|学生|老人|老乡|乡亲|群众|居民|村民|孩子|老师|娃|人(?![\p{Script=Han}]))/u;
