import type { MeasureName } from "@jianbao/print";
import type { Message } from "./text.ts";

/** What is measured, in words. */
export const measureNames: Readonly<Record<MeasureName, Message>> = {
  "page-width": { zh: "纸宽", en: "page width" },
  "page-height": { zh: "纸高", en: "page height" },
  "first-line-top": { zh: "首行上边缘到纸上边", en: "top of the first line" },
  "last-line-bottom": { zh: "末行下边缘到纸上边", en: "bottom of the last line" },
  "binding-edge": { zh: "订口", en: "binding edge" },
  "line-width": { zh: "版心宽（由行首行末量得）", en: "line width" },
  "characters-width": { zh: "一行各字的字宽之和", en: "advances of a line's characters" },
  "line-pitch": { zh: "行距", en: "line pitch" },
  lines: { zh: "每面行数", en: "lines a page" },
  "masthead-top": { zh: "报名上边缘到纸上边", en: "top of the masthead" },
  "masthead-width": { zh: "报名宽", en: "width of the masthead" },
  "red-rule-distance": { zh: "红线到上面的字", en: "red rule below its text" },
  "red-rule-width": { zh: "红线长", en: "width of the red rule" },
  "imprint-first-rule": { zh: "版记首线粗", en: "first rule of the imprint" },
  "imprint-middle-rule": { zh: "版记中间线粗", en: "middle rule of the imprint" },
  "imprint-last-rule": { zh: "版记末线粗", en: "last rule of the imprint" },
  "imprint-bottom": { zh: "版记末线到纸上边", en: "bottom of the imprint" },
  "imprint-width": { zh: "版记线长", en: "width of the imprint's rules" },
  "page-number-distance": { zh: "页码一字线到版心下边缘", en: "page number below the type area" },
  "page-number-size": { zh: "页码字号", en: "size of the page number" },
  "page-number-inset": { zh: "页码到版心外侧", en: "page number from the outer side" },
};
