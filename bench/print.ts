/**
 * Times one document of about eight pages (text, notes, four tables, four charts) by jianbao, Typst, plain PDFKit,
 * pdfmake and, where they are installed, Chromium and WeasyPrint, as whole processes in turn, and prints medians of
 * wall time, peak memory and size beside Typst's; then what setting it again costs in a warm process:
 * `pnpm bench print [RUNS]`. The files stay in the folder that it names.
 */
import { spawnSync } from "node:child_process";
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Scene } from "@jianbao/charts";
import { documentToJson, parseTheme } from "@jianbao/document";
import { build } from "esbuild";
import { svgOf } from "../packages/html/src/svg.ts";
import { htmlSource } from "./print/html-source.ts";
import { documentOf } from "./print/jianbao-document.ts";
import { pdfmakeDefinition } from "./print/pdfmake-definition.ts";
import { sample } from "./print/sample.ts";
import { specOf } from "./print/specs.ts";
import { typstSource } from "./print/typst-source.ts";

const root = join(import.meta.dirname, "..");
const runs = Number(process.argv[2] ?? 5);
/** A program that takes longer, in milliseconds, runs once. */
const slow = 10_000;
const folder = mkdtempSync(join(tmpdir(), "jianbao-print-"));
const require = createRequire(import.meta.url);

/** A program that sets the sample: its arguments, and the file it writes, by mode. */
interface Program {
  readonly name: string;
  readonly command: readonly string[];
  readonly file: string;
}

interface Sample {
  /** Milliseconds, whole process. */
  readonly wall: number;
  /** Milliseconds of all cores: what other programs on the machine change least. */
  readonly cpu: number;
  /** MiB of the largest process. */
  readonly peak: number;
  readonly bytes: number;
}

await prepare();
const table = [
  "| charts | program | wall ms | / Typst | CPU ms | / Typst | peak MiB | / Typst | PDF kB | / Typst | pages |",
];
for (const mode of ["ready", "made"] as const) table.push(...rowsOf(mode, measured(programs(mode))));
console.log(table.join("\n"));
const warm = spawnSync(process.execPath, [join(folder, "relayout.mjs"), folder], { encoding: "utf8" });
console.log(warm.stdout || warm.stderr);
console.log(`files: ${folder}`);

/** Writes what the programs read, and bundles them: jianbao as its command line is, the others with their libraries outside. */
async function prepare(): Promise<void> {
  const own = sample();
  mkdirSync(join(folder, "fonts"));
  for (const [family, weight, name] of [
    ["serif", "400", "400Regular/NotoSerifSC_400Regular"],
    ["serif", "700", "700Bold/NotoSerifSC_700Bold"],
    ["sans", "400", "400Regular/NotoSansSC_400Regular"],
    ["sans", "700", "700Bold/NotoSansSC_700Bold"],
  ] as const) {
    const file = require.resolve(`@expo-google-fonts/noto-${family}-sc/${name}.ttf`);
    copyFileSync(file, join(folder, "fonts", `noto-${family}-sc-${weight}.ttf`));
  }
  const write = (name: string, content: unknown): void =>
    writeFileSync(join(folder, name), typeof content === "string" ? content : JSON.stringify(content));
  symlinkSync(join(import.meta.dirname, "node_modules"), join(folder, "node_modules"));
  write("sample.json", own);
  write("document.json", documentToJson(documentOf(own)));
  write("charts.json", own.charts);
  write("specs.json", Object.fromEntries(Object.entries(own.charts).map(([key, chart]) => [key, specOf(chart)])));
  const { theme } = parseTheme(readFileSync(join(root, "templates", "monthly", "theme.yaml"), "utf8"), "theme.yaml");
  write("theme.json", theme);
  copyFileSync(join(import.meta.dirname, "print", "programs", "launcher.js"), join(folder, "launcher.mjs"));
  await bundle();
  run([process.execPath, join(folder, "launcher.mjs"), folder, "made", "scenes"]);
  const scenes = JSON.parse(readFileSync(join(folder, "scenes.json"), "utf8")) as Record<string, Scene>;
  const svg = (key: string): string => {
    const scene = scenes[key];
    if (scene === undefined) throw new Error(`no chart ${key}`);
    return svgOf(scene, own.charts[key]?.description ?? "", key).replace("<svg ", '<svg font-family="Noto Sans SC" ');
  };
  for (const key of Object.keys(own.charts)) write(`${key}.svg`, svg(key));
  write("main.typ", typstSource(own));
  write("pdfmake.json", pdfmakeDefinition(own));
  const font = (id: string): string => join(folder, "fonts", `noto-${id}.ttf`);
  const fonts = {
    "SampleSerif 400": font("serif-sc-400"),
    "SampleSans 400": font("sans-sc-400"),
    "SampleSans 700": font("sans-sc-700"),
  };
  write("page.html", htmlSource(own, fonts, svg));
}

