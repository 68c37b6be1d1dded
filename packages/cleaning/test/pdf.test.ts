import { expect, test } from "vitest";
import { readSource } from "../src/index.ts";
import { cleaned, removed } from "./helpers.ts";
import { hex, rawPdf as pdf, show } from "./pdf/raw.ts";

test("reads a PDF column by column, and joins the sentence that the columns broke", async () => {
  const content = [
    show(50, 40, ["某市公安机关通报打击诈骗犯罪成果"]),
    show(50, 80, [
      "今年以来，某市公安机关共破获案件",
      "九十起，抓获犯罪嫌疑人一百二十六",
      "名，为群众挽回损失一千余万元，市",
      "公安局有关负责人介绍说，公安机关",
    ]),
    show(280, 80, [
      "累计劝阻潜在受害群众三万人次，成",
      "效明显。下一步，全市公安机关将持",
      "续开展宣传防范，坚持打防结合，守",
      "住群众的钱袋子。",
    ]),
  ].join("\n");
  const result = await cleaned(pdf([content]), { document: "a.pdf" });
  expect(result.text).toBe(
    "某市公安机关通报打击诈骗犯罪成果\n今年以来，某市公安机关共破获案件九十起，抓获犯罪嫌疑人一百二十六名，为群众挽回损失一千余万元，市公安局有关负责人介绍说，公安机关累计劝阻潜在受害群众三万人次，成效明显。下一步，全市公安机关将持续开展宣传防范，坚持打防结合，守住群众的钱袋子。",
  );
  const place = result.source.places.find(({ start, end }) => result.source.text.slice(start, end).startsWith("累计"));
  expect(place?.page).toBe(1);
  expect(place?.box?.[0]).toBeCloseTo(280, 0);
});

/** The text that is read, with the rules of what was wrong. */
async function read(pages: Parameters<typeof pdf>[0]): Promise<{ text: string; rules: string[]; places: number[][] }> {
  const { source, diagnostics } = await readSource(pdf(pages), { document: "a.pdf" });
  return {
    text: source?.text ?? "",
    rules: diagnostics.map((one) => `${one.rule}: ${one.message}`),
    places: (source?.places ?? []).map((place) => [...(place.box ?? [])].map((value) => Math.round(value))),
  };
}

const prose = [
  "全县今年新建高标准农田三万亩，修缮",
  "灌渠四十二条，受益村组一百零六个，",
  "粮食单产比上年提高百分之五。",
];

test("keeps characters that are justified, kerned or set one by one in their words", async () => {
  const justified = "BT /F 10 Tf 50 600 Td [<51685e02> -300 <53bf> -280 <4eca5e74>] TJ ET";
  const single = [..."全年降水偏多"].map((one, i) => show(50 + i * 12.2, 130, [one])).join("\n");
  const spaced = show(50, 160, ["全 县 旱 情 缓 解"], { before: "0 Tc" });
  const { text } = await read([[justified, single, spaced].join("\n")]);
  expect(text.split("\n").filter((line) => line !== "")).toEqual(["全市县今年", "全年降水偏多", "全县旱情缓解"]);
});

test("keeps the spaces between Latin words and between names", async () => {
  const { text } = await read([
    [
      show(50, 60, ["使用"]),
      "BT /H 10 Tf 75 640 Td (iPhone) Tj 36 0 Td (Pro) Tj ET",
      show(50, 90, ["记者"]),
      show(80, 90, ["李安"]),
      show(112, 90, ["王平"]),
    ].join("\n"),
  ]);
  expect(text).toContain("iPhone Pro");
  expect(text).toContain("记者　李安　王平");
});

test("marks raised figures and leaves readings out", async () => {
  const { text } = await read([
    [
      show(50, 60, ["全年发案九十起"]),
      show(120, 56, ["1"], { size: 6 }),
      show(126, 60, ["，面积三千m"]),
      show(186, 56, ["2"], { size: 6 }),
      show(50, 90, ["黎族村寨"], { size: 16 }),
      show(50, 75, ["l"], { size: 7 }),
      show(57, 75, ["í"], { size: 7 }),
    ].join("\n"),
  ]);
  expect(text.split("\n").filter((line) => line !== "")).toEqual(["全年发案九十起¹，面积三千m²", "黎族村寨"]);
});

test("reads lines that are set downwards, by their font or character by character", async () => {
  const { text } = await read([
    [
      show(60, 60, ["夜巡队守护老街"], { font: "V", size: 20 }),
      [..."平安小区"].map((one, i) => show(440, 80 + i * 24, [one], { size: 18 })).join("\n"),
      show(120, 60, prose),
    ].join("\n"),
  ]);
  expect(text.replaceAll(/\s/gu, "")).toBe(`夜巡队守护老街${prose.join("")}平安小区`);
});

test("reads turned and cropped pages upright, and leads each line to its place on the page as it is seen", async () => {
  const lines = show(50, 60, prose);
  const turned = await read([{ content: lines, entries: "/Rotate 90" }]);
  expect(turned.text.trim()).toBe(prose.join(""));
  // Turned by a quarter, the line runs down the page: taller than it is wide.
  const [left = 0, top = 0, right = 0, bottom = 0] = turned.places[0] ?? [];
  expect(bottom - top).toBeGreaterThan((right - left) * 5);
  const bound = `q 0 1 -1 0 500 0 cm ${show(50, 60, prose)} Q`;
  expect((await read([bound])).text.trim()).toBe(prose.join(""));
  const cropped = await read([{ content: lines, entries: "/CropBox [40 100 460 660]" }]);
  expect(cropped.places[0]?.slice(0, 2)).toEqual([10, 11]);
});

