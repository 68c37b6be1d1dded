import { type Layout, columns, inserted, layout } from "./layouts.ts";
import { Sheet } from "./sheet.ts";
import { cut, stories } from "./texts.ts";

const story = (i: number, length: number, title = 99): { title: string; text: string[] } => ({
  title: (stories[i - 55]?.title ?? "").slice(0, title),
  text: cut(stories[i - 55], length),
});

const factory = (n: number): string[] => [String(n), `某市第${n}机械配件加工厂`, n % 3 === 0 ? "限期整改" : "合格"];

/** A second set of layouts that were drawn when the first had been passed, and read once before any change. */
export const heldBackAgain: readonly Layout[] = [
  layout("two articles of unequal width over one that takes the whole page", () => {
    const sheet = new Sheet([842, 842]);
    const [a, b, c] = [story(70, 520, 24), story(71, 260, 12), story(72, 700, 30)];
    sheet.put(a.title, 50, 75, { size: 19 });
    sheet.flow(a.text, columns(3, 40, 90, 540, 250, 15));
    sheet.put(b.title, 610, 75, { size: 15 });
    sheet.flow(b.text, [{ x: 605, y: 90, width: 197, height: 260 }]);
    sheet.centre(c.title, 40, 802, 400, { size: 24 });
    sheet.flow(c.text, columns(4, 40, 420, 762, 330, 14));
    return { sheet, gold: [a.title, ...a.text, b.title, ...b.text, c.title, ...c.text] };
  }),
  layout("four articles set like the arms of a windmill", () => {
    const sheet = new Sheet([842, 842]);
    const [a, b, c, d] = [story(73, 430, 22), story(74, 420, 12), story(75, 420, 12), story(76, 430, 22)];
    sheet.put(a.title, 40, 70, { size: 18 });
    sheet.flow(a.text, columns(2, 40, 85, 490, 240, 15));
    sheet.put(b.title, 560, 70, { size: 15 });
    sheet.flow(b.text, [{ x: 560, y: 85, width: 240, height: 380 }]);
    sheet.put(c.title, 40, 390, { size: 15 });
    sheet.flow(c.text, [{ x: 40, y: 405, width: 240, height: 400 }]);
    sheet.put(d.title, 310, 520, { size: 18 });
    sheet.flow(d.text, columns(2, 310, 535, 490, 270, 15));
    return { sheet, gold: [a.title, ...a.text, b.title, ...b.text, c.title, ...c.text, d.title, ...d.text] };
  }),
  layout("a picture in the middle of three columns", () => {
    const sheet = new Sheet();
    const { title, text } = story(77, 800, 24);
    sheet.centre(title, 40, 555, 75, { size: 22 });
    const [a, b, c] = columns(3, 40, 95, 515, 300, 16);
    if (a === undefined || b === undefined || c === undefined) throw new RangeError("three columns");
    sheet.picture(b.x, 190, b.width, 110);
    const { ends } = sheet.flow(text, [
      { ...a, height: 330 },
      { ...b, height: 75 },
      { ...b, y: 325, height: 100 },
      { ...c, height: 440 },
    ]);
    sheet.put("▲村民晾晒辣椒", b.x, 312, { size: 8.5 });
    return { sheet, gold: [title, ...inserted(text, ends[1], "▲村民晾晒辣椒")] };
  }),
  layout("a headline of two lines set downwards at the right", () => {
    const sheet = new Sheet();
    const { text } = story(78, 600);
    sheet.downwards("一封家书", 530, 90, 22);
    sheet.downwards("两代人的守望", 500, 120, 16);
    sheet.flow(text, columns(2, 40, 85, 435, 380, 18));
    return { sheet, gold: ["一封家书", "两代人的守望", ...text] };
  }),
  layout("five columns with an article of two and one of three of them over a third", () => {
    const sheet = new Sheet([1000, 800]);
    const [a, b, c] = [story(79, 380, 16), story(80, 560, 22), story(81, 800, 28)];
    const all = columns(5, 40, 85, 920, 220, 15);
    sheet.put(a.title, 45, 70, { size: 17 });
    sheet.flow(a.text, all.slice(0, 2), { size: 10 });
    sheet.centre(b.title, all[2]?.x ?? 0, 960, 70, { size: 20 });
    sheet.flow(b.text, all.slice(2), { size: 10 });
    sheet.centre(c.title, 40, 960, 360, { size: 26 });
    sheet.flow(c.text, columns(5, 40, 380, 920, 300, 15), { size: 10 });
    return { sheet, gold: [a.title, ...a.text, b.title, ...b.text, c.title, ...c.text] };
  }),
  layout("a ruled table that goes on over the page under a repeated head", () => {
    const sheet = new Sheet();
    const head = ["序号", "企业名称", "检查结果"];
    sheet.centre("安全生产检查情况", 70, 525, 90, { size: 18 });
    sheet.table([head, ...[1, 2, 3, 4, 5, 6].map(factory)], 70, 120, [60, 260, 135]);
    sheet.page();
    sheet.table([head, ...[7, 8, 9].map(factory)], 70, 70, [60, 260, 135]);
    const end = "检查中发现的问题均已登记在册，由属地乡镇跟踪督促，月底前报送整改情况。";
    sheet.flow([end], [{ x: 70, y: 230, width: 455, height: 200 }], { size: 12 });
    const rows = [head, ...[1, 2, 3, 4, 5, 6].map(factory), head, ...[7, 8, 9].map(factory)];
    return { sheet, gold: ["安全生产检查情况", ...rows.map((cells) => cells.join("\t")), end] };
  }),
  layout("numbered headings on lines of their own in a report", () => {
    const sheet = new Sheet();
    const { text } = story(82, 800);
    sheet.centre("关于全区教育工作的汇报", 70, 525, 85, { size: 20 });
    const gold = ["关于全区教育工作的汇报"];
    let y = 105;
    text.forEach((paragraph, i) => {
      if (i % 2 === 0) {
        const heading = `${"一二三四五六"[i / 2]}、${["抓好基础", "补齐短板", "强化保障", "下步打算", "其他"][i / 2] ?? ""}`;
        sheet.put(`　　${heading}`, 70, y + 12, { size: 12 });
        y += 19.2;
        gold.push(heading);
      }
      y = sheet.flow([paragraph], [{ x: 70, y, width: 455, height: 900 }], { size: 12 }).y - 12;
      gold.push(paragraph);
    });
    return { sheet, gold };
  }),
  layout("a notice with a list of its enclosures", () => {
    const sheet = new Sheet();
    const { text } = story(83, 300);
    sheet.centre("关于印发工作方案的通知", 70, 525, 85, { size: 20 });
    const { y } = sheet.flow(text, [{ x: 70, y: 105, width: 455, height: 500 }], { size: 14, leading: 24 });
    sheet.put("　　附件：1.工作任务分解表", 70, y + 24, { size: 14 });
    sheet.put("2.联络员名单", 140, y + 48, { size: 14 });
    sheet.put("（此件公开发布）", 98, y + 96, { size: 14 });
    return {
      sheet,
      gold: ["关于印发工作方案的通知", ...text, "附件：1.工作任务分解表", "2.联络员名单", "（此件公开发布）"],
    };
  }),
  layout("two columns with a gutter of less than a character", () => {
    const sheet = new Sheet();
    const { title, text } = story(88, 700, 22);
    sheet.centre(title, 60, 535, 75, { size: 20 });
    sheet.flow(text, columns(2, 60, 95, 475, 330, 9.2), { size: 10.5, justify: true });
    return { sheet, gold: [title, ...text] };
  }),
  layout("a bordered notice at the foot of a page of two columns", () => {
    const sheet = new Sheet();
    const { title, text } = story(85, 700, 22);
    const notice = story(86, 130);
    sheet.centre(title, 40, 555, 75, { size: 20 });
    sheet.flow(text, columns(2, 40, 95, 515, 380, 18));
    sheet.frame(40, 560, 515, 150);
    sheet.centre("启事", 40, 555, 585, { size: 16 });
    sheet.flow(notice.text, [{ x: 55, y: 592, width: 485, height: 110 }], { size: 10.5 });
    return { sheet, gold: [title, ...text, "启事", ...notice.text] };
  }),
];
