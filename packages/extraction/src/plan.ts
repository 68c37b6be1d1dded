import type { Span } from "@jianbao/model";
import { Pattern } from "./pattern.ts";

/**
 * Tells whether a figure is of what is yet to be. Chinese has no tense: words of will (明年, 力争, 将) and words of fact (已, 了,
 * 累计) each hold for what comes after them, over commas and up to the end of the sentence, so that the nearest before a
 * figure rules. What alone says little (年内, 希望) is of will where two of the kind meet: a time that may be to come
 * and a verb that wishes.
 */
export function isYetToBe(text: string, sentence: Span, figure: Span, clauseEnd: number): boolean {
  const ends = (pattern: Pattern): number => {
    const last = pattern.allIn(text, sentence.start, figure.start).at(-1);
    return last === undefined ? -1 : sentence.start + last.index + last[0].length;
  };
  const times = ends(soon);
  const wishes = times < 0 ? -1 : ends(wishing);
  const from = Math.max(ends(ahead), ends(willed), wishes < 0 ? -1 : Math.max(times, wishes));
  return from >= 0 && !done.in(text, from, figure.start) && !doneAfter.in(text, figure.end, clauseEnd);
}

// Matches `明年`, `接下来`, `未来三年`, `下月起`; must not match `下月华`, `比明年`, `未来城`.
const ahead = new Pattern(
  /(?<![较比同])(?:明年|后年|来年|接下来|下一步|下一?阶段|下一个?(?:月|周|季度|学期)|今后|未来(?:[一二两三四五几\d]+个?[年月天周]|一段)|下(?:个?月|周|季度|学期)(?:起|将|，|,|还|再|要|计划))/u,
);

// Matches `力争`, `按照年度计划，`, `将完成`, `还将`, `目标是`, `桌上贴着目标：`; must not match `净网计划，`, `将赃款返还`, `将对方`, `作案目标是`, `检察建议31份`, `建议行政机关移送线索`, `承担送水任务46起`.
const willed = new Pattern(
  /力争|争取(?!到)|力求|预计|预期|有望|期许|期盼|(?<![模虚草])拟(?!偷|诈|骗|逃|定的|态|真|人化|制)|(?<!原)(?<!原[定来])计划(?=[\p{Script=Han}\d])(?!书|生育|单列|里|内|外|的)|(?:按照?|根据|依照)[^，,。；;\d]{0,8}(?:计划|规划)[，,]|(?:还|也|仍|均|都|即|就|又|更|并|拟)将(?!近)|(?:今年|年内)(?!以来|年?初|上半年|一季度)[^，,。；;\d]{0,8}(?<!成功|依法|已|并)将(?!近)|将(?:达|超|新增|新建|再|在|于(?!某)|继续|持续|深入|进一步|投入|努力|力争|确保|实现|推动|完成|组织(?![者头成的])|开展|推进|实施|建成|建立|扩大|突破|安排|启动|推出|派(?!出所)|设[立置]|陆续|分批|会(?![员计议场])|把|为(?![首主他她其])|向(?![^，,。]{0,10}(?:转|汇|交))|采取|加大|加强|强化|依法)|(?<!作案|侵害|攻击|下手|打击|行骗|(?:承担|完成|执行|处置|接处|参加|出动)[^，,。；;\d]{0,8})(?:目标|任务|指标)(?:数|值|量)?(?:是|为(?![^，,。\d]{1,4}[，,])|包括|定为|(?:只?有[一两三]个)?[：:]|[再约]?(?=\d)|(?=[在改完达降提升建]))|(?:^|[，,。；;：:\s“]|[局厅委院队会员他她])建议(?=[\p{Script=Han}])(?![书的函稿被\p{P}]|[^，,。；;\d]{0,14}(?:移送|立案|撤案))/u,
);

/** Times that may be to come, as may those that are over: 年内, 年底前. */
const soon = new Pattern(
  /年内|(?<!去|上|前|当)(?:年底|月底|月末|年末|日|月|季度)[之以]?前|下半年|[三四]季度|未来|届时|(?:两|三|四|五|\d)(?:个月|年)内|之后|以后/u,
);

/** Verbs that wish or order what is not there yet, or may only tell of it. */
const wishing = new Pattern(
  /将(?!近)|希望(?!小学|工程)|承诺|准备(?![好了金])|打算|[想要]把|[^主重需首紧必只纲扼摘概险]要(?![求案犯闻道素点回件害强塞])|要求(?=[\p{Script=Han}，,：:])(?!整改|限期)|再(?=[降减增压提添新建多少打走装训])|须|确保|(?:按照?|根据|依照)[^，,。；;\d]{0,6}方案[，,]/u,
);

/** What says that it is so: 已, 了, 累计; must not match 了解, 去年 of 比去年再降. */
const done = new Pattern(
  /已|了(?!解)|累计|实际|目前|至今|以来|截[至止]|(?<![较比同])(?:去年|上年|前年)|(?<![超不通])过(?!半|程|年)|率先|同比|环比|获悉|抓获|缴获/u,
);

const doneAfter = new Pattern(/已|了(?!解)/u);
