import { type Frame, Sheet } from "./sheet.ts";
import { cut, stories } from "./texts.ts";

/** A page of one's own making with what must be read from it, paragraph by paragraph. */
export interface Layout {
  readonly name: string;
  readonly make: () => Promise<{ bytes: Uint8Array; gold: string[] }>;
}

export const layout = (name: string, draw: () => { sheet: Sheet; gold: string[] }): Layout => ({
  name,
  make: async () => {
    const { sheet, gold } = draw();
    return { bytes: await sheet.bytes(), gold };
  },
});

/** Columns of one width with gutters between. */
export function columns(count: number, x: number, y: number, width: number, height: number, gutter = 16): Frame[] {
  const each = (width - gutter * (count - 1)) / count;
  return Array.from({ length: count }, (_none, i) => ({ x: x + i * (each + gutter), y, width: each, height }));
}

/** Paragraphs with others after the one at an index: what stands in a paragraph's way is read after it. */
export function inserted(text: readonly string[], after: number | undefined, ...others: string[]): string[] {
  const at = (after ?? text.length - 1) + 1;
  return [...text.slice(0, at), ...others, ...text.slice(at)];
}

function headline(sheet: Sheet, title: string, left: number, right: number, y: number, size = 22): void {
  sheet.centre(title, left, right, y, { size });
}

