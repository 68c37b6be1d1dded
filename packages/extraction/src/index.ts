export type { Consideration, Rival, WordFound } from "./consider.ts";
export { type Explanation, explain, extract } from "./extract.ts";
export { readQuantity } from "./read-quantity.ts";
