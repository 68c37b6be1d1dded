/**
 * Checks that packages depend only on whom they may, that each declares what it imports, and that
 * nothing below the app reads the clock. The table is the house plan of ARCHITECTURE.md.
 */
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";

const mayImport: Readonly<Record<string, readonly string[]>> = {
  model: [],
  fonts: [],
  cleaning: ["model"],
  extraction: ["model", "cleaning"],
  domains: ["model"],
  archive: ["model"],
  analysis: ["model"],
  charts: ["model", "fonts"],
  document: ["model"],
  briefing: ["model", "analysis", "charts", "document"],
  html: ["model", "document", "charts"],
  print: ["model", "document", "charts", "fonts"],
};

/** Packages that only one place may import, with that place. */
const onlyIn: Readonly<Record<string, string>> = {
  pdfkit: "packages/print/src/pdf/",
  handlebars: "packages/briefing/",
  parse5: "packages/cleaning/",
  htmlparser2: "packages/briefing/",
  vega: "packages/charts/",
  "vega-lite": "packages/charts/",
  "opencc-js": "packages/cleaning/",
};

const problems: string[] = [];

for (const [name, allowed] of Object.entries(mayImport)) {
  const folder = join("packages", name);
  const manifest = JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as {
    dependencies?: Record<string, string>;
    devDependencies?: Record<string, string>;
  };
  for (const dependency of Object.keys(manifest.dependencies ?? {})) {
    const ours = /^@jianbao\/(.+)$/u.exec(dependency)?.[1];
    if (ours !== undefined && !allowed.includes(ours)) {
      problems.push(
        `${folder}/package.json: ${name} may not depend on ${ours} (allowed: ${allowed.join(", ") || "nothing of ours"})`,
      );
    }
  }
  for (const file of sources(join(folder, "src"))) {
    const text = readFileSync(file, "utf8");
    for (const { specifier, line } of imports(text)) {
      const ours = /^@jianbao\/(.+)$/u.exec(specifier)?.[1];
      if (ours !== undefined && !allowed.includes(ours))
        problems.push(`${file}:${line}: ${name} may not import ${specifier}`);
      const bare = specifier.startsWith("@")
        ? specifier.split("/").slice(0, 2).join("/")
        : (specifier.split("/")[0] ?? "");
      if (!specifier.startsWith(".") && !specifier.startsWith("node:") && manifest.dependencies?.[bare] === undefined) {
        problems.push(`${file}:${line}: ${bare} is not among the dependencies of ${name}`);
      }
      const place = onlyIn[bare];
      if (place !== undefined && !file.startsWith(place))
        problems.push(`${file}:${line}: ${bare} is imported in ${place} alone`);
    }
    if (name !== "archive") {
      for (const match of text.matchAll(/\bnew Date\(\)|\bprocess\.|\btoLocale\w*\(|\bIntl\./gu)) {
        problems.push(
          `${file}:${lineOf(text, match.index)}: ${match[0]} depends on the machine: take the value as a parameter`,
        );
      }
    }
  }
}

for (const problem of problems) console.error(problem);
console.log(problems.length === 0 ? "package boundaries: in order" : `package boundaries: ${problems.length} crossed`);
process.exitCode = problems.length === 0 ? 0 : 1;

function sources(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts"))
    .map((file) => join(folder, file))
    .sort();
}

function imports(text: string): { specifier: string; line: number }[] {
  // Matches `} from "x";` and `await import("x")`; must not match `${from "x"}` in a sentence.
  return [
    ...text.matchAll(
      /(?:^(?:import|export)\b[^"\n]* from |^import |^\} from )"([^"\n]+)";$|\bimport\("([^"\n]+)"\)/gmu,
    ),
  ].map((match) => ({
    specifier: match[1] ?? match[2] ?? "",
    line: lineOf(text, match.index),
  }));
}

function lineOf(text: string, index: number): number {
  return text.slice(0, index).split("\n").length;
}
