import { type Found, findAreas, findShortNames } from "@jianbao/model";
import type { Structure } from "../../structure.ts";
import { arabic, english } from "./dates.ts";
import type { EdgeLine } from "./edges.ts";
import { creditIn, isOffice, isOutletName, namesPeople } from "../lines/forms.ts";
import type { Paragraph } from "../lines/paragraph.ts";
import { mastheadOf } from "../page/mastheads.ts";
import { isStamp, namesOutlet } from "../page/stamped.ts";
import { guarded } from "../../patterns/guarded.ts";

interface OutletEvidence {
  readonly paragraphs: readonly Paragraph[];
  readonly edges: readonly EdgeLine[];
  readonly structure: Structure;
  readonly labelled: readonly { readonly label: string; readonly value: string; readonly line: string }[];
  readonly text: string;
  readonly byline?: string | null;
}

/** Finds which outlet an article is of: by label, note, dateline, the line of its date, byline or signature. */
export function publisherIn(evidence: OutletEvidence): Found<string> | null {
  return (
    byLabel(evidence, true) ??
    byNote(evidence) ??
    byMasthead(evidence) ??
    byAccount(evidence.structure) ??
    byLabel(evidence, false) ??
    byIssuer(evidence) ??
    byDateline(evidence) ??
    byDateLine(evidence) ??
    byStamp(evidence) ??
    byByline(evidence) ??
    byHead(evidence.structure) ??
    bySignature(evidence) ??
    byWire(evidence) ??
    bySite(evidence) ??
    byImprint(evidence)
  );
}

/** 来源：某报; an office that supplied the text (来源：某县公安局) counts after the account that published it. */
function byLabel({ labelled }: OutletEvidence, outlets: boolean): Found<string> | null {
  const found = labelled
    .filter(({ label }) => /来源|稿源|转自|转载自|出处/u.test(label))
    .map((one) => ({ ...one, name: nameOf(one.value) }))
    .find(({ name }) => isName(name) && !(outlets && isOffice(name) && !isOutletName(name)));
  return found === undefined
    ? null
    : { value: found.name, by: "text", evidence: found.line, confidence: isOutletName(found.name) ? 0.96 : 0.9 };
}

/** 发布单位：某市某局; a person or an account with a login's name is none. */
function byIssuer({ labelled }: OutletEvidence): Found<string> | null {
  const found = labelled
    .filter(({ label }) => /^(?:(?:发布|答复|回复)(?:单位|部门|机构)|发文机关)$/u.test(label))
    .map((one) => ({ ...one, name: nameOf(one.value) }))
    .find(({ name }) => isName(name) && (isOffice(name) || isOutletName(name)));
  return found === undefined ? null : { value: found.name, by: "text", evidence: found.line, confidence: 0.85 };
}

// Matches `《某报》2024年1月15日第2版`; must not match `《方案》2024年1月15日印发`.
const namedWithDay = guarded(
  /^《([^《》]{2,16})》[（(]?\d{4}年\d{1,2}月\d{1,2}日[）)]?(?:第?\s?[A-Z]?\d{1,3}\s?版)?$/u,
);

// Matches `（原载某报）`, `（来源：某网）`; must not match `（据介绍）`.
const sourceInBrackets = guarded(
  /[（(](?:本文)?(?:原载于?|原刊于?|来源[:：]?|摘自|转自|选自|刊于|载于|据)\s?(?:《([^《》]{2,20})》|([^（()）《》，。\d]{2,20}?(?:报|网|社|台|刊|客户端|公众号|公安|发布|融媒|新闻)(?![报网社台刊])))[^（()）]{0,24}[）)]/gu,
);