async function bundle(): Promise<void> {
  const stubs = join(root, "apps", "jianbao", "scripts", "stubs");
  const programs = join(import.meta.dirname, "print", "programs");
  const common = {
    bundle: true,
    format: "esm",
    platform: "node",
    target: "node24",
    outdir: folder,
    outExtension: { ".js": ".mjs" },
  } as const;
  await build({
    ...common,
    entryPoints: [join(programs, "jianbao.ts"), join(programs, "relayout.ts")],
    splitting: true,
    minify: true,
    keepNames: true,
    banner: {
      js: 'import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);',
    },
    alias: {
      "vega-canvas": join(stubs, "canvas.js"),
      fontkit: join(stubs, "fontkit.js"),
      linebreak: join(stubs, "unused.js"),
      "png-js": join(stubs, "unused.js"),
      "@noble/ciphers/aes": join(stubs, "unused.js"),
    },
    logLevel: "error",
  });
  await build({
    ...common,
    entryPoints: ["typst", "pdfkit", "pdfmake"].map((name) => join(programs, `${name}.ts`)),
    packages: "external",
  });
}

function programs(mode: "ready" | "made"): Program[] {
  const script = (name: string, title: string, started = name): Program => ({
    name: title,
    command: [process.execPath, join(folder, `${started}.mjs`), folder, mode],
    file: join(folder, `${name}-${mode}.pdf`),
  });
  const all = [
    script("jianbao", "jianbao", "launcher"),
    script("typst", mode === "made" ? "Typst + Vega" : "Typst"),
    script("pdfkit", mode === "made" ? "PDFKit + Vega" : "PDFKit"),
    script("pdfmake", mode === "made" ? "pdfmake + Vega" : "pdfmake"),
  ];
  if (mode === "made") return all;
  const page = join(folder, "page.html");
  const chromium = installed(["chromium", "chromium-browser", "google-chrome"]);
  const weasyprint = installed(["weasyprint"]);
  const printed = (name: string): string => join(folder, `${name}.pdf`);
  if (chromium !== null) {
    const flags = [
      "--headless",
      "--no-sandbox",
      "--disable-gpu",
      "--allow-file-access-from-files",
      "--no-pdf-header-footer",
    ];
    const file = printed("chromium");
    all.push({ name: "Chromium", command: [chromium, ...flags, `--print-to-pdf=${file}`, `file://${page}`], file });
  }
  if (weasyprint !== null) {
    all.push({ name: "WeasyPrint", command: [weasyprint, page, printed("weasyprint")], file: printed("weasyprint") });
  }
  return all;
}

function installed(names: readonly string[]): string | null {
  for (const name of names) {
    for (const place of (process.env["PATH"] ?? "").split(":"))
      if (existsSync(join(place, name))) return join(place, name);
  }
  return null;
}

/** Runs the programs in turn, once for the caches of the disk and of code, then as often as is asked for. */
function measured(all: readonly Program[]): ReadonlyMap<Program, readonly Sample[]> {
  const samples = new Map<Program, Sample[]>(all.map((program) => [program, []]));
  for (let round = 0; round <= runs; round++) {
    for (const program of all) {
      if ((samples.get(program)?.[0]?.wall ?? 0) > slow) continue;
      rmSync(program.file, { force: true });
      const spent = run(program.command);
      if (round > 0 || spent.wall > slow) samples.get(program)?.push({ ...spent, bytes: statSync(program.file).size });
    }
  }
  return samples;
}

/** Runs a command under GNU time, which knows the peak of a process and what its cores did. */
function run(command: readonly string[]): Omit<Sample, "bytes"> {
  const time = existsSync("/usr/bin/time") ? ["/usr/bin/time", "-f", "spent %M %U %S"] : [];
  const [first = "", ...rest] = [...time, ...command];
  const env = { ...process.env, NODE_COMPILE_CACHE: join(folder, "code") };
  const start = performance.now();
  const { status, stderr } = spawnSync(first, rest, { encoding: "utf8", env, cwd: folder });
  const wall = performance.now() - start;
  if (status !== 0) throw new Error(`${command.join(" ")}\n${stderr.slice(-800)}`);
  // Matches the last line that GNU time writes: spent 81234 0.15 0.03.
  const [, peak, user, system] = /^spent (\d+) ([\d.]+) ([\d.]+)$/mu.exec(stderr) ?? [];
  return { wall, cpu: 1000 * (Number(user) + Number(system)), peak: Number(peak) / 1024 };
}

function rowsOf(mode: string, samples: ReadonlyMap<Program, readonly Sample[]>): string[] {
  const rows = [...samples].map(([program, list]) => ({
    program,
    wall: median(list.map(({ wall }) => wall)),
    cpu: median(list.map(({ cpu }) => cpu)),
    peak: median(list.map(({ peak }) => peak)),
    kilobytes: median(list.map(({ bytes }) => bytes)) / 1000,
  }));
  const typst = rows.find(({ program }) => program.name.startsWith("Typst"));
  return rows.map(({ program, wall, cpu, peak, kilobytes }) => {
    const cells = [
      mode,
      program.name,
      wall.toFixed(0),
      ratio(wall, typst?.wall),
      cpu.toFixed(0),
      ratio(cpu, typst?.cpu),
      peak.toFixed(0),
      ratio(peak, typst?.peak),
      kilobytes.toFixed(0),
      ratio(kilobytes, typst?.kilobytes),
      pagesOf(program.file),
    ];
    return `| ${cells.join(" | ")} |`;
  });
}

function ratio(value: number, of: number | undefined): string {
  return (value / (of ?? Number.NaN)).toFixed(2);
}

/** Pages of a PDF by its own count; in a compressed object it is not seen. */
function pagesOf(file: string): string {
  const { stdout } = spawnSync("pdfinfo", [file], { encoding: "utf8" });
  return /^Pages: +(\d+)/mu.exec(stdout ?? "")?.[1] ?? "?";
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
