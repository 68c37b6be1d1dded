export { clean } from "./clean.ts";
export { readSource } from "./read-source.ts";
export { simplified } from "./rules/script/script.ts";
