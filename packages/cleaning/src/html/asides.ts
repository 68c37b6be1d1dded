import { isByMachine, isMachineLabel } from "../article/page/machines.ts";
import type { MarkupElement } from "../readers/markup.ts";
import type { Dropped } from "./boxes.ts";
import type { Measure } from "./measure.ts";

/** Says why a small box is of the page's services to its reader and not of the article; null where it is not. */
export function asideOf(node: MarkupElement, measure: Measure): Dropped | null {
  const { text, from, to } = measure.of(node);
  if (node.name === "p" || text === 0 || text > 700 || to - from > 12) return null;
  const lines = measure.within(node).map((line) => measure.words(line));
  if (text <= 400 && isConsent(lines.join("")))
    return { rule: "cleaning/html-furniture", reason: "asks for consent to cookies", score: 0.9 };
  if (to - from < 2) return null;
  // Under a heading of the article itself such words tell of machines.
  const headed = measure.within(node).some((line) => /^h[1-3]$/u.test(line.block.name));
  if (lines.some((words) => isByMachine(words) || (!headed && isMachineLabel(words))))
    return { rule: "cleaning/html-furniture", reason: "is a summary that a machine wrote", score: 0.9 };
  const wall = text <= 160 && lines.some((words) => isWall(words)) && lines.every((words) => words.length <= 50);
  return wall ? { rule: "cleaning/html-furniture", reason: "asks to pay for reading on", score: 0.9 } : null;
}

/** Matches `我们使用Cookie，以便改进服务。知道了`; must not match `浏览器的Cookie被盗用`. */
function isConsent(words: string): boolean {
  return (
    /cookies?/iu.test(words) &&
    /我们|本网?站|本平台|合作伙伴/u.test(words) &&
    /(?:同意|接受|拒绝|允许|知道了|关闭|管理|设置)[^。]{0,6}$|隐私(?:政策|声明|权)/u.test(words)
  );
}

/** A call to pay, to join or to log in for the rest of the text. */
export function isWall(words: string): boolean {
  if (words.length > 40) return false;
  // Matches `成为会员，畅读全部内容`, `开通会员即可阅读全站文章`; must not match `他登录后查看了账单`.
  return (
    /^(?:请|立即|马上|现在)?(?:成为|开通|升级|购买|订阅|加入|登录|注册|付费|解锁|下载)[^。]{0,10}?[，,]?(?:即可|后|可|以|便可)?(?:畅读|阅读|继续阅读|解锁|查看|畅享)(?:全部|全文|全站|更多|本文|完整|剩余|余下)/u.test(
      words,
    ) ||
    // Matches `本文为付费内容`, `您的免费阅读篇数已用完`, `还有70%内容，订阅后阅读`; must not match `阅读率达到70%`.
    /^(?:本文|以下|此|该|剩余)(?:文章|内容|部分)?(?:为|属于|仅[限对]|是)?(?:付费|会员|VIP|订阅)(?:用户|读者|专享|可见|可读|内容|文章|阅读)|免费(?:阅读|试读)[^。]{0,4}(?:篇数|次数|额度|已用完|已达|到此|结束)|^(?:还有|剩余|余下)\s?\d{1,2}[%％][^。]{0,4}(?:内容|正文)?[，,]?(?:需|订阅|付费|开通|登录|购买)/u.test(
      words,
    )
  );
}
