export type { HtmlOptions, ScreenFont } from "./collect.ts";
export type { Evidence } from "./evidence.ts";
export { toHtml } from "./html.ts";
