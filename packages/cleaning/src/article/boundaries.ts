import { findAreas } from "@jianbao/model";
import { isByline, isNote } from "./forms.ts";
import type { Paragraph } from "./join.ts";

/** Cuts the paragraphs of a file into its articles; mostly there is one. */
export function splitArticles(paragraphs: readonly Paragraph[]): Paragraph[][] {
  const parts: Paragraph[][] = [];
  let part: Paragraph[] = [];
  let prose = 0;
  paragraphs.forEach((paragraph, i) => {
    if (prose >= 2 && begins(paragraphs, i)) {
      parts.push(part);
      part = [];
      prose = 0;
    }
    part.push(paragraph);
    if (paragraph.kind === "prose") prose++;
  });
  if (part.length > 0) parts.push(part);
  return parts.length > 0 ? parts : [[]];
}

/** A headline begins an article where the one before has ended, or where a byline or dateline follows it. */
function begins(paragraphs: readonly Paragraph[], i: number): boolean {
  const here = paragraphs[i];
  const before = paragraphs[i - 1];
  if (here === undefined || before === undefined) return false;
  if (opensWithDateline(here.text) && here.kind === "prose")
    return before.kind !== "heading" && before.kind !== "byline" && ends(before);
  if (here.kind !== "heading" || isNumbered(here.text) || here.text.length < 8) return false;
  // A second line of the headline, then the byline, then prose.
  let next = i + 1;
  let byline = false;
  while (next < paragraphs.length && next <= i + 3 && paragraphs[next]?.kind !== "prose") {
    if (isByline(paragraphs[next]?.text ?? "")) byline = true;
    next++;
  }
  const body = paragraphs[next];
  if (body?.kind !== "prose") return false;
  if (ends(before)) return lengthFrom(paragraphs, next) >= 60;
  return byline || opensWithDateline(body.text) || isAbroad(paragraphs, i, body.text);
}

/**
 * A heading names a place that nothing before it names, and its first sentence tells of a meeting there on a full
 * date: another article, where only one heading of the file is like this. Sections of a round-up are several.
 */
function isAbroad(paragraphs: readonly Paragraph[], i: number, body: string): boolean {
  // Matches `某省公安厅2020年11月20日召开`; must not match a date deep in the paragraph.
  if (!/^.{0,24}(?:19|20)\d{2}年\d{1,2}月\d{1,2}日[^。]{0,12}(?:召开|举行|发布|通报|公布)/u.test(body)) return false;
  const [place] = findAreas(paragraphs[i]?.text ?? "");
  if (place === undefined || findAreas(body.slice(0, 24)).length === 0) return false;
  const before = paragraphs.slice(0, i).map((one) => one.text);
  if (findAreas(before.join("\n")).length > 0) return false;
  const others = paragraphs.filter((one, p) => p !== i && one.kind === "heading" && findAreas(one.text).length > 0);
  return others.length === 0;
}

function lengthFrom(paragraphs: readonly Paragraph[], from: number): number {
  let sum = 0;
  for (let i = from; i < paragraphs.length && sum < 60; i++) sum += paragraphs[i]?.text.length ?? 0;
  return sum;
}

/** The last words of an article: a source note, a dateline at the end, （完）, who reported it. */
function ends(paragraph: Paragraph): boolean {
  if (isNote(paragraph.text)) return true;
  // Matches `。（原载某报）` and `。（本报记者某某）` at a paragraph's end; must not match `（征求意见稿）`.
  return /[（(](?:原载|摘自|转自|选自|来源|据[^（()）]{2,20}(?:报|网|社|电)|完|(?:本报|本网|新华社|\p{Script=Han}{2,6}[报网社])?(?:记者|通讯员)[^（()）]{2,40})[^（()）]{0,24}[）)]$/u.test(
    paragraph.text.slice(-80),
  );
}

function opensWithDateline(text: string): boolean {
  // Matches `新华社北京1月2日电`, `本报讯`, `某某网1月2日讯（记者某某）`; must not match `据新华社报道，`.
  return /^(?:本报|本网|新华社|中新社|中新网|人民网|央视网|\p{Script=Han}{2,8}[报网社])[^，。]{0,24}(?:讯|电)[\s（(　]/u.test(
    text.slice(0, 60),
  );
}

function isNumbered(text: string): boolean {
  return /^(?:第?[一二三四五六七八九十]{1,3}[、章节：]|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}[.．、])/u.test(
    text,
  );
}
