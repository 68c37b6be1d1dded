import { readFileSync, readdirSync } from "node:fs";
import { Converter } from "opencc-js/cn2t";
import { decodeDamaged, encodeGbk } from "../../src/gbk/gbk-table.ts";
import { docxOf, pdfOf } from "./containers.ts";
import { Random } from "./random.ts";

/** A file to be cleaned, with how it came about. */
export interface Input {
  readonly document: string;
  readonly bytes: Uint8Array;
  /** The steps that made it, for a person. */
  readonly story: readonly string[];
}

/** Makes the input of a seed: an article or two, damaged as text, put into a file, damaged as bytes. */
export function inputOf(seed: number): Input {
  const random = new Random(seed);
  if (random.once(12)) {
    const length = random.below(3000);
    return {
      document: random.pick(["a.txt", "a.html", "a.docx", "a.pdf"]),
      bytes: Uint8Array.from({ length }, () => random.below(256)),
      story: [`${length} random bytes`],
    };
  }
  const story: string[] = [];
  let text = textOf(random);
  for (let count = random.below(5); count > 0; count--) {
    const [name, damage] = random.pick(textDamages);
    text = damage(text, random);
    story.push(name);
  }
  const kind = random.pick(["txt", "txt", "txt", "txt", "html", "html", "md", "docx", "pdf"] as const);
  const [encoding, encode] = random.pick(encodings);
  const inside = kind === "html" ? pageOf(text, random) : kind === "md" ? markdownOf(text, random) : text;
  let bytes = kind === "docx" ? docxOf(text) : kind === "pdf" ? pdfOf(text) : encode(inside);
  story.push(kind === "docx" || kind === "pdf" ? kind : `${kind} as ${encoding}`);
  for (let count = random.once(2) ? 0 : random.below(4); count > 0; count--) {
    const [name, damage] = random.pick(byteDamages);
    bytes = damage(bytes, random);
    story.push(name);
  }
  return { document: `a.${kind}`, bytes: bytes.slice(0, 200_000), story };
}

interface PoolArticle {
  readonly title?: string;
  readonly byline?: string;
  readonly dateline?: string;
  readonly paragraphs: readonly string[];
}

let pool: { readonly articles: readonly PoolArticle[]; readonly paragraphs: readonly string[] } | null = null;

/** The clean texts of the tests. */
function poolOf(): NonNullable<typeof pool> {
  if (pool !== null) return pool;
  const folder = new URL("../../test/texts/", import.meta.url);
  const read = (prefix: string): unknown[] =>
    readdirSync(folder)
      .filter((name) => name.startsWith(prefix) && name.endsWith(".json"))
      .sort()
      .flatMap((name) => JSON.parse(readFileSync(new URL(name, folder), "utf8")) as unknown[]);
  pool = {
    articles: read("articles") as PoolArticle[],
    paragraphs: (read("kinds") as { text: string }[]).map((one) => one.text),
  };
  return pool;
}

function textOf(random: Random): string {
  const { articles, paragraphs } = poolOf();
  if (random.once(3)) return Array.from({ length: 1 + random.below(6) }, () => random.pick(paragraphs)).join("\n");
  return Array.from({ length: random.once(4) ? 2 : 1 }, () => {
    const { title, byline, dateline, paragraphs: body } = random.pick(articles);
    const from = random.below(3);
    return [title, byline, dateline, ...body.slice(from, from + 1 + random.below(8))]
      .filter((line) => line !== undefined && line !== "")
      .join("\n");
  }).join(random.pick(["\n", "\n\n"]));
}

type TextDamage = (text: string, random: Random) => string;

let toTraditional: ((text: string) => string) | null = null;

