import { isDay, isField } from "./forms.ts";
import type { Judged } from "./judgement.ts";
import { versesOf } from "./verses.ts";
import type { View } from "./view.ts";
import { guarded } from "../patterns/guarded.ts";

const label = guarded(/^【\p{Script=Han}{2,4}】$/u);
const introduction = guarded(/[^\s：]{3}：$/u);

/** Keeps lines whose form is an article's own: fields and entries, days of a diary, heads of boxes and of a script. */
export function keepOwnForms(views: readonly View[], weights: number[], judged: readonly Judged[]): void {
  const less = (i: number, by: number): void => {
    if (judged[i]?.formed === false) weights[i] = (weights[i] ?? 0) - by;
  };
  const days: number[] = [];
  const labels: number[] = [];
  for (const [i, view] of views.entries()) {
    const { text, han } = view.line;
    if (han > 40) {
      if (announces.test(text) && views[i + 1]?.prose === false) keepEntries(views, i, less);
      continue;
    }
    const next = views[i + 1];
    if (isDay(text)) days.push(i);
    else if (label.test(text)) labels.push(i);
    else if (isField(text) && view.cues.phones === 0) less(i, 2.5);
    else if (isWish(text)) less(i, 9);
    else if (isBoxHead(text) && next?.prose === true && next.line.closed && next.line.han > 20) less(i, 4);
    else if (isOffices(text)) less(i, 3);
    else if (introduction.test(text) && view.cues.labels === 0 && introducesItems(views, weights, i)) less(i, 3);
    // The next line goes on with it.
    else if (isInside(views, i)) less(i, 9);
    else if (isBroken(view) && next?.prose === true && (weights[i + 1] ?? 0) < -2) less(i, 3);
    if (view.prose && announces.test(text) && next?.prose === false) keepEntries(views, i, less);
  }
  // One day may be the page's; days in a row open or close the entries of a diary, or letters.
  if (days.length > 1) for (const i of days) weights[i] = Math.min(0, weights[i] ?? 0) - 9;
  const verses = versesOf(views.map(({ line }) => line));
  if (verses.size > 0)
    for (const [i, { line, cues }] of views.entries()) if (verses.has(line) && cues.words.length === 0) less(i, 6);
  if (labels.length > 1) for (const i of labels) less(i, 4);
  keepSums(views, weights, less);
  keepParallels(views, less);
}

// Matches `以下网点照常营业，请收好。`, `名单如下。`; must not match `零度以下。`.
const announces = guarded(/(?:以下|下列)(?!降|滑|跌|的?(?:人|儿童|老人))\p{Script=Han}|如下|名单|一览/u);

const wish = guarded(/^(?:(?:[顺敬谨恭预并遥]?祝\p{Script=Han}{2,16}|此致|敬礼|即颂近安)[！。!]?)$/u);
const ofTrade = guarded(/客户|顾客|用户|业主|车主|粉丝|家人们|开业|大卖/u);

/** The wish that closes a letter: matches `祝您全家安康！`, `此致`; must not match `恭祝新老客户新春快乐！`. */
function isWish(text: string): boolean {
  return wish.test(text) && !ofTrade.test(text);
}

const boxHead = guarded(/^[【[（(■●◆▍▎]{0,2}(?:新闻|相关|知识|背景|延伸|政策|法律|数据)?链接[】\]）)]?$/u);

/** Matches `链接`, `【新闻链接】`; must not match `友情链接`. */
function isBoxHead(text: string): boolean {
  return boxHead.test(text);
}

const gap = guarded(/[\s　、]+/u);

/** Matches `县公安局 县医院 县第一中学`; must not match `营业部 售楼部`. */
function isOffices(text: string): boolean {
  const names = gap.split(text);
  return (
    names.length > 1 &&
    names.every((name) => name.length >= 3 && /(?:局|院|学|校|政府|公司|站|厂|社区|村|馆|支队|大队)$/u.test(name))
  );
}

/** What stands next, or past a block of foreign lines, is the first of its items. */
function introducesItems(views: readonly View[], weights: readonly number[], i: number): boolean {
  let next = i + 1;
  while (next < i + 12 && (weights[next] ?? 0) > 0.5) next++;
  return /^(?:——|[（(]?[一1][、.．）)]|①|[●·•■◆▪○])/u.test(views[next]?.line.text ?? "");
}

