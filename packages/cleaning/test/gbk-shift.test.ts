import { expect, test } from "vitest";
import { bytesOf, cleaned, origin, spin } from "./helpers.ts";

/** Enough of the page's own language that a repair can be told from chance. */
const page = [
  "公安部負責人表示，全國公安機關將繼續打擊電信網絡詐騙，守護群眾財產安全。",
  "據公安部介紹，公安機關與銀行建立聯動機制，打擊行動取得明顯成效，群眾反映良好。",
  "當地黨委政府高度重視，數據顯示，發案數下降，破案數上升，群眾損失數減少。",
  "專項行動中，公安部組織各地公安機關開展集中行動，行動成效得到群眾認可。",
];
const glosses = { 關: "guān", 數: "shù", 動: "dòng", 網: "wǎng" };

async function restored(damaged: string): Promise<string> {
  return (await cleaned(damaged)).text;
}

async function whole(sentence: string): Promise<string> {
  return (await cleaned([...page, sentence].join("\n"))).text;
}

test.each([
  [
    "a lost lead byte before a quotation's end",
    "他說：“一定要守住底線。”公安部有關負責人表示，行動還將繼續。",
    ["。”"],
  ],
  ["a lost lead byte before a quotation's start", "行動取得成效。“打擊行動”已成為品牌，群眾反映良好。", ["。“"]],
])("restores %s", async (_what, sentence, loseLeadBefore) => {
  const damaged = spin([...page, sentence].join("\n"), { glosses, loseLeadBefore });
  expect(damaged).toContain("?");
  expect(await restored(damaged)).toBe(await whole(sentence));
});

test("restores characters between which a gloss was put", async () => {
  const sentence = "有關部門協調當地黨委政府開展工作，有效維護群眾利益。";
  const damaged = spin([...page, sentence].join("\n"), { glosses });
  expect(damaged).toContain("?shù)");
  expect(await restored(damaged)).toBe(await whole(sentence));
});

test("restores a character whose second byte took the mark of a lost byte along", async () => {
  // 家。“ is BC D2|A1 A3|A1 B0: out of step the reader made one `?` of D2 and the `?` for A1.
  const sentence = "“大家不要着急。”他一再提醒大家。“這是我們的責任。”";
  const damaged = spin([...page, sentence].join("\n"), { glosses: {}, loseLeadBefore: ["。”", "。“"] });
  expect(damaged).toContain("汛蠹?!斑");
  expect(await restored(damaged)).toBe(await whole(sentence));
});

test("leaves a place open rather than put in a character that hardly any text has", async () => {
  const { text } = await cleaned("孩子們在水裏跑，老人們站着，用手接?！疤鸬?！庇腥苏f?！笆翘鸬?！?");
  expect(text).not.toContain("祤");
  expect(text).toContain("有人说。“是甜");
});

test("tells the end of a quotation where its last character is open", async () => {
  // The `?` of `?!` is the byte that was lost, and no mark at which the text was read apart.
  const sentence = "老人說：“我小時候也掉過。”她笑。“那不算笨。”";
  const damaged = spin(`考古隊進了地，只有四十天。\n${sentence}`, { glosses: {}, loseLeadBefore: ["。”", "。“"] });
  expect(damaged).toContain("?!");
  expect(await restored(damaged)).toContain("“那不算\uFFFD。”");
});

test("takes a mark before a lost byte as it stands", async () => {
  const { text } = await cleaned("对方说：“我在咱们县的车站。?敝优恐溃乩锩挥谐嫡尽?她没有拆穿。");
  expect(text).toContain("我在咱们县的车站。");
});

test.each([
  ["a character before 、 (海、)", "警方在上海、北京和海口等地同時收網，抓獲嫌疑人42名。", "上?!⒈"],
  ["a quotation at the end of its list", "他提出四點：“安全第一；意識要強；預案要全。”", "全?!"],
  ["a character of which one byte is left before a comma", "雙方保持適當的合作，同時加強宣傳。", "暮献?,"],
  ["a gloss, and bytes that cleaners drop", "民警深入偵查後，斬斷了一條犯罪鏈條，取得成效。", "?cái)嗔艘"],
  [
    "a gloss behind a character with a gloss of its own",
    "居民說，當地的廢舊倉庫早該拆了，大家都贊成。",
    "當(dāng)?shù)氐膹U",
  ],
  ["現 after the end of a sentence", "民警說，路面已經結冰，行人要當心。現在，匝道都已封閉。", "?,F在"],
])("restores a text that was read apart at the bytes of marks: %s", async (_what, sentence, damage) => {
  const glosses = { 關: "guān", 數: "shù", 動: "dòng", 網: "wǎng", 當: "dāng", 財: "cái" };
  const damaged = spin([...page, sentence].join("\n"), { glosses, partAt: ["！", "？", "；", "，"] });
  expect(damaged).toContain(damage);
  expect(await restored(damaged)).toBe(await whole(sentence));
});

