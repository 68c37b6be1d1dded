import type { Theme } from "@jianbao/document";
import type { FaceSet } from "@jianbao/fonts";
import type { Diagnostic, Severity } from "@jianbao/model";
import type { Layout } from "../layout.ts";
import type { PageGeometry } from "../page/geometry.ts";
import type { PageLine } from "./page-line.ts";

/** What the rules of a preflight look at. */
export interface Proof {
  readonly layout: Layout;
  readonly theme: Theme;
  readonly faces: FaceSet;
  readonly geometry: PageGeometry;
  readonly lines: readonly PageLine[];
}

/** A rule of the preflight: what it finds, page by page. */
export type PreflightRule = (proof: Proof) => Iterable<Diagnostic>;

/** A finding on a page; the message ends with the page and the words. */
export function found(
  severity: Severity,
  rule: string,
  fault: string,
  { page, text }: { readonly page: number; readonly text: string },
  hint: string,
): Diagnostic {
  return { severity, rule: `print/${rule}`, message: `${fault} on page ${page}: “${text}”`, hint };
}
