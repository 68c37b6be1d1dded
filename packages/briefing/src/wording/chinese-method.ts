/** Says how the issue was made, a point a string. */
export function chineseMethod(facts: {
  readonly draft: boolean;
  readonly fonts: readonly string[];
}): readonly string[] {
  return [
    "本期数字全部取自所列文章，按原文照录，原文的“余”“近”“约”等字一并保留；数字后的注码注明出处，原句见“附：数据出处”。",
    "“公布同比”是文章自己公布的变化；“推算同比”由两期公布的数字算得，只保留两数精度所能支持的位数，精度不足时写成范围。两者分列，不互相替代。",
    "“（推算）”的上年同期数由本期数字与公布的同比倒推而得，不是公布的数字。",
    "只比较长短相同、在年内位置相同的期间；百分比与百分点不混用。累计数、日均数、某一部分的数各自单列，不互相换算。",
    "部分数字因四舍五入，分项之和与总数可能略有出入，未作机械调整。同一统计有不同数字时，数字后加“*”，各数与来源并列于“核对”一节。",
    ...(facts.fonts.length > 0 ? [`正文和标题所用字体：${facts.fonts.join("、")}。`] : []),
    ...(facts.draft ? ["本期为草稿，尚未签发，数字可能更改。"] : []),
  ];
}
