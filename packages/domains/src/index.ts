export { parsePack } from "./pack.ts";