test("takes what is drawn twice once, and the text under a picture only where there is no other", async () => {
  const twice = [show(50, 60, prose), show(50.4, 60.3, prose)].join("\n");
  expect((await read([twice])).text.trim()).toBe(prose.join(""));
  const hidden = show(50, 60, prose, { before: "3 Tr" });
  const seen = show(50, 60, prose, { before: "0 Tr" });
  expect((await read([[seen, hidden].join("\n")])).text.trim()).toBe(prose.join(""));
  const scanned = await read([`q 500 0 0 700 0 0 cm /Im Do Q\n${hidden}`]);
  expect(scanned.text.trim()).toBe(prose.join(""));
  expect(scanned.rules).toEqual(["cleaning/pdf-recognised-text: text recognised from pictures: page 1 of 1"]);
});

test("names scanned pages among pages of text, but no blank ones", async () => {
  const picture = "q 500 0 0 700 0 0 cm /Im Do Q";
  const text = show(50, 60, prose);
  const { rules } = await read([text, picture, "", text, picture, picture]);
  expect(rules).toEqual(["cleaning/pdf-scanned-page: scanned pages among pages of text: 2, 5-6 of 6"]);
});

test("warns of a font whose characters have no Unicode value", async () => {
  const { rules } = await read([
    `${show(50, 60, ["全县"])}\nBT /X 10 Tf 50 500 Td <0102010301040105010601070108> Tj ET`,
  ]);
  expect(rules.map((rule) => rule.slice(0, 28))).toEqual(["cleaning/pdf-without-unicode"]);
});

test("reads signs of private use as what they show", async () => {
  const { text } = await read([show(50, 60, ["\uF0FE已办理", "\uF06C未办理"])]);
  expect(text.trim().split(/\n+/u)).toEqual(["☑已办理", "●未办理"]);
});

test("leaves layers that are switched off and artifacts of the page out of the text", async () => {
  const result = await cleaned(
    pdf([
      `/Artifact BMC ${show(50, 30, ["全县农业简讯"])} EMC\n${show(50, 100, prose)}\n/Artifact BMC ${show(50, 680, ["第一期"])} EMC`,
    ]),
    { document: "a.pdf" },
  );
  expect(result.text).toBe(prose.join(""));
  expect(removed(result, "running-head").join("")).toContain("全县农业简讯");
});

test("takes a watermark out that runs aslant over the text", async () => {
  const slanted = `q 0.7 0.7 -0.7 0.7 100 200 cm BT /F 60 Tf 0.9 g 0 0 Td <${hex("内部资料")}> Tj ET Q`;
  const result = await cleaned(pdf([`${slanted}\n0 g ${show(50, 60, prose)}`]), { document: "a.pdf" });
  expect(result.text).toBe(prose.join(""));
  expect(removed(result, "running-head").join("")).toContain("内部资料");
});

test("keeps a tilted headline and a light one, which lie under nothing", async () => {
  const tilted = `q 0.98 0.17 -0.17 0.98 60 560 cm BT /F 24 Tf 0 g 0 0 Td <${hex("丰收在望")}> Tj ET Q`;
  const light = `BT /F 24 Tf 0.8 g 60 620 Td <${hex("金色田野")}> Tj ET 0 g`;
  const { text } = await read([`${tilted}\n${light}\n${show(50, 200, prose)}`]);
  expect(text).toContain("丰收在望");
  expect(text.startsWith("金色田野")).toBe(true);
});

test("keeps the title where it stands first, and takes it out as the head of the pages after it", async () => {
  const head = show(50, 40, ["全县春耕备耕简报"], { size: 18 });
  const page = (lines: readonly string[]): string => `${head}\n${show(50, 100, lines)}`;
  const result = await cleaned(
    pdf([page(prose), page(["农机检修已经过半，化肥储备充足。"]), page(["下一步将继续抓好落实。"])]),
    {
      document: "a.pdf",
    },
  );
  expect(result.text.match(/全县春耕备耕简报/gu)).toHaveLength(1);
  expect(result.text.startsWith("全县春耕备耕简报\n")).toBe(true);
});

test("warns of a map to Unicode that gives the same few letters for everything", async () => {
  const soup = "q 1 0 0 1 50 500 cm BT /H 10 Tf 0 0 Td (\\376\\375\\360\\351\\337\\376\\375\\360\\374\\337) Tj ET Q";
  const { rules } = await read([soup]);
  expect(rules.map((rule) => rule.slice(0, 28))).toEqual(["cleaning/pdf-without-unicode"]);
});

test.each([
  ["no text", pdf([""]), "cleaning/pdf-without-text"],
  ["a broken end", pdf(["BT ET"]).slice(0, 60), "cleaning/pdf-broken"],
  [
    "a password",
    pdf(
      [show(50, 40, ["某市"])],
      `/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <${"41".repeat(32)}> /U <${"42".repeat(32)}> >> /ID [<00> <00>]`,
    ),
    "cleaning/pdf-encrypted",
  ],
])("tells what is wrong with a PDF with %s and what to do", async (_what, bytes, rule) => {
  const { source, diagnostics } = await readSource(bytes, { document: "a.pdf" });
  expect(source).toBeNull();
  expect(diagnostics.map((one) => one.rule)).toEqual([rule]);
  expect(diagnostics[0]?.hint).toBeTruthy();
});
