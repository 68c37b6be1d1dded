const digits = "〇一二三四五六七八九";
const places = ["千", "百", "十", ""];

/** What a text that begins with a figure says, in words: 17位老人 is 十七位老人, 2018年 二〇一八年; null without one. */
export function asSpoken(text: string): string | null {
  const figure = /^\d[\d,.]*/u.exec(text)?.[0];
  if (figure === undefined) return null;
  return spoken(figure.split(".", 1)[0]?.replaceAll(",", "") ?? "") + text.slice(figure.length);
}

/** A whole number in words; one that is long only as many. */
function spoken(figure: string): string {
  if (/^(?:19|20)\d\d$/u.test(figure)) return Array.from(figure, (one) => digits[Number(one)]).join("");
  const value = Number(figure);
  if (value >= 10_000) return "几万";
  if (value === 0) return "零";
  if (value === 2) return "两";
  let text = "";
  const row = figure.padStart(4, "0").slice(-4);
  for (const [i, place] of places.entries()) {
    const digit = Number(row[i]);
    if (digit === 0) continue;
    text += (digit === 1 && place === "十" && text === "" ? "" : digits[digit]) + place;
  }
  return text;
}
