import type { Draft } from "./draft.ts";
import { Pattern } from "./pattern.ts";

/**
 * The levels in 件 that count matters, as 起 does, and no things: what their indicator counts are cases, or the words
 * before them since the last figure name a matter (受理投诉4.2万件, 取缔酒驾2300件). A level whose words name neither is of what
 * the level in 件 before it is of (其中信用卡业务2.1万件). Things by their name (货物, 专利) rule.
 */
export function mattersOf(text: string, drafts: readonly Draft[]): ReadonlySet<Draft> {
  const matters = new Set<Draft>();
  let before: Draft | null = null;
  let end = 0;
  for (const draft of drafts) {
    const { figure, indicator, sentence, span } = draft;
    if (figure?.unitText === "件") {
      const start = Math.max(end, sentence.start, figure.prefixStart - 40);
      const isNear = before !== null && figure.start - before.span.end <= reach && !otherDeed.in(text, end, span.start);
      if (indicator?.unit === "case" || indicator?.units?.includes("case") === true) matters.add(draft);
      // 批准逮捕306件527人: cases and those who stand in them.
      else if (ofPeople.test(text.slice(figure.end, figure.end + 10))) matters.add(draft);
      else if (isOfMatter(text, start, figure.prefixStart) ?? (isNear && before !== null && matters.has(before)))
        matters.add(draft);
      before = draft;
    }
    end = span.end;
  }
  return matters;
}

// Matches `5627人`, `1.6万余人`; must not match `，5627人`, `12人次`.
const ofPeople = /^[\d.,]+[余多]?[万]?[余多]?人(?!次|民)/u;

/** How far the level before it may stand, in characters. */
const reach = 160;

/** Whether the word nearest to a figure that tells is one of a matter or of a thing; null where none does. */
function isOfMatter(text: string, start: number, end: number): boolean | null {
  const matter = matters.lastIn(text, start, end);
  const thing = things.lastIn(text, start, end);
  return matter < 0 && thing < 0 ? null : matter > thing;
}

// Matches `投诉`, `取缔`, `纠纷`, `移送公安机关`; must not match `投诉材料`, `案卷`, `涉案货物`.
const matters = new Pattern(
  /(?<!涉)案(?!卷|值|发|款|物|情|由|板)|(?:投诉|举报|检举|申诉|控告|信访|上访|纠纷|事故|火[灾警]|肇事|违[法规章]|超[速载员]|[酒醉毒]驾|[警险]情|诉讼|起诉|抗诉|撤诉|调解|裁[罚决]|仲裁|复议|开罚|计罚|处罚|告发|取缔|拦[阻停]|劝阻|求助|诉求|扰民|犯罪|[^犯]罪|侵权|移送)(?!材料|[信函]件|货|物|商?品|嫌疑|热线|电话)/u,
);

// Matches `货物`, `专利`, `查扣侵权商品`; must not match `产品质量投诉`.
const things = new Pattern(
  /(?:(?<!期)货[物品]?|物品|广告|商品|产品|制品|成品|半成品|药[品材]|食品|专利|商标|实用新型|外观设计|著作权登记|作品|软件|包裹|快[递件]|邮件|信件|文物|古玩|衣[物服]|鞋|[箱手]包|首饰|玩具|配件|零件|器具|工具|装备|设备|赃物|制服|枪|刀具|弹|烟花|爆竹|标的|许可证|执照|证[件书照]|批[文件]|事项|提案|议案|建议|文件|资料|材料)(?!类|型|领域|行业|方面|安全|质量|问题|投诉|举报)/u,
);

/** A verb of things is of none of the matters before it. */
const otherDeed = new Pattern(
  /授权|注册|申请|查扣|缴获|收缴|起获|扣[留押]|揽收|找回|上报|下架|清理|发放|制作|印制|新增|征集/u,
);
