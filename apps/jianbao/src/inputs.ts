import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Decision } from "@jianbao/analysis";
import { type IssuePeriod, firstDay, lastDay, parsePartialDate } from "@jianbao/model";
import { fontFiles, programKey } from "./assets.ts";
import { sidecarOf } from "./facts.ts";
import type { Settings } from "./workspace.ts";

/** SHA-256 of a text or of bytes, in hexadecimal digits. */
export type Hash = string;

/** All that an issue is made of, by name, with a hash each: what its manifest and its record keep. */
export interface Inputs {
  readonly program: Hash;
  readonly pack: { readonly name: string; readonly files: Readonly<Record<string, Hash>> };
  readonly template: { readonly name: string; readonly files: Readonly<Record<string, Hash>> };
  /** Of the table directory of each face, which holds a checksum of every table. */
  readonly fonts: Readonly<Record<string, Hash>>;
  /** Each setting of `briefing.yaml`, as JSON. */
  readonly settings: Readonly<Record<string, unknown>>;
  /** Files of `sources/` that were known by the end of the period or have no date that tells, with their sidecars. */
  readonly sources: Readonly<Record<string, { readonly sha256: Hash; readonly sidecar: Hash | null }>>;
  /** Decisions by what they are about and when. */
  readonly decisions: Readonly<Record<string, Hash>>;
  /** Records of the signed issues before. */
  readonly issues: Readonly<Record<string, Hash>>;
  /** The issue whose figures `与上期相比` was written from; null for the first. */
  readonly comparedWith: string | null;
}

/** What an input is. */
export type InputKind =
  | "program"
  | "pack"
  | "template"
  | "font"
  | "setting"
  | "source"
  | "sidecar"
  | "decision"
  | "issue";

/** One input that is not what it was. */
export interface InputChange {
  readonly kind: InputKind;
  readonly change: "added" | "changed" | "removed";
  /** A file, a key, an id. */
  readonly name: string;
}

/** What of a workspace is gathered for the inputs of an issue. */
export interface InputParts {
  readonly root: string;
  readonly pack: { readonly name: string; readonly files: Readonly<Record<string, string>> };
  readonly template: { readonly name: string; readonly files: Readonly<Record<string, string>> };
  readonly settings: Settings;
  /** SHA-256 of the source files that count, by document. */
  readonly sources: Readonly<Record<string, Hash>>;
  readonly decisions: readonly Decision[];
  readonly issues: Readonly<Record<string, Hash>>;
  readonly comparedWith: string | null;
}

/** Gathers the hashes of all that an issue is made of. */
export function inputsOf(parts: InputParts): Inputs {
  const { root, pack, template, settings, sources, decisions, issues, comparedWith } = parts;
  const folder = join(root, "sources");
  return {
    program: programKey(),
    pack: { name: pack.name, files: hashesOf(pack.files) },
    template: { name: template.name, files: hashesOf(template.files) },
    fonts: Object.fromEntries(
      fontFiles(root).map((font) => [font.id, sha256(font.read(0, 12 + 16 * tableCount(font.read(0, 12))))]),
    ),
    settings: { ...settings },
    sources: Object.fromEntries(
      Object.keys(sources)
        .sort()
        .map((document) => [
          document,
          { sha256: sources[document] ?? "", sidecar: fileHash(join(folder, sidecarOf(document))) },
        ]),
    ),
    decisions: decisionHashes(decisions),
    issues,
    comparedWith,
  };
}

/** SHA-256 of the whole files of the faces, by id. */
export function fontHashes(root: string): Readonly<Record<string, Hash>> {
  return Object.fromEntries(fontFiles(root).map((font) => [font.id, sha256(font.read(0, largestFont))]));
}

/** No font file is larger, in bytes. */
const largestFont = 1 << 26;

function tableCount(header: Uint8Array): number {
  return ((header[4] ?? 0) << 8) | (header[5] ?? 0);
}