const textDamages: readonly (readonly [string, TextDamage])[] = [
  ["traditional", (text) => (toTraditional ??= Converter({ from: "cn", to: "t" }))(text)],
  ["glossed", glossed],
  ["bytes lost", (text, random) => shifted(text, random)],
  [
    "half-width",
    (text) => text.replaceAll(/[，：；！？（）]/gu, (mark) => String.fromCharCode(mark.charCodeAt(0) - 0xfee0)),
  ],
  [
    "full-width digits",
    (text) => text.replaceAll(/\d/gu, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)),
  ],
  ["wrapped", (text, random) => wrapped(text, 12 + random.below(30), random)],
  ["one line", (text) => text.replaceAll("\n", "")],
  ["spaced out", (text, random) => text.replaceAll("\n", random.pick(["\n\n", "\n\n\n", "\r\n", "\r", "\n　　"]))],
  ["letter-spaced", (text, random) => within(text, random, (part) => [...part].join(" "))],
  ["junk lines", junkLines],
  ["junk characters", junkCharacters],
  ["tags", (text, random) => sprinkled(text, random, tags)],
  [
    "words of other languages",
    (text, random) => sprinkled(text, random, [" and ", "Super", " or ", "αβ", "и", "한국"]),
  ],
  [
    "a long run",
    (text, random) =>
      sprinkled(text, random, [random.pick(["?", "(", "1", "“", " ", "<", "&", "汉", "\n"]).repeat(300)]),
  ],
  ["UTF-8 read as Windows-1252", (text, random) => within(text, random, misread("windows-1252", 30))],
  ["UTF-8 read as GB18030", (text, random) => within(text, random, misread("gb18030", 30))],
  ["a piece twice", (text, random) => within(text, random, (part) => part + part)],
  ["a piece away", (text, random) => within(text, random, () => "")],
  ["beyond the basic plane", (text, random) => sprinkled(text, random, ["𠮷", "😀", "𪚥", "👨‍👩‍👧", "\u{E0041}"])],
];

const tags = [
  "<p>",
  "</p>",
  "<br/>",
  "/p>",
  "<a href='x'>",
  "</a>",
  "[b]",
  "[/url]",
  "&nbsp;",
  "&#12290;",
  "&amp;lt;",
  "<!--",
  "-->",
  "<script>",
  "</script>",
  "<",
  ">",
  "<td",
  "]]>",
  "\\",
  "**",
  "![",
  "](x)",
];
const junk = [
  "首页 > 新闻 > 正文",
  "发布时间：2023-12-20 10:31 来源：某某网 点击：12",
  "分享到：微信 微博 打印",
  "责任编辑：某某",
  "咨询热线：0700-1234567 限时5折",
  "精装现房 首付8万起 售楼处电话 0700-7654321",
  "相关阅读",
  "· 某市公布上月气温",
  "免责声明：本文不代表本网观点。",
  "某ICP备12345678号",
  "（原载某某报）",
  "第3版",
  "- 3 -",
  "扫一扫 关注我们",
  "彩票 时时彩 开奖 直播 www.example.com",
  "地区\t案件\t人数",
  "东区   45   60",
];

function sprinkled(text: string, random: Random, pieces: readonly string[]): string {
  let out = text;
  for (let count = 1 + random.below(6); count > 0; count--) {
    const at = random.below(out.length + 1);
    out = out.slice(0, at) + random.pick(pieces) + out.slice(at);
  }
  return out;
}

function within(text: string, random: Random, change: (part: string) => string): string {
  const from = random.below(text.length + 1);
  const to = Math.min(text.length, from + 1 + random.below(120));
  return text.slice(0, from) + change(text.slice(from, to)) + text.slice(to);
}

function junkLines(text: string, random: Random): string {
  const lines = text.split("\n");
  for (let count = 1 + random.below(8); count > 0; count--) {
    lines.splice(random.below(lines.length + 1), 0, random.pick(junk));
  }
  return lines.join("\n");
}

function junkCharacters(text: string, random: Random): string {
  const codes = [
    0xfeff, 0x200b, 0xad, 0xa0, 0x3000, 0x2028, 0x85, 0x0b, 0x0c, 0x1b, 0x07, 0x7f, 0xfffd, 0xe06d, 0x202e, 0x9b,
  ];
  return sprinkled(
    text,
    random,
    codes.map((code) => String.fromCharCode(code)),
  );
}

/** Pinyin behind some characters, wherever they stand. */
function glossed(text: string, random: Random): string {
  const readings = {
    公: "gōng",
    案: "àn",
    电: "diàn",
    電: "diàn",
    关: "guān",
    關: "guān",
    人: "rén",
    年: "nián",
    市: "shì",
    的: "de",
  };
  let out = text;
  for (const [character, reading] of Object.entries(readings)) {
    if (random.once(2)) out = out.replaceAll(character, `${character}(${reading})`);
  }
  return out;
}

/** Loses bytes of the text in GBK, and decodes the rest as the decoders do that swallow what follows. */
function shifted(text: string, random: Random): string {
  const bytes = encodeGbk(text);
  if (bytes === null || bytes.length < 4) return text;
  const damaged = [...bytes];
  for (let count = 1 + random.below(3); count > 0; count--) {
    const at = random.below(damaged.length);
    if (random.once(2)) damaged.splice(at, 1);
    else damaged[at] = 0x3f;
  }
  return decodeDamaged(Uint8Array.from(damaged), { keepAscii: random.once(2), drop: random.once(2) });
}

