import { expect, test } from "vitest";
import { simplified } from "../src/rules/script/script.ts";
import { decodedAs, encoded } from "./encodings.ts";
import { cleaned, origin } from "./helpers.ts";

const plain = [
  "县图书馆夜里十一点才熄灯",
  "入冬以后，县图书馆把闭馆时间推迟到23时，自习室的286个座位几乎天天坐满。",
  "馆长说：“有人来避寒，有人来复习，都欢迎。”",
].join("\n");
const traditional = [
  "縣圖書館夜裡十一點才熄燈",
  "入冬以後，縣圖書館把閉館時間推遲到23時，自習室的286個座位幾乎天天坐滿。",
  "館長說，有人來避寒，有人來複習，都歡迎。",
].join("\n");

const western = ["latin1", "windows-1252", "windows-1250", "windows-1251", "koi8-r", "macintosh", "cp437"] as const;

test.each([
  ...western.flatMap((read) => [
    ["utf-8", read, plain] as const,
    ["gb18030", read, plain] as const,
    ["gb18030", read, traditional] as const,
    ["big5", read, traditional] as const,
  ]),
  ["big5", "gb18030", traditional],
  ["gb18030", "big5", plain],
  ["utf-8", "gb18030", plain.replace("23时", "二十三时").replace("都欢迎", "都很欢迎")],
] as const)("undoes %s that was read as %s and saved: case %#", async (written, read, text) => {
  const { text: result, articles } = await cleaned(decodedAs(encoded(text, written), read));
  expect(result).toBe(simplified(text));
  const rules = articles.flatMap(({ repairs }) => repairs.map(({ rule }) => rule));
  expect(rules).toContain(written === "utf-8" ? "cleaning/utf8-mojibake" : "cleaning/misread-encoding");
});

test("undoes what was misread more than once", async () => {
  const once = decodedAs(encoded(plain, "gb18030"), "latin1");
  const twice = decodedAs(encoded(once, "utf-8"), "windows-1252");
  expect((await cleaned(twice)).text).toBe(plain);
  let text = plain;
  for (let times = 0; times < 3; times++) text = decodedAs(encoded(text, "utf-8"), "latin1");
  expect((await cleaned(text)).text).toBe(plain);
});

test("leads from a figure to the same figure of the misread text", async () => {
  const result = await cleaned(decodedAs(encoded(plain, "gb18030"), "latin1"));
  expect(origin(result, "286")).toBe("286");
  expect(origin(result, "的")).toBe("Ê±£¬×ÔÏ°ÊÒµÄ");
});

test.each([
  ["a line", 1, (text: string) => text],
  ["a sentence", 1, (text: string) => `${text}请注意保暖。`],
] as const)("undoes %s that alone was misread", async (_name, _count, frame) => {
  const [title = "", first = "", last = ""] = plain.split("\n");
  for (const [written, read] of [
    ["gb18030", "latin1"],
    ["utf-8", "windows-1252"],
    ["utf-8", "macintosh"],
    ["gb18030", "koi8-r"],
  ] as const) {
    const text = [title, frame(decodedAs(encoded(first, written), read)), last].join("\n");
    expect((await cleaned(text)).text, read).toBe([title, frame(first), last].join("\n"));
  }
});

test.each([
  "咖啡馆叫Café Zürich，老板René是法国人，招牌菜是crème brûlée，他说“naïve”和“façade”都是法语词。",
  "俄罗斯选手Иванов和Петрова在混双比赛中获得第3名，教练Сергей表示满意。",
  "“Привет, как дела?”留学生用俄语打招呼，全班跟着念：“Спасибо, хорошо!”",
  "日本作家の短编集《こころ》收录了11篇小说，译者说，“ありがとうございます”一句改了4遍。",
  "韩国歌手김민수的新专辑《봄날의 이야기》在首尔发布，首日售出2.3万张。",
  "音标表：[ɡ] [ʃ] [ʒ] [θ] [ð] [ŋ]，元音有[ɑː] [ɔː] [ɜː] [æ] [ʌ]。",
  "设α、β、γ为三角形的内角，则α+β+γ=π，sin²α+cos²α=1，∑xᵢ≤∞，∂f/∂x≠0。",
  "├─目录\n│  ├─说明.txt\n│  └─数据.csv\n以上是安装后的文件夹，共2层。",
  "希腊语课上，老师写下Ελληνικά和Καλημέρα，让大家猜哪一个是“早上好”。",
  "越南游客Nguyễn Thị Hồng说，她在Đà Nẵng开了3年米粉店，菜单上写着phở bò和bún chả。",
  "Pokémon、Beyoncé、Škoda、Dvořák、Łódź、Ångström这些名字，校对时都要留心重音符号。",
  "网页显示“锟斤拷”，多半是UTF-8和GBK两种编码来回转换造成的，原来的字已经找不回来了。",
  "所谓乱码，就是“网页”两个字变成了ç½‘é¡µ，改成UTF-8打开就好。",
  "什么是乱码？\n把GBK文件当成Latin-1打开，“中国”会显示为“ÖÐ¹ú”。\n把UTF-8文件当成GBK打开，“文字”会显示为“鏂囧瓧”。\n遇到这两种情况，换一种编码重新打开即可。",
  "彝文、藏文སྐད་ཡིག、蒙古文ᠮᠣᠩᠭᠣᠯ和维吾尔文ئۇيغۇرچە的路牌今年全部更换。",
  "泰国料理ต้มยำกุ้ง的做法并不难，柠檬草、香茅、南姜各3片，辣椒5个。",
  "鼍、鼋、鼐、鼒、鼗、鼙、鼢、鼬、鼯、鼱、鼷、鼹，这些字在《康熙字典》鼓部、鼠部里都能查到。",
] as const)("leaves letters, signs and samples alone that are right: case %#", async (text) => {
  const { text: result, articles, diagnostics } = await cleaned(text);
  expect(result.replaceAll("\n", "")).toBe(text.replaceAll("\n", ""));
  expect(articles.flatMap(({ repairs }) => repairs.filter(({ rule }) => /mojibake|misread|shift/u.test(rule)))).toEqual(
    [],
  );
  expect(diagnostics).toEqual([]);
});

test("keeps what nothing can bring back, says where it is once a stretch, and doubts the figures beside it", async () => {
  const text = "全市共有锟斤拷锟斤拷12家门店参加，销售额达\uFFFD\uFFFD3.5亿元。\n第二天，客流恢复正常，共接待8万人次。";
  const { text: result, articles, diagnostics } = await cleaned(text);
  expect(result).toBe(text);
  expect(diagnostics.length).toBeGreaterThan(0);
  for (const lost of ["锟斤拷锟斤拷", "\uFFFD\uFFFD"]) {
    const told = diagnostics.filter(
      ({ span, hint }) => span !== undefined && hint !== undefined && text.slice(span.start, span.end).includes(lost),
    );
    expect(
      told.map(({ rule }) => rule),
      lost,
    ).toHaveLength(1);
  }
  const doubted = articles
    .flatMap((article) => article.doubts.map(({ cleanSpan }) => article.text.slice(cleanSpan.start, cleanSpan.end)))
    .join(" ");
  for (const figure of ["12", "3.5"]) expect(doubted).toContain(figure);
  expect(doubted).not.toContain("8万");
});