test.each([
  [
    "a half-width bracket that a byte took along",
    "當(dāng)?shù)匾陨?含本級)單位都要參加。",
    "当地以上（含本级）单位都要参加。",
  ],
  [
    "full-width letters that were made half-width",
    "群眾相信當(dāng)?shù)啬鼙WC供水,都回家了。",
    "群众相信当地能保证供水，都回家了。",
  ],
  [
    "the space before a bracket at a paragraph's head, its byte lost without a mark",
    "。ㄓ浾 周敏)昨天,縣氣象臺發佈了大風預警。",
    "（记者 周敏）昨天，县气象台发布了大风预警。",
  ],
  [
    "the end of a quotation, its byte lost without a mark",
    "“這一帶連一盞路燈都沒有!辟F陽來的遊客羅女士說,夜裏不敢出門。",
    "“这一带连一盏路灯都没有。”贵阳来的游客罗女士说，夜里不敢出门。",
  ],
  ["two glosses near each other", "因?yàn)樘炖渎坊?,民警為群眾挽回?fù)p失八萬元。", "，民警为群众挽回损失八万元。"],
])("restores %s", async (_what, damaged, wanted) => {
  const known = spin(page.join("\n"), { glosses: { ...glosses, 當: "dāng" } });
  expect(await restored(`${known}\n${damaged}`)).toContain(wanted);
});

test("takes the everyday character of two that a gloss between two characters may be of", async () => {
  // B8 82 is 競 and B8 83 is 竸, and both are read jìng.
  const sentence = "這批線索由專案偵查組逐條核對，群眾反映良好。";
  const damaged = spin([...page, sentence].join("\n"), { glosses: { ...glosses, 競: "jìng" } });
  expect(damaged).toContain("案?jìng)刹");
  expect(await restored(damaged)).toBe(await whole(sentence));
});

test("restores what ends in a byte that was read as €", async () => {
  const damaged = [...page, "“這筆錢與我無關?！崩钅尺€想狡辯，民警拿出了賬本。"].join("\n");
  expect(await restored(damaged)).toContain("“这笔钱与我无关。”李某还想狡辩，民警拿出了账本。");
});

test("says where a page of glosses has one behind a character that is not read so", async () => {
  const damaged = spin(page.join("\n"), { glosses });
  const { text, diagnostics } = await cleaned(`${damaged}\n群眾反映,行動(dòng)取得成效,占(biàn)沙,各地還將加強宣傳。`);
  expect(text).toContain("占沙");
  expect(diagnostics.map(({ rule }) => rule)).toEqual(["cleaning/unrepaired-shift"]);
});

test("keeps single letters behind a mark", async () => {
  const sentence = "專家建議，K線圖要慎看，F1賽事、A股和B超也都寫在群眾的筆記裏，X光片另存。";
  const { text, diagnostics } = await cleaned([...page, sentence].join("\n"));
  expect(text).toContain("专家建议，K线图要慎看，F1赛事、A股和B超也都写在群众的笔记里，X光片另存。");
  expect(diagnostics).toEqual([]);
});

test("maps a repaired stretch to the stretch that was damaged", async () => {
  const sentence = "他說：“群眾損失3.5萬元。”公安部有關負責人表示，行動還將繼續。";
  const result = await cleaned(spin([...page, sentence].join("\n"), { glosses, loseLeadBefore: ["。”"] }));
  expect(origin(result, "3.5万元")).toBe("3.5萬元");
  expect(result.articles[0]?.repairs.some((one) => one.rule === "cleaning/gbk-shift")).toBe(true);
});

test("leaves genuine question marks alone", async () => {
  const text = [...page, "“怎麼辦?”記者問。公安機關在打擊上有什麼措施?負責人作了回答:群眾滿意嗎?當然滿意。"].join("\n");
  const { articles } = await cleaned(text);
  expect(articles[0]?.text.split("\n").at(-1)).toBe(
    "“怎么办？”记者问。公安机关在打击上有什么措施？负责人作了回答：群众满意吗？当然满意。",
  );
  expect(articles[0]?.repairs.filter((one) => one.rule === "cleaning/gbk-shift")).toEqual([]);
});

test("restores a sentence on a page that has no other", async () => {
  const { text, diagnostics } = await cleaned("某日消息。\n“挽回了損失?!惫膊坑嘘P負責人表示。");
  expect(text).toContain("“挽回了损失。”公安部有关负责人表示。");
  expect(diagnostics).toEqual([]);
});