function wrapped(text: string, width: number, random: Random): string {
  const end = random.pick(["\n", "\r\n", "\n\n"]);
  return text
    .split("\n")
    .map((line) => (line.match(new RegExp(`.{1,${width}}`, "gsu")) ?? [""]).join(end))
    .join("\n");
}

function misread(label: string, most: number): (part: string) => string {
  return (part) => new TextDecoder(label).decode(new TextEncoder().encode(part.slice(0, most))) + part.slice(most);
}

function pageOf(text: string, random: Random): string {
  const [title = "", ...body] = text.split("\n");
  const paragraphs = body.map((line) =>
    random.pick([`<p>${line}</p>`, `<p>　　${line}`, `${line}<br>`, `<div>${line}</div>`, `<td>${line}</td>`]),
  );
  const junkBlock = `<div class="${random.pick(["nav", "related", "footer", "share", "x"])}"><ul>${junk
    .slice(0, random.below(9))
    .map((line) => `<li><a href="/a">${line}</a></li>`)
    .join("")}</ul></div>`;
  const charset = random.pick(["utf-8", "gb2312", "gbk", "big5", "nonsense"]);
  return `<!doctype html><html><head><meta charset="${charset}"><title>${title}_某网</title></head><body>${random.once(2) ? junkBlock : ""}<h1>${title}</h1><div class="content">${paragraphs.join("\n")}</div>${random.once(2) ? junkBlock : ""}</body></html>`;
}

function markdownOf(text: string, random: Random): string {
  const [title = "", ...body] = text.split("\n");
  const lines = body.map((line) =>
    random.once(4) ? `**${line.slice(0, 4)}**${line.slice(4)}` : random.once(6) ? `- ${line}` : line,
  );
  return `${random.once(2) ? "---\ntitle: 某\ndate: 2023-12-20\n---\n" : ""}# ${title}\n\n${lines.join("\n\n")}\n`;
}

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

const encodings: readonly (readonly [string, (text: string) => Uint8Array])[] = [
  ["UTF-8", utf8],
  ["UTF-8", utf8],
  ["UTF-8 with a mark", (text) => utf8(`\uFEFF${text}`)],
  ["GB18030", (text) => encodeGbk(text) ?? utf8(text)],
  ["UTF-16LE with a mark", (text) => wide(`\uFEFF${text}`, false)],
  ["UTF-16BE with a mark", (text) => wide(`\uFEFF${text}`, true)],
  ["UTF-16LE", (text) => wide(text, false)],
];

function wide(text: string, big: boolean): Uint8Array {
  const bytes = new Uint8Array(text.length * 2);
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    bytes[2 * i + (big ? 0 : 1)] = unit >> 8;
    bytes[2 * i + (big ? 1 : 0)] = unit & 255;
  }
  return bytes;
}

type ByteDamage = (bytes: Uint8Array, random: Random) => Uint8Array;

const byteDamages: readonly (readonly [string, ByteDamage])[] = [
  ["cut off", (bytes, random) => bytes.slice(0, random.below(bytes.length + 1))],
  ["beginning lost", (bytes, random) => bytes.slice(random.below(Math.min(bytes.length, 40) + 1))],
  ["bytes deleted", (bytes, random) => spliced(bytes, random, () => [])],
  ["bytes put in", (bytes, random) => spliced(bytes, random, (old) => [...old, random.below(256), random.below(256)])],
  ["bytes replaced", (bytes, random) => spliced(bytes, random, (old) => old.map(() => random.below(256)))],
  [
    "bits flipped",
    (bytes, random) => spliced(bytes, random, (old) => old.map((byte) => byte ^ (1 << random.below(8)))),
  ],
  ["zeros put in", (bytes, random) => spliced(bytes, random, (old) => [...old, 0, 0, 0])],
  ["another file behind it", (bytes, random) => joined(bytes, utf8(textOf(random)))],
  ["another file before it", (bytes, random) => joined(encodeGbk(textOf(random)) ?? utf8("甲乙丙"), bytes)],
  [
    "halves exchanged",
    (bytes, random) => {
      const at = random.below(bytes.length + 1);
      return joined(bytes.slice(at), bytes.slice(0, at));
    },
  ],
];

function spliced(bytes: Uint8Array, random: Random, change: (old: number[]) => number[]): Uint8Array {
  const out = [...bytes];
  for (let count = 1 + random.below(4); count > 0; count--) {
    const at = random.below(out.length + 1);
    const old = out.slice(at, at + 1 + random.below(4));
    out.splice(at, old.length, ...change(old));
  }
  return Uint8Array.from(out);
}

function joined(a: Uint8Array, b: Uint8Array): Uint8Array {
  const both = new Uint8Array(a.length + b.length);
  both.set(a);
  both.set(b, a.length);
  return both;
}
