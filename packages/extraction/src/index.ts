export { type Explanation, explain, extract } from "./extract.ts";