test("says where damage could not be proved, and leaves it as found", async () => {
  const { text, diagnostics, source } = await cleaned("某日消息。\n損失?!钂囄彂鐤惧埆表示。");
  expect(text).toContain("囄彂");
  const problem = diagnostics.find((one) => one.rule === "cleaning/unrepaired-shift");
  expect(source.text.slice(problem?.span?.start, problem?.span?.end)).toContain("?!钂");
});

test.each([
  [
    "a second byte that is a letter, behind a mark",
    "打擊行動開始的?r候，群眾還不知道。",
    "打击行动开始的时候，群众还不知道。",
  ],
  ["a letter behind a gloss", "老年大學裏的反(còng)p班，每週三上課。", "老年大学里的反诈班，每周三上课。"],
  ["a figure before it", "行動挽回損失15.2?|元，群眾反映良好。", "行动挽回损失15.2亿元，群众反映良好。"],
])("restores a character of which only the second byte is left: %s", async (_what, damaged, wanted) => {
  expect(await restored([...page, damaged].join("\n"))).toContain(wanted);
});

test("keeps a gloss behind a character that is not read so, and letters beside one", async () => {
  const { articles, diagnostics } = await cleaned(
    [...page, "門(zhěn)診部負責人說，重慶(qìng)K歌的羣眾去做了B超。"].join("\n"),
  );
  expect(articles[0]?.text.split("\n").at(-1)).toBe("门（zhěn）诊部负责人说，重庆K歌的群众去做了B超。");
  expect(diagnostics).toEqual([]);
});

test("restores all but the character of which two are as likely", async () => {
  // 他 and 她 leave the same bytes once a cleaner has dropped the private-use character after their first.
  const { text, diagnostics } = await cleaned([...page, "“這一步少不了?!彼f，還要再等一年。"].join("\n"));
  expect(text.split("\n").at(-1)).toMatch(/^“这一步少不了。”(?:\uFFFD说|\uFFFD{2})，还要再等一年。$/u);
  expect(diagnostics.map((one) => one.rule)).toEqual(["cleaning/unrepaired-shift"]);
});

test("brings a run back into step where bytes are lost for good, and says so or tells them by their words", async () => {
  const simple = [
    "公安部负责人表示，全国公安机关将继续打击电信网络诈骗，守护群众财产安全。",
    "据公安部介绍，公安机关与银行建立联动机制，打击行动取得明显成效，群众反映良好。",
    "专项行动中，公安部组织各地公安机关开展集中行动，行动成效得到群众认可。",
    "今年以来，全国公安机关开展集中打击行动，破获案件90起。",
  ].join("\n");
  const bytes = bytesOf(simple);
  const lost = bytesOf(simple.slice(0, simple.indexOf("展集中打击"))).length;
  const result = await cleaned(Uint8Array.from([...bytes.slice(0, lost), ...bytes.slice(lost + 1)]));
  const last = result.text.split("\n").at(-1) ?? "";
  expect(last).toMatch(/^今年以来，全国公安机关开.集中打击行动./u);
  expect(last).toMatch(/，破获案(?:件|\uFFFD)90起。$/u);
  expect(last.match(/\uFFFD/gu)?.length ?? 0).toBeLessThanOrEqual(2);
  if (last.includes("\uFFFD")) expect(result.diagnostics.map((one) => one.rule)).toContain("cleaning/unrepaired-shift");
  else expect(last).toBe("今年以来，全国公安机关开展集中打击行动，破获案件90起。");
});

test("refuses a repair where an original from which a character was dropped explains the bytes as well", async () => {
  // 公安機 and 共機 leave the same bytes once a cleaner has dropped the private-use character between.
  const text = [
    "公安部負責人表示：“打擊詐騙是一場持久戰。”公安機構今年一季度共破獲案件4.6萬起，抓獲嫌疑人3.1萬名。",
    "該負責人介紹，止付是關鍵，同期止付資金268億元，勸阻群眾190萬人次，不輕信、不轉賬。",
    "各地還搗毀窩點410處，繳獲銀行卡2.2萬張，處罰相關人員7300餘名，挽回群眾損失5.9億元。",
  ].join("\n");
  const damaged = spin(text, { loseLeadBefore: ["。”"] });
  expect(damaged).toContain("?!惫");
  const result = await cleaned(damaged);
  expect(result.text).not.toContain("共机构");
  if (!result.text.includes("公安机构")) {
    expect(result.text).toMatch(/[惫\uFFFD]/u);
    expect(result.diagnostics.map((one) => one.rule)).toContain("cleaning/unrepaired-shift");
  }
});
