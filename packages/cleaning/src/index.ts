export { clean } from "./clean.ts";
export { readSource } from "./read-source.ts";
/** Version of the package's output: part of every cache key. */
export const version = 1;
