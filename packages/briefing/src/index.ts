export { cleaningWords } from "./wording/cleaning-words.ts";
export { type ComposeOptions, type Composition, compose } from "./compose.ts";
export { evidencePage } from "./evidence-page.ts";
export { parseMarkup } from "./markup/parse.ts";
export { markupOf } from "./markup/write.ts";
export type { Template } from "./template.ts";
export { type IssueFacts, type View, type ViewOptions, viewOf } from "./view/view.ts";
export { type Question, questionsOf } from "./view/questions.ts";
