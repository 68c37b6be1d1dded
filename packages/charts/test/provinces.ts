/** The codes of ISO 3166-2 of the 34 provincial units. */
export const provinces: readonly string[] =
  "BJ TJ HE SX NM LN JL HL SH JS ZJ AH FJ JX SD HA HB HN GD GX HI CQ SC GZ YN XZ SN GS QH NX XJ TW HK MO"
    .split(" ")
    .map((code) => `CN-${code}`);
