export { type Explanation, explain, extract } from "./extract.ts";

/** Version of the package's output: part of every cache key. */
export const version = 1;
