/** Traditional characters of what pages call their parts, so that one set of words serves both scripts. */
const pairs =
  "來来發发佈布時时間间編编輯辑責责點点擊击瀏浏覽览閱阅讀读評评論论樓楼貼贴轉转載载關关鍵键詞词標标籤签網网報报記记員员覆复讚赞舉举頂顶熱热門门薦荐鏈链連连結结頁页條条說说於于線线戶户號号視视訂订註注冊册錄录請请帳账權权問问題题刪删訪访頻频驗验證证碼码僅仅聲声導导語语書书圖图專专欄栏開开餘余顯显級级別别攝摄臺台週周機机構构單单檔档動动態态畫画";
const simple: ReadonlyMap<string, string> = new Map(
  (pairs.match(/../gu) ?? []).map((pair) => [pair.charAt(0), pair.charAt(1)]),
);
const traditional = new RegExp(`[${[...simple.keys()].join("")}]`, "gu");

/** Reads those characters of a text as their simplified fellows, one for one; the others stay. */
export function foldScript(text: string): string {
  return text.replaceAll(traditional, (character) => simple.get(character) ?? character);
}
