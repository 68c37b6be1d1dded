import { expect, test } from "vitest";
import { cleaned, origin } from "./helpers.ts";

test.each([
  ["\uFEFF今年以来，全市破获案件385起。\uFEFF", "今年以来，全市破获案件385起。"],
  ["今年\u200B以来，全市\u200B破获案件38\u200D5起。", "今年以来，全市破获案件385起。"],
  [
    `今年以来，\u0007全市\u202E破获\u202C案件385起${"，同比上升9%，抓获嫌疑人412名，挽回损失300万元".repeat(4)}。`,
    `今年以来，全市破获案件385起${"，同比上升9%，抓获嫌疑人412名，挽回损失300万元".repeat(4)}。`,
  ],
  ["今年以来，全市破\u00AD获案件385起。", "今年以来，全市破获案件385起。"],
])("drops what nobody sees: %j", async (text, clean) => {
  const result = await cleaned(text);
  expect(result.text).toBe(clean);
  expect(result.articles[0]?.repairs[0]?.rule).toBe("cleaning/invisible-character");
  expect(origin(result, "破获案件")).toContain("案件");
});

test("leaves joined emoji and wide spaces within a line as they are", async () => {
  const text = "一家👨‍👩‍👧人在姓名　一栏里签了字，随后离开。";
  const result = await cleaned(text);
  expect(result.text).toBe(text);
  expect(result.articles[0]?.repairs).toEqual([]);
});