export const layouts: readonly Layout[] = [
  ...[1, 2, 3, 4, 5].map((count) =>
    layout(`a headline over ${count} columns`, () => {
      const sheet = new Sheet(count > 3 ? [842, 842] : [595, 842]);
      const right = sheet.size[0] - 45;
      const story = stories[count];
      const text = cut(story, 900);
      headline(sheet, story?.title ?? "", 45, right, 80, 20);
      const height = 20 + ((Math.ceil(900 / (((right - 45) / count / 10.5) * count)) + 14) * 16.8) / 1;
      sheet.flow(
        text,
        columns(count, 45, 100, right - 45, Math.min(680, height / (count > 1 ? 1.6 : 1) + 60), count > 3 ? 12 : 18),
      );
      return { sheet, gold: [story?.title ?? "", ...text] };
    }),
  ),
  layout("seven narrow columns with justified lines", () => {
    const sheet = new Sheet([1100, 780]);
    const story = stories[6];
    const text = cut(story, 1300);
    headline(sheet, story?.title ?? "", 40, 1060, 80, 30);
    sheet.flow(text, columns(7, 40, 110, 1020, 330, 14), { size: 9.5, justify: true });
    return { sheet, gold: [story?.title ?? "", ...text] };
  }),
  layout("two articles one above the other, each in three columns", () => {
    const sheet = new Sheet();
    const [a, b] = [stories[7], stories[8]];
    const [one, two] = [cut(a, 520), cut(b, 520)];
    headline(sheet, a?.title ?? "", 40, 555, 70);
    sheet.flow(one, columns(3, 40, 90, 515, 260));
    headline(sheet, b?.title ?? "", 40, 555, 430);
    sheet.flow(two, columns(3, 40, 450, 515, 260));
    return { sheet, gold: [a?.title ?? "", ...one, b?.title ?? "", ...two] };
  }),
  layout("two articles side by side, each with a headline over its two columns", () => {
    const sheet = new Sheet([842, 595]);
    const [a, b] = [stories[9], stories[10]];
    const [one, two] = [cut(a, 560), cut(b, 560)];
    headline(sheet, a?.title ?? "", 40, 410, 70, 17);
    sheet.flow(one, columns(2, 40, 90, 370, 400));
    headline(sheet, b?.title ?? "", 432, 802, 70, 17);
    sheet.flow(two, columns(2, 432, 90, 370, 400));
    return { sheet, gold: [a?.title ?? "", ...one, b?.title ?? "", ...two] };
  }),
  layout("an L-shaped article round another under its first columns", () => {
    const sheet = new Sheet([700, 842]);
    const [a, b] = [stories[11], stories[12]];
    const [one, two] = [cut(a, 900), cut(b, 420)];
    headline(sheet, a?.title ?? "", 40, 660, 75, 24);
    const [c1, c2, c3] = columns(3, 40, 95, 620, 190, 17);
    if (c1 === undefined || c2 === undefined || c3 === undefined) throw new RangeError("three columns");
    sheet.flow(one, [c1, c2, { ...c3, height: 660 }]);
    headline(sheet, b?.title ?? "", 40, c2.x + c2.width, 345, 17);
    sheet.flow(two, columns(2, 40, 362, c2.x + c2.width - 40, 400, 17));
    return { sheet, gold: [a?.title ?? "", ...one, b?.title ?? "", ...two] };
  }),
  layout("an L-shaped article round another under its last columns", () => {
    const sheet = new Sheet([700, 842]);
    const [a, b] = [stories[13], stories[14]];
    const [one, two] = [cut(a, 950), cut(b, 420)];
    headline(sheet, a?.title ?? "", 40, 660, 75, 24);
    const [c1, c2, c3] = columns(3, 40, 95, 620, 230, 17);
    if (c1 === undefined || c2 === undefined || c3 === undefined) throw new RangeError("three columns");
    sheet.flow(one, [{ ...c1, height: 640 }, c2, c3]);
    headline(sheet, b?.title ?? "", c2.x, 660, 390, 17);
    sheet.flow(two, columns(2, c2.x, 407, 660 - c2.x, 380, 17));
    return { sheet, gold: [a?.title ?? "", ...one, b?.title ?? "", ...two] };
  }),
  layout("a box with an article of its own in the middle of a column", () => {
    const sheet = new Sheet();
    const [a, b] = [stories[15], stories[16]];
    const [one, two] = [cut(a, 700), cut(b, 150)];
    headline(sheet, a?.title ?? "", 40, 555, 75);
    const { ends } = sheet.flow(one, [
      { x: 40, y: 95, width: 248, height: 300 },
      { x: 306, y: 95, width: 248, height: 90 },
      { x: 306, y: 420, width: 248, height: 380 },
    ]);
    sheet.frame(306, 205, 248, 200);
    sheet.put("知识链接", 320, 228, { size: 13 });
    sheet.flow(two, [{ x: 316, y: 238, width: 228, height: 160 }], { size: 9.5 });
    return { sheet, gold: [a?.title ?? "", ...inserted(one, ends[1], "知识链接", ...two)] };
  }),
  layout("a shaded sidebar on the right", () => {
    const sheet = new Sheet();
    const [a, b] = [stories[17], stories[18]];
    const [one, two] = [cut(a, 800), cut(b, 260)];
    sheet.frame(410, 60, 150, 600, "#eeeeee");
    headline(sheet, a?.title ?? "", 40, 400, 75, 17);
    sheet.flow(one, columns(2, 40, 95, 355, 640, 16));
    sheet.put("相关链接", 420, 84, { size: 14 });
    sheet.flow(two, [{ x: 418, y: 95, width: 134, height: 560 }], { size: 9 });
    return { sheet, gold: [a?.title ?? "", ...one, "相关链接", ...two] };
  }),
  layout("a picture with its caption in a column", () => {
    const sheet = new Sheet();
    const story = stories[19];
    const text = cut(story, 760);
    headline(sheet, story?.title ?? "", 40, 555, 75);
    sheet.picture(306, 95, 248, 140);
    sheet.put("图为民警在集市上向群众讲解防骗要点。本报记者 程远 摄", 306, 248, { size: 8.5 });
    const { ends } = sheet.flow(text, [
      { x: 40, y: 95, width: 248, height: 290 },
      { x: 306, y: 265, width: 248, height: 500 },
    ]);
    return {
      sheet,
      gold: [story?.title ?? "", ...inserted(text, ends[0], "图为民警在集市上向群众讲解防骗要点。本报记者 程远 摄")],
    };
  }),
  layout("a picture in the middle of a column that breaks a sentence", () => {
    const sheet = new Sheet();
    const story = stories[20];
    const text = cut(story, 760);
    headline(sheet, story?.title ?? "", 40, 555, 75);
    const { ends } = sheet.flow(text, [
      { x: 40, y: 95, width: 248, height: 70 },
      { x: 40, y: 330, width: 248, height: 130 },
      { x: 306, y: 95, width: 248, height: 500 },
    ]);
    sheet.picture(40, 186, 248, 110);
    sheet.put("△志愿者在社区门口发放宣传单", 60, 312, { size: 8.5 });
    return { sheet, gold: [story?.title ?? "", ...inserted(text, ends[0], "△志愿者在社区门口发放宣传单")] };
  }),
  layout("columns with rules between them in a narrow gutter", () => {
    const sheet = new Sheet();
    const story = stories[21];
    const text = cut(story, 800);
    headline(sheet, story?.title ?? "", 40, 555, 75);
    const frames = columns(3, 40, 95, 515, 330, 8);
    sheet.flow(text, frames, { justify: true });
    for (const { x } of frames.slice(1)) sheet.rule(x - 4, 92, x - 4, 430);
    return { sheet, gold: [story?.title ?? "", ...text] };
  }),
  layout("a title that is set downwards beside its article", () => {
    const sheet = new Sheet();
    const story = stories[22];
    const text = cut(story, 500);
    sheet.downwards("夜巡队守护老街安宁", 45, 110, 20);
    sheet.flow(text, columns(2, 90, 95, 465, 320));
    return { sheet, gold: ["夜巡队守护老街安宁", ...text] };
  }),
  layout("letter-spaced headline, shadow and fake bold", () => {
    const sheet = new Sheet();
    const story = stories[23];
    const text = cut(story, 400);
    sheet.centre("平安建设见成效", 40, 555, 80, { size: 24, spacing: 14, color: "#bbbbbb" });
    sheet.centre("平安建设见成效", 41, 556, 80.8, { size: 24, spacing: 14 });
    sheet.flow(text, columns(2, 40, 110, 515, 260));
    sheet.flow(text, columns(2, 40.3, 110, 515, 260));
    return { sheet, gold: ["平安建设见成效", ...text] };
  }),
  layout("a report of three pages with heads, page numbers, a note and a watermark", () => {
    const sheet = new Sheet();
    const [a, b] = [stories[24], stories[25]];
    const text = [...(a?.paragraphs ?? []), ...(b?.paragraphs ?? []), ...(stories[26]?.paragraphs ?? [])].slice(0, 16);
    sheet.centre("全区社会治安形势分析报告", 70, 525, 120, { size: 20 });
    const frames: Frame[] = [{ x: 70, y: 150, width: 455, height: 520 }];
    for (let p = 0; p < 4; p++) frames.push({ x: 70, y: 90, width: 455, height: 590 });
    let f = 0;
    let y = 0;
    let noted = 0;
    const furnish = (number: number): void => {
      sheet.put("全区社会治安形势分析", 70, 50, { size: 9 });
      sheet.put("内部资料", 480, 50, { size: 9 });
      sheet.rule(70, 56, 525, 56);
      sheet.centre(`${number}`, 70, 525, 800, { size: 9 });
      sheet.turned("仅供内部参考", 180, 560, -45, { size: 48, color: "#dddddd" });
    };
    furnish(1);
    const size = 12;
    for (const paragraph of text) {
      const open = frames[f];
      if (open === undefined) break;
      const room: Frame[] = [{ ...open, y: y === 0 ? open.y : y, height: open.height - (y === 0 ? 0 : y - open.y) }];
      let rest = `　　${paragraph}`;
      let at = (room[0]?.y ?? 0) + size;
      while (rest !== "") {
        const frame = frames[f];
        if (frame === undefined) throw new RangeError("no room");
        if (at > frame.y + frame.height) {
          if (f === 0) {
            sheet.rule(70, 735, 200, 735);
            sheet.put("① 本报告中的案件数为立案口径，不含行政案件；人次为累计数，", 70, 752, { size: 9 });
            sheet.put("同一人多次接受劝阻的按次计算。", 70, 766, { size: 9 });
            noted = text.indexOf(paragraph) - (rest.length > paragraph.length ? 1 : 0);
          }
          f++;
          sheet.page();
          furnish(f + 1);
          at = (frames[f]?.y ?? 0) + size;
        }
        const count = Math.floor(455 / size);
        const line = rest.slice(0, count).replace(/[“（《]$/u, "");
        const after = /^[，。、；：！？”’）》%\d]+/u.exec(rest.slice(line.length))?.[0] ?? "";
        sheet.put(line + after, 70, at, { size });
        rest = rest.slice(line.length + after.length);
        at += 21;
      }
      y = at - size;
    }
    return {
      sheet,
      gold: [
        "全区社会治安形势分析报告",
        ...inserted(
          text,
          noted,
          "① 本报告中的案件数为立案口径，不含行政案件；人次为累计数，同一人多次接受劝阻的按次计算。",
        ),
      ],
    };
  }),
  layout("a ruled table with wrapped and merged cells between paragraphs", () => {
    const sheet = new Sheet();
    const text = cut(stories[27], 300);
    const [before, ...after] = text;
    sheet.centre("各片区接警情况", 70, 525, 90, { size: 18 });
    const end = sheet.flow([before ?? ""], [{ x: 70, y: 110, width: 455, height: 200 }], { size: 12 });
    const bottom = sheet.table(
      [
        ["片区", "警情（起）", null, "备注"],
        ["^", "本月", "上月", "^"],
        ["城东片区及所辖的三个乡镇", "45", "52", "含节日期间增加的临时执勤点"],
        ["城西片区", "38", "41", ""],
        ["合计", "83", "93", ""],
      ],
      70,
      end.y,
      [110, 80, 80, 185],
    );
    sheet.flow(after, [{ x: 70, y: bottom + 12, width: 455, height: 400 }], { size: 12 });
    return {
      sheet,
      gold: [
        "各片区接警情况",
        before ?? "",
        "片区\t警情（起）\t警情（起）\t备注",
        "片区\t本月\t上月\t备注",
        "城东片区及所辖的三个乡镇\t45\t52\t含节日期间增加的临时执勤点",
        "城西片区\t38\t41",
        "合计\t83\t93",
        ...after,
      ],
    };
  }),
  layout("a table with three rules only, one cell wrapped", () => {
    const sheet = new Sheet();
    const text = cut(stories[28], 200);
    sheet.flow(text, [{ x: 70, y: 70, width: 455, height: 300 }], { size: 12 });
    sheet.rule(70, 300, 525, 300);
    sheet.rule(70, 322, 525, 322);
    const bottom = sheet.table(
      [
        ["地区", "破案（起）", "同比"],
        ["东区", "120", "+5.1%"],
        ["经济技术开发区（含保税港区）", "98", "-3.2%"],
        ["南区", "76", "-0.8%"],
      ],
      70,
      300,
      [130, 160, 165],
      { ruled: false, pad: 4 },
    );
    sheet.rule(70, bottom, 525, bottom);
    return {
      sheet,
      gold: [
        ...text,
        "地区\t破案（起）\t同比",
        "东区\t120\t+5.1%",
        "经济技术开发区（含保税港区）\t98\t-3.2%",
        "南区\t76\t-0.8%",
      ],
    };
  }),
  layout("a bulletin with a red head", () => {
    const sheet = new Sheet();
    const text = cut(stories[29], 420);
    sheet.centre("平安建设简报", 70, 525, 110, { size: 34, color: "#cc0000", spacing: 6 });
    sheet.centre("〔2024〕3号", 70, 525, 145, { size: 13 });
    sheet.put("某市平安建设领导小组办公室", 70, 175, { size: 13 });
    sheet.put("2024年1月15日", 430, 175, { size: 13 });
    sheet.rule(70, 185, 525, 185);
    sheet.centre("关于春节前后社会面防控工作的通报", 70, 525, 225, { size: 20 });
    sheet.put("各县（区）平安办：", 70, 262, { size: 14 });
    const end = sheet.flow(text, [{ x: 70, y: 275, width: 455, height: 480 }], { size: 14, leading: 25 });
    sheet.put("抄送：市委办公室，市人大常委会办公室。", 70, end.y + 20, { size: 12 });
    return {
      sheet,
      gold: [
        "平安建设简报",
        "〔2024〕3号",
        "某市平安建设领导小组办公室\t2024年1月15日",
        "关于春节前后社会面防控工作的通报",
        "各县（区）平安办：",
        ...text,
        "抄送：市委办公室，市人大常委会办公室。",
      ],
    };
  }),
  layout("a print-out of a browser", () => {
    const sheet = new Sheet();
    const story = stories[30];
    const text = (story?.paragraphs ?? []).slice(0, 6);
    const marks = (number: number): void => {
      sheet.put("2024/1/16 09:12", 28, 24, { size: 8 });
      sheet.put(`${story?.title ?? ""}_某某网`, 220, 24, { size: 8 });
      sheet.put("https://news.example.cn/2024/0115/c1001-123456.html", 28, 828, { size: 8 });
      sheet.put(`${number}/2`, 555, 828, { size: 8 });
    };
    marks(1);
    sheet.put(story?.title ?? "", 50, 80, { size: 20 });
    const frames = [
      { x: 50, y: 100, width: 495, height: 180 },
      { x: 50, y: 60, width: 495, height: 700 },
    ];
    let rest = [...text];
    let y = 100;
    let page = 1;
    while (rest.length > 0) {
      const frame = frames[page - 1];
      if (frame === undefined) throw new RangeError("no room");
      const [next] = rest;
      const lines = Math.ceil(((next?.length ?? 0) + 2) / 40) + 1;
      if (page === 1 && y + lines * 19 > frame.y + frame.height) {
        sheet.page();
        marks(2);
        page = 2;
        y = 60;
        continue;
      }
      y = sheet.flow([next ?? ""], [{ ...frame, y, height: 2000 }], { size: 12 }).y;
      rest = rest.slice(1);
    }
    return { sheet, gold: [story?.title ?? "", ...text] };
  }),
];
