import { expect, test } from "vitest";
import { cleaned, origin } from "./helpers.ts";

test.each([
  ["破案13.1万起,抓获3人;其中:甲说“好!”", "破案13.1万起，抓获3人；其中：甲说“好！”"],
  ["损失1,234.5元,于9:34报案(含2人)。", "损失1,234.5元，于9:34报案（含2人）。"],
  ["上升36.8%,仅占总数(5.1%)的一半?", "上升36.8%，仅占总数（5.1%）的一半？"],
  ["网址http://a.cn/b?c=1,d已关停,见www.b.cn/x?y。", "网址http://a.cn/b?c=1,d已关停，见www.b.cn/x?y。"],
  ["He said (yes), then left; really?", "He said (yes), then left; really?"],
  ["安装国家反诈中心APP,开启预警(App)。", "安装国家反诈中心APP，开启预警（App）。"],
  ["共１２３起，占４５．６％。", "共123起，占45.6%。"],
])("restores the punctuation of %s", async (found, wanted) => {
  expect((await cleaned(found)).text).toBe(wanted);
});

test.each([
  [
    "隨著打擊力度加大,詐騙顯著減少,彰顯著決心,著力推進,著名專家的著作看著不錯。",
    "随着打击力度加大，诈骗显著减少，彰显着决心，着力推进，著名专家的著作看着不错。",
  ],
  ["緬北向我移交嫌疑人,情况显著好转,著名学者说。", "缅北向我移交嫌疑人，情况显著好转，著名学者说。"],
  [
    "警方說:「不要輕信『客服』,老撾、乾隆、瞭望臺都在這裡。」",
    "警方说：“不要轻信‘客服’，老挝、乾隆、瞭望台都在这里。”",
  ],
])("brings %s to simplified script", async (found, wanted) => {
  expect((await cleaned(found)).text).toBe(wanted);
});

test("keeps spans right beside characters beyond the basic plane and with CRLF", async () => {
  const result = await cleaned("標題一則\r\n\r\n𠮷野家騙案,涉案3.5萬元,𠮷某被抓。\r\n警方通報了情況。\r\n");
  expect(result.text).toBe("标题一则\n𠮷野家骗案，涉案3.5万元，𠮷某被抓。\n警方通报了情况。");
  expect(origin(result, "3.5万元")).toBe("3.5萬元");
  expect(origin(result, "𠮷某")).toBe("𠮷某");
});

test("undoes UTF-8 that was read as Windows-1252", async () => {
  const broken = new TextDecoder("windows-1252").decode(new TextEncoder().encode("警方通报，共3起。"));
  expect((await cleaned(`开头正常。${broken}结尾正常。`)).text).toBe("开头正常。警方通报，共3起。结尾正常。");
});

test("reads radical signs and letter-spaced words as the characters they are", async () => {
  expect((await cleaned("⼤⽹络⽅⾯，抓获犯 罪 嫌 疑 人3名。")).text).toBe("大网络方面，抓获犯罪嫌疑人3名。");
});

test("translates the conjunction that a machine left behind", async () => {
  const result = await cleaned("公安部 and 中国人民银行联合发文，R and D不变。");
  expect(result.text).toBe("公安部和中国人民银行联合发文，R and D不变。");
  expect(result.articles[0]?.repairs.map((one) => [one.before, one.after])).toEqual([[" and ", "和"]]);
});

test("removes what is left of markup and reads entity references", async () => {
  const found =
    '群众的切身利益。”/p>\n<p class="x">共破案3起&nbsp;&ldquo;断卡&rdquo;。<br/>[b]完[/b]，1&lt;2。<!-- 注 --></span>';
  expect((await cleaned(found)).text).toBe("群众的切身利益。”\n共破案3起 “断卡”。\n完，1<2。");
});
