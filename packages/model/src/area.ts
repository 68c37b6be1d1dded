/**
 * What territory a figure is about. `code` is `CN`, ISO 3166-2 for provinces (`CN-SX`), the six-digit
 * GB/T 2260 code for prefectures and counties (`330300`), or `OVERSEAS`.
 */
export interface Area {
  readonly code: string;
  /** Its name in simplified Chinese. */
  readonly name: string;
}

/** The whole country. */
export const china: Area = { code: "CN", name: "全国" };

/** Action abroad: dens abroad, people handed over or brought back. */
export const overseas: Area = { code: "OVERSEAS", name: "境外" };
