import type { Figure } from "./figure.ts";
import type { Run, View } from "./reading.ts";

/**
 * Tells whether a percentage that no indicator fits is a statistic: a rate by its name (合格率96.7%), the next of a list after
 * one, or a share of a group that is the subject of its clause (七成以上涉及商标) or all that is said of a part (初中学历的超过半数).
 */
export function isRate(view: View, { last }: Run, figure: Figure, clauseStart: number): boolean {
  const { reading, sentence, figures } = view;
  const { text } = reading;
  const clause = text.slice(clauseStart, figure.start);
  if (/率|比例|占比|比重|指数|满意度|集中度|渗透度|PMI/u.test(clause)) return true;
  if (figure.unit !== "percent") return false;
  if (/(?<![同环对相])比(?:高达|达到?|[为是])?$/u.test(text.slice(clauseStart, figure.prefixStart))) return true;
  // 刷单类占比最高，达38%.
  const whole = text.slice(sentence.start, figure.prefixStart);
  if (/(?:占比|比例|比重)[^，,。\d]{0,6}[，,](?:高?达|为|是)?到?$/u.test(whole)) return true;
  // 佩戴率为91.6%，较去年提高6.8个百分点，其中骑手99.3%: the change said nothing else.
  const before = figures.findLast(({ end, unit }) => end <= figure.prefixStart && unit === "pp");
  const said = text
    .slice(Math.max(last?.span.end ?? sentence.start, before?.end ?? 0), figure.prefixStart)
    .replace(/(?:20\d\d|\d{1,2}|今|去)[年月]份?/gu, "");
  if (last?.figure?.unit === "percent") {
    // 入园率只有41.6%；2023年，这一数字是92.3%.
    if (/^[；;，,]+(?:这个?|这一|该)(?:数字|数据|比例|指标)[是为达]$/u.test(said)) return true;
    if (/^[；;，,、](?:其中)?[\p{Script=Han}]{1,10}(?:[，,]?为)?$/u.test(said)) return true;
  }
  return isListedShare(view, figure) || isShare(view, figure, clauseStart);
}

/** 食品（18%）、服装（9%）: the shares of a list, each in brackets after its name. */
function isListedShare({ reading, sentence, figures }: View, figure: Figure): boolean {
  const { text } = reading;
  const isBracketed = ({ unit, prefixStart, end }: Figure): boolean =>
    unit === "percent" && bracketed.test(text.slice(prefixStart - 3, prefixStart)) && /[）)]/u.test(text[end] ?? "");
  if (!isBracketed(figure) || priced.test(text.slice(sentence.start, sentence.end))) return false;
  const list = figures.filter((other) => isBracketed(other));
  return list.length > 1 && list.reduce((sum, { value }) => sum + (value ?? 0), 0) <= 101;
}

// Matches `食品（`, `类（占`; must not match `上升（`.
const bracketed = /[\p{Script=Han}”](?<!上升|增长|增加|提高|下降|减少|降低|[升降增减涨跌率])[（(][占约]?$/u;

/** 93.2%的召唤, 约七成为服装, 有固定厂房的不到两成: a part of a group that is told of. */
function isShare({ reading, sentence }: View, figure: Figure, clauseStart: number): boolean {
  const { text, held } = reading;
  const before = text.slice(clauseStart, figure.prefixStart).trimStart();
  const after = text.slice(figure.end, figure.end + 14).replace(/^(?:以上|左右|以下|上下)/u, "");
  if (held.isCase || priced.test(before + after)) return false;
  // A group is its subject: 63.5%的被告人不满35周岁, 半数没有专职人员.
  if (opens.test(before)) return /^[\p{Script=Han}“]/u.test(after) && !noShare.test(after);
  const isAll = /^(?:[，,。；;、）)\n]|$)/u.test(after);
  return isAll && ofPart.test(before) && amongWhom.test(text.slice(sentence.start, figure.prefixStart));
}

// Matches `其中`, `案件里，`, `但`; must not match `同比`.
const opens =
  /^(?:其中|当中|这里面|而|但|且|还有|尚有|另有|约有|有|[\p{Script=Han}“”]{2,12}(?:里头?|里面|之?中|当中))?$/u;

// Matches `初中以下学历的`, `外省籍`, `专利案件占`, `退休老人只有`; must not match `利润`.
const ofPart =
  /(?:的|[者人员籍类型性生户]|老人|[男女]|案件?|事故|企业|群体|青年|农民|[岁后])(?:则|也|都|还|就|已|仅|只|又)*(?:占到?了?|高?达到?|[有为是])?$/u;

// Matches `，其中`, `受害人里，`, `从学历看，`; must not match `工作中`.
const amongWhom =
  /其中|当中|(?:[人员者户群众案件子业货品品因]|事故|学生|企业)(?:里头?|里面|之?中)[，,]|(?:从|按|分)[^，,。；;\d]{1,8}看[，,]|占|[\d.]+[万亿]?[余多]?[名人起件宗个户家][，,]/u;

/** What is paid, lent or mixed: no part of a group. */
const priced =
  /利[率息]|佣金|提成|手续费|服务费|抽成|抽头|首付|折扣|年化|收益|回报|分红|股[份权]|浓度|度数|酒精|把握|胜算|电量|成新|返利|返现/u;

// Matches `的增长`, `增速`, `的罚款`; must not match `的召唤`.
const noShare = /^(?:归|给)|^的?(?:增[长幅速加]|速度|幅度|[升降涨跌减]|上升|下降|可能|概率|几率|罚|比例|份额)/u;