/** Decisions by id and day, so that a list of them can be compared with another. */
function decisionHashes(decisions: readonly Decision[]): Readonly<Record<string, Hash>> {
  const hashes: Record<string, Hash> = {};
  for (const decision of decisions) {
    const name = `${decision.id} ${decision.on}`;
    hashes[name] = sha256(`${hashes[name] ?? ""}${JSON.stringify(decision)}`);
  }
  return hashes;
}

/** Tells whether an article may count for an issue: published by the end of its period, or without a date that tells. */
export function isWithinReach(published: string | null, period: IssuePeriod): boolean {
  return published === null || parsePartialDate(published) === null || firstDay(published) <= period.end;
}

/** Tells whether an article was surely published by the end of a period. */
export function isSurelyKnown(published: string | null, period: IssuePeriod): boolean {
  return published !== null && parsePartialDate(published) !== null && lastDay(published) <= period.end;
}

function whole(kind: InputKind, name: string, same: boolean): InputChange[] {
  return same ? [] : [{ kind, change: "changed", name }];
}

/** Lists what of an issue's inputs is not as it was, in one order everywhere. */
export function inputChanges(before: Inputs, now: Inputs): readonly InputChange[] {
  const shas = (inputs: Inputs): Record<string, string> =>
    Object.fromEntries(Object.entries(inputs.sources).map(([name, { sha256: hash }]) => [name, hash]));
  const sidecars = (inputs: Inputs, others: Inputs): Record<string, string> =>
    Object.fromEntries(
      Object.entries(inputs.sources).flatMap(([name, { sidecar }]) =>
        sidecar === null || others.sources[name] === undefined ? [] : [[sidecarOf(name), sidecar]],
      ),
    );
  return [
    ...mapChanges("source", shas(before), shas(now)),
    ...mapChanges("sidecar", sidecars(before, now), sidecars(now, before)),
    ...mapChanges("decision", before.decisions, now.decisions),
    ...mapChanges("setting", texts(before.settings), texts(now.settings)),
    ...(before.pack.name === now.pack.name
      ? mapChanges("pack", prefixed(before.pack), prefixed(now.pack))
      : whole("pack", `${before.pack.name} → ${now.pack.name}`, false)),
    ...(before.template.name === now.template.name
      ? mapChanges("template", prefixed(before.template), prefixed(now.template))
      : whole("template", `${before.template.name} → ${now.template.name}`, false)),
    ...mapChanges("font", before.fonts, now.fonts),
    ...mapChanges("issue", before.issues, now.issues),
    ...whole("issue", now.comparedWith ?? before.comparedWith ?? "", before.comparedWith === now.comparedWith),
    ...whole("program", "jianbao", before.program === now.program),
  ];
}

function prefixed({ name, files }: Inputs["pack"]): Record<string, string> {
  return Object.fromEntries(Object.entries(files).map(([file, hash]) => [`${name}/${file}`, hash]));
}

function texts(values: Readonly<Record<string, unknown>>): Record<string, string> {
  return Object.fromEntries(Object.entries(values).map(([key, value]) => [key, JSON.stringify(value)]));
}

function mapChanges(
  kind: InputKind,
  before: Readonly<Record<string, string>>,
  now: Readonly<Record<string, string>>,
): InputChange[] {
  return [...new Set([...Object.keys(before), ...Object.keys(now)])].sort().flatMap((name): InputChange[] => {
    if (before[name] === now[name]) return [];
    const change = before[name] === undefined ? "added" : now[name] === undefined ? "removed" : "changed";
    return [{ kind, change, name }];
  });
}

function hashesOf(files: Readonly<Record<string, string>>): Readonly<Record<string, Hash>> {
  return Object.fromEntries(
    Object.keys(files)
      .sort()
      .map((file) => [file, sha256(files[file] ?? "")]),
  );
}

function fileHash(path: string): Hash | null {
  return existsSync(path) ? sha256(readFileSync(path)) : null;
}

/** SHA-256 of a text or of bytes. */
export function sha256(content: Uint8Array | string): Hash {
  return createHash("sha256").update(content).digest("hex");
}
