import type { Area } from "@jianbao/model";

/** First two digits of the codes of GB/T 2260, by ISO 3166-2. */
const digits: Readonly<Record<string, string>> = Object.fromEntries(
  (
    "11 BJ 12 TJ 13 HE 14 SX 15 NM 21 LN 22 JL 23 HL 31 SH 32 JS 33 ZJ 34 AH 35 FJ 36 JX 37 SD 41 HA 42 HB 43 HN " +
    "44 GD 45 GX 46 HI 50 CQ 51 SC 52 GZ 53 YN 54 XZ 61 SN 62 GS 63 QH 64 NX 65 XJ 71 TW 81 HK 82 MO"
  )
    .match(/\d\d [A-Z]{2}/gu)
    ?.map((pair) => [`CN-${pair.slice(3)}`, pair.slice(0, 2)]) ?? [],
);

/**
 * Where an area stands in the order of GB/T 2260: provinces in its order, each before its prefectures and
 * counties; what has no code there stands last.
 */
export function areaOrder({ code }: Area): string {
  const province = digits[code];
  if (province !== undefined) return `${province}0000`;
  return /^\d{6}$/u.test(code) ? code : `99 ${code}`;
}
