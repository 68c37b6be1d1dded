/**
 * Draws the pictures of docs/templates.md: what each property of a role changes, each value beside the other, set by
 * the very print package. Needs `pdftoppm` (poppler): `node apps/jianbao/scripts/write-pictures.ts`.
 */
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Block, type Role, type Theme, parseTheme } from "@jianbao/document";
import { FaceSet, openFace } from "@jianbao/fonts";
import { layout, toPdf } from "@jianbao/print";
import { fontFiles } from "../src/assets.ts";

/** What a picture shows: roles of a few paragraphs, in the one setting and in the other. */
interface Picture {
  readonly name: string;
  /** Under each sample. */
  readonly captions: readonly [string, string];
  readonly samples: readonly [Sample, Sample];
}

/** Paragraphs with their roles. */
type Sample = readonly { readonly role: Role; readonly text: string }[];

const long = "加强源头治理和综合治理，切实维护人民群众的财产安全和合法权益，不断提升获得感、幸福感、安全感。";
const plain: Role = { align: "justify", leading: 1.7 };

/** A paragraph in two settings of one property. */
function pair(name: keyof Role, one: Role, other: Role, text = long): Picture {
  const shown = (role: Role): string => (role[name] === undefined ? `不写 ${name}` : `${name}: ${String(role[name])}`);
  return {
    name,
    captions: [shown(one), shown(other)],
    samples: [[{ role: { ...plain, ...one }, text }], [{ role: { ...plain, ...other }, text }]],
  };
}

const around: Role = { align: "start", leading: 1.6 };

const pictures: readonly Picture[] = [
  pair("size", { size: 9 }, { size: 12 }),
  pair("weight", { weight: 400 }, { weight: 700 }),
  pair("leading", { leading: 1.4 }, { leading: 2.2 }),
  pair("align", { align: "start" }, { align: "center" }, "示例编辑部\n2024年2月5日".replace("\n", "　")),
  pair("indent", { indent: 0 }, { indent: 2 }),
  pair(
    "hang",
    { hang: 0 },
    { hang: 2 },
    "送：各成员单位联络员，各县市区反诈中心，各商业银行合规部门，各电信运营企业，有关行业协会",
  ),
  pair("inset", { inset: 0, ruleBelow: 0.6 }, { inset: 2, ruleBelow: 0.6 }),
  pair("background", {}, { background: "shade", padding: 6 }),
  pair("padding", { background: "shade", padding: 2 }, { background: "shade", padding: 12 }),
  pair(
    "ruleBelow",
    { ruleBelow: 0.25, padding: 3 },
    { ruleBelow: 3, ruleColour: "accent", padding: 3 },
    "某市反诈中心　2024年2月5日",
  ),
  {
    name: "spaceBefore",
    captions: ["spaceBefore: 0", "spaceBefore: 18"],
    samples: [0, 18].map((spaceBefore) => [
      { role: around, text: "上一段的末行。" },
      { role: { ...around, spaceBefore, weight: 700 }, text: "一、要点" },
      { role: around, text: "下一段的首行。" },
    ]) as unknown as readonly [Sample, Sample],
  },
  {
    name: "fromTop",
    captions: ["fromTop: 5mm", "fromTop: 15mm"],
    samples: [5, 15].map((fromTop) => [
      { role: { size: 26, weight: 700, colour: "accent", align: "center", leading: 1.2, fromTop }, text: "工作简报" },
    ]) as unknown as readonly [Sample, Sample],
  },
  pair(
    "fit",
    { size: 26, weight: 700, colour: "accent", align: "center", leading: 1.2, fit: false },
    { size: 26, weight: 700, colour: "accent", align: "center", leading: 1.2, fit: true },
    "打击治理电信网络诈骗简报",
  ),
  {
    name: "sameLine",
    captions: ["sameLine: false", "sameLine: true"],
    samples: [false, true].map((sameLine) => [
      { role: around, text: "某市反诈中心" },
      { role: { ...around, align: "end", sameLine }, text: "2024年2月5日" },
    ]) as unknown as readonly [Sample, Sample],
  },
];

const file = new URL("../../../templates/monthly/theme.yaml", import.meta.url);
const { theme: monthly } = parseTheme(readFileSync(file, "utf8"), "theme.yaml");
if (monthly === null) throw new Error("the monthly theme cannot be read");
const base: Theme = monthly;
const faces = new FaceSet(fontFiles(null).map(openFace), { fallback: ["noto-sans-sc-400"] });
const folder = new URL("../../../docs/images/theme/", import.meta.url);
mkdirSync(folder, { recursive: true });
const scratch = mkdtempSync(join(tmpdir(), "pictures-"));

function paragraph(role: string, text: string): Block {
  return { type: "paragraph", role, children: [{ type: "text", value: text }] };
}

/** Sets a sample under its caption on a page as high as it needs. */
async function draw(sample: Sample, caption: string, path: string): Promise<void> {
  const roles: Record<string, Role> = {
    ...base.roles,
    caption0: { family: "heading", size: 8, colour: "muted", align: "start", leading: 1.6, spaceBefore: 6 },
    ...Object.fromEntries(sample.map(({ role }, index) => [`sample${index}`, { family: "body", size: 10.5, ...role }])),
  };
  const children = [
    ...sample.map(({ text }, index) => paragraph(`sample${index}`, text)),
    paragraph("caption0", caption),
  ];
  const margin = 4;
  const set = (height: number) =>
    layout(
      {
        type: "document",
        language: "zh-Hans",
        title: caption,
        properties: { issuer: "", date: "2024-01-01", issue: null, subject: "", draft: false },
        children,
      },
      {
        theme: {
          ...base,
          roles,
          page: {
            width: 80,
            height,
            marginTop: margin,
            marginBottom: margin,
            marginInner: margin,
            marginOuter: margin,
            duplex: false,
            kinsoku: "gb",
          },
        },
        faces,
        charts: {},
      },
    );
  const bottom = Math.max(
    ...set(120).pages.flatMap(({ frames }) => frames.map((frame) => ("y" in frame ? frame.y : 0))),
  );
  const laid = set((bottom / 72) * 25.4 + 2 * margin);
  writeFileSync(`${path}.pdf`, await toPdf(laid.pages, { ...laid, faces }));
  execFileSync("pdftoppm", ["-r", "110", "-png", "-singlefile", `${path}.pdf`, path]);
}

for (const { name, captions, samples } of pictures) {
  for (const [index, sample] of samples.entries()) {
    const path = join(scratch, `${name}-${index + 1}`);
    await draw(sample, captions[index] ?? "", path);
    writeFileSync(new URL(`${name}-${index + 1}.png`, folder), readFileSync(`${path}.png`));
  }
}
rmSync(scratch, { recursive: true });
