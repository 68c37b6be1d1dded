import { languages } from "@jianbao/model";
import type { Option } from "./command.ts";

/** Options of the commands that write an issue: with which template, in which language. */
export const writingOptions: readonly Option[] = [
  {
    name: "template",
    value: "NAME",
    help: { zh: "模板（默认按 briefing.yaml）", en: "template (default: of briefing.yaml)" },
  },
  {
    name: "language",
    value: "TAG",
    choices: languages,
    help: { zh: "语言（默认按 briefing.yaml）", en: "language (default: of briefing.yaml)" },
  },
];
