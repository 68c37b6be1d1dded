export { type Face, type FontFile, openFace } from "./face.ts";
export { FaceSet, type FoundGlyph, type UnopenedFace } from "./face-set.ts";
export { Subset, subsetOf } from "./subset.ts";
export { webFontOf } from "./web-font.ts";