/** （原载《某报》…）, （来源：某网）, 《某报》2024年1月15日第2版. */
function byNote({ text, edges }: OutletEvidence): Found<string> | null {
  for (const match of sourceInBrackets.all(text)) {
    return { value: match[1] ?? match[2] ?? "", by: "text", evidence: match[0], confidence: 0.95 };
  }
  for (const edge of edges) {
    const found = namedWithDay.exec(arabic(edge.text));
    if (found?.[1] !== undefined) return { value: found[1], by: "text", evidence: edge.text, confidence: 0.92 };
  }
  return null;
}

const ofAccounts = guarded(/原创|发表于/u);
const yearDigits = guarded(/(?:19|20)\d{2}/u);

/** The head of the page or of the account: 《某某月刊》2022年第5期, 某某发布 微信公众号, 原创 某某 某某 发表于某地. */
function byMasthead({ edges }: OutletEvidence): Found<string> | null {
  for (const { text, place } of edges) {
    if (place !== "head") continue;
    const head = mastheadOf(text);
    if (head !== null) return { value: head.outlet, by: "text", evidence: text, confidence: 0.88 };
    if (!ofAccounts.test(text) || text.length > 60) continue;
    const account = wordsOf(arabic(text).replace(/(?:19|20)\d{2}[-年/.]\d{1,2}[-月/.]\d{1,2}日?.*$/u, "")).at(-1);
    if (account !== undefined && /^\p{Script=Han}[\p{Script=Han}A-Za-z]{1,15}$/u.test(account) && yearDigits.test(text))
      return { value: account, by: "text", evidence: text, confidence: 0.85 };
  }
  return null;
}

