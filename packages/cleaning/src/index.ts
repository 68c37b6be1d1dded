export { clean } from "./clean.ts";
export { readSource } from "./read-source.ts";
