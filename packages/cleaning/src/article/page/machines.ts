import { guarded } from "../../patterns/guarded.ts";

// Matches `AI摘要`, `【AI导读】`, `智能速览`; must not match `AI摘要功能上线`, `智能总结会召开`.
const label = guarded(
  /^[【[「✨🤖]{0,2}(?:AI|人工智能|智能|大模型)(?:摘要|总结|速览|导读|速读|解读|提炼|看点|要点|划重点|帮你读|全文总结)[】\]」：:]?(?:BETA)?$/iu,
);
// Matches `内容由AI生成，仅供参考`, `本文由AI大模型自动提炼，不代表本站观点`; must not match `这幅画由AI生成。`.
const remark = guarded(
  /^[*※（(]?(?:(?:以上|本文|上述|此)?(?:摘要|内容|总结|导读|要点|文字)|本?摘要|本文)(?:均|系|是)?由(?:AI|人工智能|大模型|智能)[^，。]{0,10}(?:生成|提炼|总结|整理|提供)[，,。；]?(?:仅供参考|请.{0,8}(?:原文|核实|甄别|鉴别|为准)|可能.{0,10}|(?:点击)?向我提问|不代表.{0,10}|[，,。；]){0,4}[。）)]?$/iu,
);

/** Tells that a line heads what a machine drew up of the article. */
export function isMachineLabel(words: string): boolean {
  return words.length <= 20 && label.test(words);
}

/** Tells that a line says that a machine wrote what stands beside it. */
export function isByMachine(words: string): boolean {
  return words.length <= 40 && remark.test(words);
}