// Matches `据新华社北京1月2日电`, `人民网北京1月2日电`; must not match `据新华社报道`.
const agencyDateline = guarded(
  /(?:^|\n)[（(〔【[]?据?(新华社|中新社|中新网|人民网|央视网|光明网|法治日报|\p{Script=Han}{2,8}?(?:日报|晚报|时报|早报|晨报|商报|都市报|法治报|[报网社刊台]|客户端|新闻[网社]?(?!组)|商讯|在线))[^，。\n]{0,16}?\d{1,2}日(?:电|讯|消息)/u,
);
// Matches `某某日报讯（记者某某）`, `某某日报客户端讯`; must not match `本报讯`, `据通讯`.
const paperDateline = guarded(
  /(?:^|\n)[【〔[]?(?!本)(\p{Script=Han}{2,8}(?:日报|晚报|时报|早报|晨报|商报|都市报|法治报|网|在线|新闻))(?:客户端)?(?:专?讯|消息)(?=[\s　（(】〕\]])/u,
);

// Matches `某网时刻某地1月2日讯（`: what stands before the day in a dateline that a bracket follows.
const anyDateline = guarded(
  /(?:^|\n)(?!本[报网台])(\p{Script=Han}{4,14}?)(?:\d{4}年)?\d{1,2}月\d{1,2}日[讯电][\s　]?[（(]/u,
);
// Matches `某省法制传媒网：2022年`, where a site opens its text with its name; must not match `某网友：`.
const ownName = guarded(
  /^(\p{Script=Han}{3,12}(?:网|在线|日报|晚报|新闻|时报)|新华社|中新社)：(?=[\p{Script=Han}\d“])/u,
);

/** 据新华社北京1月2日电, 某某日报1月2日讯, 某某日报讯. */
function byDateline({ text, paragraphs }: OutletEvidence): Found<string> | null {
  const dateline = agencyDateline.exec(text);
  if (dateline?.[1] !== undefined && !/^本[报网台社]/u.test(dateline[1]))
    return { value: dateline[1], by: "text", evidence: dateline[0].trim(), confidence: 0.9 };
  const report = paperDateline.exec(text);
  if (report?.[1] !== undefined) return { value: report[1], by: "text", evidence: report[0].trim(), confidence: 0.9 };
  const any = anyDateline.exec(text);
  const name = any?.[1] === undefined ? "" : withoutPlace(any[1]);
  if (any !== null && /[报网社台刊]|时刻|新闻|在线/u.test(name))
    return { value: name, by: "text", evidence: any[0].trim(), confidence: 0.8 };
  const opening = paragraphs.find(({ kind }) => kind === "prose")?.text ?? "";
  const own = ownName.exec(opening)?.[1];
  return own === undefined ? null : { value: own, by: "text", evidence: `${own}：`, confidence: 0.8 };
}

/** What stands before the place in a dateline: 某网时刻 in 某网时刻某市. */
function withoutPlace(name: string): string {
  const last = [...findAreas(name), ...findShortNames(name)].findLast(
    ({ span }) => span.end === name.length && span.start >= 2,
  );
  return last === undefined ? name : name.slice(0, last.span.start);
}

const sentenceMark = guarded(/[。；]/u);
const fullDay = guarded(/(?:19|20)\d{2}(?:年\/?|[-/.])\d{1,2}(?:月\/?|[-/.])\d{1,2}日?/u);

// Matches `某报 / 记者某某／即时报道`; must not match `某报记者采访`.
const outletFirst = guarded(/^(\p{Script=Han}{2,10})\s?[/／|｜]\s?(?:\p{Script=Han}{0,4}记者|综合报道|即时报道)/u);

/** The outlet's bare name beside the date: 2024年1月15日 某某在线, 某某日报 2024-01-15, a folio, an account's line. */
function byDateLine({ edges }: OutletEvidence): Found<string> | null {
  for (const { text } of edges) {
    if (text.length > 60 || sentenceMark.test(text)) continue;
    const line = arabic(text);
    const own = outletFirst.exec(line)?.[1];
    if (own !== undefined && isOutletName(own)) return { value: own, by: "text", evidence: text, confidence: 0.88 };
    const date = fullDay.exec(line) ?? english.exec(line);
    if (date === null) continue;
    const before = wordsOf(line.slice(0, date.index));
    const after = wordsOf(line.slice(date.index + date[0].length));
    // 原创 名 名: an account's author, then the account.
    const account = /原创/u.test(line) && before.length >= 1 ? before.at(-1) : undefined;
    const named = account ?? [...before, ...after].find((word) => isOutletName(word));
    if (named !== undefined)
      return { value: named, by: "text", evidence: text, confidence: account === undefined ? 0.88 : 0.85 };
    // 某省某厅 2023年11月6日
    const [office] = before;
    if (before.length === 1 && after.length === 0 && office !== undefined && isOffice(office))
      return { value: office, by: "text", evidence: text, confidence: 0.8 };
    // Matches `2024年1月15日 某某之窗`; must not match `2024年1月15日 星期一`.
    const [only] = after;
    if (
      before.length === 0 &&
      after.length === 1 &&
      only !== undefined &&
      !/作者|记者|通讯员|编辑|[撰供投]稿/u.test(line) &&
      /^\p{Script=Han}{2,12}$/u.test(only) &&
      !namesPeople(only) &&
      !/^(?:更新|修改|发布|印发|整理|编辑|公布|公告|上传)/u.test(only)
    )
      return { value: only, by: "text", evidence: text, confidence: 0.7 };
  }
  return null;
}

/** The outlet's bare name on a line of its own, above or below the page's stamp. */
function byStamp({ edges }: OutletEvidence): Found<string> | null {
  for (const [i, { text, place }] of edges.entries()) {
    if (place !== "head" || !namesOutlet(text)) continue;
    const beside = [edges[i - 1], edges[i + 1]].find((one) => one !== undefined && isStamp(arabic(one.text)));
    if (beside !== undefined) return { value: text, by: "text", evidence: `${text} ${beside.text}`, confidence: 0.8 };
  }
  return null;
}

/** An agency in brackets behind the last sentence: 。（新华）, 。（中新）. */
function byWire({ paragraphs }: OutletEvidence): Found<string> | null {
  const last = paragraphs.findLast(({ kind }) => kind === "prose")?.text ?? "";
  const name = /[（(](新华|中新|央视|人民)(?:社|网)?[）)]$/u.exec(last.slice(-8));
  if (name === null) return null;
  const value = { 新华: "新华社", 中新: "中新社", 央视: "央视", 人民: "人民网" }[name[1] ?? ""] ?? "";
  return value === "" ? null : { value, by: "text", evidence: name[0], confidence: 0.75 };
}

// Matches `本网站所有内容属《某报》所有`, `版权所有 ©2020 某某日报`; must not match `版权归作者所有`.
const rights = guarded(
  /(?:所有|全部)?(?:内容|版权|图文)(?:均)?[属归]于?《?([\p{Script=Han}]{2,14}?)》?所有|(?:版权所有|copyright|©)[\s:：©\d年–-]{0,16}《?([\p{Script=Han}]{2,14})》?(?=[\s　，。]|[A-Za-z]|$)/giu,
);

/** Who holds the rights in the page, where that is a paper, an agency or a site. */
function byImprint({ edges }: OutletEvidence): Found<string> | null {
  for (const { text, place } of edges) {
    if (place !== "foot") continue;
    for (const match of rights.all(text)) {
      const name = (match[1] ?? match[2] ?? "").replace(/(?:电子版|数字报|版权)$/u, "");
      if (isOutletName(name)) return { value: name, by: "text", evidence: text, confidence: 0.6 };
    }
  }
  return null;
}

/** The words of a line that may be names. */
function wordsOf(text: string): string[] {
  return text
    .replaceAll(
      /\d{1,2}[:：]\d{2}(?:[:：]\d{2})?|星期[一二三四五六日天]|第?\s?[A-Z]?\d{1,3}\s?版|发[布表]于\p{Script=Han}{0,4}|(?<!\p{Script=Han})发[布表](?!\p{Script=Han})|原创|[甲乙丙丁戊己庚辛壬癸]\S年\S{0,5}|[正腊冬一二三四五六七八九十]{1,2}月\S{2}(?=\s|$)/gu,
      " ",
    )
    .split(/[\s　|丨｜/_《》【】〔〕（()）:：]+/u)
    .filter((word) => word.length >= 2 && !/^(?:来源|时间|日期|作者|编辑|要闻|正文|首页|我的.{0,4})$/u.test(word));
}

function byByline({ paragraphs, byline: told }: OutletEvidence): Found<string> | null {
  const byline = paragraphs.find((one) => one.kind === "byline")?.text ?? told ?? "";
  const house =
    /(新华社|人民网|中新社|中新网|央视|光明网|\p{Script=Han}{2,6}(?:日报|晚报|时报|早报|晨报|商报|周报|法治报|周刊|在线|融媒|新闻|新语|网)社?)(?=(?:见习|全媒体|融媒体|首席)?[\s　]?(?:记者|通讯员)|[\s　])/u.exec(
      byline,
    );
  const credit = creditIn(byline)?.outlet;
  if (credit !== undefined) return { value: credit, by: "text", evidence: byline, confidence: 0.85 };
  return house?.[1] === undefined || house[1].startsWith("本")
    ? null
    : { value: house[1], by: "text", evidence: byline, confidence: 0.85 };
}

/** The account that a page of a platform is of. */
function byAccount(structure: Structure): Found<string> | null {
  const found = structure.stated.find(({ field, evidence }) => field === "publisher" && accounts.test(evidence));
  return found === undefined ? null : { value: found.value, by: "text", evidence: found.evidence, confidence: 0.88 };
}

const accounts = /js_name|nickname|profile/u;

function byHead(structure: Structure): Found<string> | null {
  const found = structure.stated.find((one) => one.field === "publisher");
  return found === undefined ? null : { value: found.value, by: "text", evidence: found.evidence, confidence: 0.85 };
}

/** What a page's title says besides the headline: 某事-某某新闻, 某某晚报数字报——某事. */
function bySite({ structure, paragraphs }: OutletEvidence): Found<string> | null {
  const title = structure.stated.find(({ field, evidence }) => field === "title" && evidence === "title")?.value ?? "";
  const headline = paragraphs.find(({ kind }) => kind === "heading")?.text ?? "";
  if (headline.length < 4) return null;
  const parts = title.split(/\s?(?:——|--|[-_|｜丨–—·])\s?/u).filter((part) => part !== "");
  if (parts.length < 2) return null;
  const names = parts
    .map((part) => part.replace(/(?:数字报(?:刊平台)?|电子[报版]|手机[版网]|移动版|官网|官方网站|首页)$/u, "").trim())
    .filter((part) => /^\p{Script=Han}{3,12}$/u.test(part) && !headline.includes(part) && !ofSections.test(part));
  const name = names.find((part) => isOutletName(part)) ?? names.at(-1);
  if (name === undefined) return null;
  return { value: name, by: "text", evidence: title, confidence: isOutletName(name) ? 0.75 : 0.55 };
}

/** Parts of a page's title that name a section or a kind of page, not who publishes it. */
const ofSections =
  /频道|专[题栏]|栏目|正文|详情|新闻中心|国内|国际|社会|要闻|公开|问答|互动|交流|咨询|留言|回复|直播|打印|信箱|公告|通知|动态|工作|活动|文章|内容页|网站|本地|资讯|杂谈/u;

/** An office signs its papers: its name, and the date below. */
function bySignature({ edges }: OutletEvidence): Found<string> | null {
  const foot = edges.filter(({ place }) => place === "foot");
  for (const [i, { text, page }] of foot.entries()) {
    const next = arabic(foot[i + 1]?.text ?? "");
    if (
      page ||
      !(isOffice(text) || signs.test(text)) ||
      !/^[（(]?(?:19|20)\d{2}年\d{1,2}月\d{1,2}日[）)]?$/u.test(next)
    )
      continue;
    return { value: text, by: "text", evidence: `${text} ${foot[i + 1]?.text ?? ""}`, confidence: 0.8 };
  }
  return null;
}

// Matches `某市照明管理处`; must not match `记者在办事处`.
const signs = guarded(
  /^\p{Script=Han}{3,26}(?:局|委|厅|部|办|处|所|中心|院|站|队|会|公司|政府|办公室|学校|大学|医院|集团|指挥部|领导小组)$/u,
);

/** The name in a label's value, without what the page adds to it. */
function nameOf(value: string): string {
  return (
    value
      .replace(/[】〕\]|丨｜].*$/u, "")
      // 《某报》A03版
      .replace(/^[《“]([^《》“”]{2,20})[》”].*$/u, "$1")
      .replace(/[》”]\s?第?\s?[A-Z]?\d{1,3}\s?版.*$/u, "")
      // 某报（某地）, whose closing bracket the field may have lost.
      .replace(/(?<=\p{Script=Han}{2})[（(]\p{Script=Han}{2,8}[）)]?$/u, "")
      .replace(
        /[\s　|丨｜]*(?:(?:19|20)\d{2}[-/.年]\s?\d{1,2}[-/.月].*|\d{1,2}[-/]\d{1,2}\s+\d{1,2}[:：]\d{2}.*|\d{1,2}[:：]\d{2}.*)$/u,
        "",
      )
      .replaceAll(/^[《“【[]|[》”】\]（(]$/gu, "")
      // 某某新闻∙某省: where an account writes from.
      .replace(/(?<=\p{Script=Han}{3})\s?[∙·•・]\s?\p{Script=Han}{2,3}$/u, (place) =>
        findAreas(place).length > 0 ? "" : place,
      )
      .trim()
  );
}

function isName(value: string): boolean {
  return (
    value.length >= 2 &&
    value.length <= 24 &&
    !/^(?:网络|互联网|本站|本网|本报|未知|原创|综合|综合整理|佚名|转载|网友|其他|未注明|互动)$/u.test(value) &&
    !/^\d/u.test(value)
  );
}