/** A clause that the next line goes on with. */
function isBroken({ line, prose }: View): boolean {
  return !prose && line.text.endsWith("，") && line.han >= 4 && line.han <= 30;
}

const withoutFigure = guarded(/^[^\d！？!?]{4,30}$/u);

/**
 * A column's line in the middle of a sentence: what stands before it is open, its own clause ends in it, and it is
 * open again. `…，学员 / 免学费入学，毕业后推荐就 / 业…`; an advertisement set into a sentence is closed or has a figure.
 */
function isInside(views: readonly View[], i: number): boolean {
  const view = views[i];
  const before = views[i - 1]?.line;
  const after = views[i + 1]?.line;
  if (view === undefined || before === undefined || after === undefined) return false;
  const { line, cues } = view;
  return (
    !line.closed &&
    !before.closed &&
    line.commas > 0 &&
    before.commas > 0 &&
    cues.phones + cues.links + cues.labels + cues.discounts === 0 &&
    withoutFigure.test(line.text) &&
    /\p{Script=Han}$/u.test(line.text) &&
    /\p{Script=Han}$/u.test(before.text)
  );
}

/** Keeps entries alike under a sentence that announces them: `城东：东风巷口，电话…`, with the heads between. */
function keepEntries(views: readonly View[], i: number, less: (i: number, by: number) => void): void {
  const entries: number[] = [];
  let end = i + 1;
  while (end < views.length && end < i + 40 && views[end]?.prose === false) {
    if (isEntry(views[end]?.line.text ?? "")) entries.push(end);
    end++;
  }
  const last = entries.at(-1);
  if (entries.length < 2 || last === undefined) return;
  for (let j = i + 1; j <= last; j++) {
    if (entries.includes(j)) less(j, 9);
    else if ((views[j]?.line.han ?? 0) <= 12 && (views[j]?.cues.words.length ?? 0) === 0) less(j, 3);
  }
}

const entry = guarded(/^[^：，。\s]{2,16}：\S{4}/u);
const contactEntry = guarded(/^.{0,4}(?:电话|热线|地址|微信|邮箱|网址|QQ|联系人|扫码)：/u);

/** A name, a colon and what is told of it; must not match `电话：…`, `地址：…`. */
function isEntry(text: string): boolean {
  return entry.test(text) && !contactEntry.test(text);
}

/** Keeps three labelled lines and more whose labels begin alike: `最老的树：…`, `最远的学生：…`; not what a firm offers. */
function keepParallels(views: readonly View[], less: (i: number, by: number) => void): void {
  for (let i = 0; i < views.length;) {
    const first = views[i]?.line.text.charAt(0);
    let end = i;
    while (end < views.length && views[end]?.line.text.charAt(0) === first && isEntry(views[end]?.line.text ?? ""))
      end++;
    const sold = views.slice(i, end).some(({ cues }) => cues.phones + cues.links + cues.discounts + cues.prices > 0);
    if (end - i >= 3 && !sold) for (let j = i; j < end; j++) less(j, 4);
    i = Math.max(end, i + 1);
  }
}

/** Keeps entries that end in a sum, three at least, where nothing among them is sold: `某某 500元`, `三户 共2000元（现金）`. */
function keepSums(views: readonly View[], weights: readonly number[], less: (i: number, by: number) => void): void {
  for (let i = 0; i < views.length; i++) {
    const sums: number[] = [];
    let sold = false;
    let j = i;
    for (; j < views.length && j < i + 80; j++) {
      const view = views[j];
      if (view === undefined) break;
      if (isSum(view.line.text)) sums.push(j);
      else if (!(view.prose && (weights[j] ?? 0) < -3 && isSum(views[j + 1]?.line.text ?? ""))) break;
      sold ||= view.cues.phones + view.cues.links + view.cues.discounts > 0;
    }
    const around = [views[i - 1], views[j]].some(
      (view) => view !== undefined && (view.cues.phones > 0 || view.cues.words.some(({ kind }) => kind === "offer")),
    );
    if (sums.length >= 3 && !sold && !around) for (const at of sums) less(at, 3);
    i = Math.max(i, j - 1);
  }
}

const sum = guarded(
  /^[^\d\s].{1,24}[\s　](?:[共计约]|合计|现金)?\d[\d,.]{0,9}[余多]?万?[余多]?元(?:[（(][^（）()]{1,16}[）)])?$/u,
);

function isSum(text: string): boolean {
  return text.length <= 40 && sum.test(text);
}
