export type { Face, FontFile } from "./face.ts";
