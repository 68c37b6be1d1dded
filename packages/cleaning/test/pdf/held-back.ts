import { type Layout, columns, inserted, layout } from "./layouts.ts";
import { Sheet } from "./sheet.ts";
import { cut, stories } from "./texts.ts";

const story = (i: number, length: number): { title: string; text: string[] } => ({
  title: stories[i]?.title ?? "",
  text: cut(stories[i], length),
});

/** Layouts that were drawn after the reading was done, and read once before anything was changed by them. */
export const heldBack: readonly Layout[] = [
  layout("six columns under a kicker, a headline and a second headline", () => {
    const sheet = new Sheet([1000, 700]);
    const { title, text } = story(40, 1100);
    sheet.centre("深化作风建设", 40, 960, 60, { size: 14 });
    sheet.centre(title, 40, 960, 95, { size: 28 });
    sheet.centre("本报记者蹲点调查", 40, 960, 120, { size: 13 });
    sheet.flow(text, columns(6, 40, 140, 920, 330, 13), { size: 9.5, justify: true });
    return { sheet, gold: ["深化作风建设", title, "本报记者蹲点调查", ...text] };
  }),
  layout("subheads inside two columns, text running on from column to column", () => {
    const sheet = new Sheet();
    const { title, text } = story(41, 900);
    sheet.centre(title, 40, 555, 75, { size: 20 });
    const [left, right] = columns(2, 40, 95, 515, 360, 20);
    if (left === undefined || right === undefined) throw new RangeError("two columns");
    const first = text.slice(0, 2);
    const rest = text.slice(2);
    const { y } = sheet.flow(first, [left]);
    sheet.put("从细处着手", left.x + 10, y + 6, { size: 12.5 });
    sheet.flow(rest, [{ ...left, y: y + 12, height: left.y + left.height - y - 12 }, right]);
    return { sheet, gold: [title, ...first, "从细处着手", ...rest] };
  }),
  layout("four articles in a square, each with its own headline", () => {
    const sheet = new Sheet([842, 842]);
    const gold: string[] = [];
    [42, 43, 44, 45].forEach((i, n) => {
      const { text } = story(i, 380);
      const title = (stories[i]?.title ?? "").slice(0, 18);
      // Row by row: the headlines of the lower two stand side by side.
      const x = 40 + (n % 2) * 391;
      const y = 60 + Math.floor(n / 2) * 390;
      sheet.put(title, x + 8, y, { size: 15 });
      sheet.flow(text, columns(2, x, y + 14, 370, 340, 14), { size: 10 });
      gold.push(title, ...text);
    });
    return { sheet, gold };
  }),
  layout("paragraphs set apart by white space, without indents", () => {
    const sheet = new Sheet();
    const { title, text } = story(46, 700);
    sheet.put(title, 70, 90, { size: 18 });
    let y = 115;
    for (const paragraph of text) {
      y = sheet.flow([paragraph], [{ x: 70, y, width: 455, height: 700 }], { size: 12, indent: false }).y + 2;
    }
    return { sheet, gold: [title, ...text] };
  }),
  layout("a picture over two of three columns", () => {
    const sheet = new Sheet();
    const { title, text } = story(47, 800);
    const caption = "图为工作人员检修供水管线。";
    sheet.centre(title, 40, 555, 75, { size: 22 });
    const [a, b, c] = columns(3, 40, 95, 515, 240, 16);
    if (a === undefined || b === undefined || c === undefined) throw new RangeError("three columns");
    sheet.picture(a.x, 95, b.x + b.width - a.x, 150);
    sheet.centre(caption, a.x, b.x + b.width, 260, { size: 8.5 });
    sheet.flow(text, [
      { ...a, y: 272, height: 280 },
      { ...b, y: 272, height: 280 },
      { ...c, height: 460 },
    ]);
    return { sheet, gold: [title, ...inserted(text, 0, caption)] };
  }),
  layout("a wide table on a page that is turned", () => {
    const sheet = new Sheet([842, 595]);
    sheet.centre("各镇用电情况", 40, 802, 60, { size: 18 });
    const rows = [
      ["镇", "用户（户）", "用电量（万千瓦时）", "同比", "停电（次）", "备注"],
      ["北山镇", "3120", "412.6", "+3.2%", "4", "雷击两次"],
      ["河湾镇", "2875", "388.1", "-1.4%", "2", ""],
      ["松岭镇", "1904", "250.0", "+0.9%", "1", "线路改造"],
    ];
    sheet.table(rows, 40, 90, [110, 110, 170, 100, 110, 160]);
    return { sheet, gold: ["各镇用电情况", ...rows.map((row) => row.join("\t").replace(/\t$/u, ""))] };
  }),
  layout("a table of words without rules, cells wrapped", () => {
    const sheet = new Sheet();
    const { text } = story(48, 180);
    sheet.flow(text, [{ x: 70, y: 60, width: 455, height: 200 }], { size: 12 });
    sheet.table(
      [
        ["时间", "活动", "地点"],
        ["2月3日上午", "春联义写、民俗展演", "文化广场"],
        ["2月5日下午", "非遗手工艺品展销，现场教做灯笼", "老街戏台及其南侧步行街"],
        ["2月9日晚", "社区联欢", "体育馆"],
      ],
      70,
      260,
      [110, 190, 150],
      { ruled: false, pad: 6 },
    );
    return {
      sheet,
      gold: [
        ...text,
        "时间\t活动\t地点",
        "2月3日上午\t春联义写、民俗展演\t文化广场",
        "2月5日下午\t非遗手工艺品展销，现场教做灯笼\t老街戏台及其南侧步行街",
        "2月9日晚\t社区联欢\t体育馆",
      ],
    };
  }),
  layout("an official letter of two pages with page numbers in dashes", () => {
    const sheet = new Sheet();
    const { text } = story(49, 900);
    sheet.centre("关于开展安全生产大检查的通知", 75, 520, 150, { size: 22 });
    sheet.put("各乡镇人民政府，县直有关部门：", 75, 195, { size: 16 });
    const size = 16;
    let page = 1;
    let y = 210;
    for (const paragraph of text) {
      let rest = `　　${paragraph}`;
      while (rest !== "") {
        if (y > 720) {
          sheet.put(`— ${page} —`, page % 2 === 1 ? 470 : 75, 790, { size: 14 });
          sheet.page();
          page++;
          y = 90;
        }
        const line = /^.{1,26}[，。、；：！？”’）》%\d]{0,3}/su.exec(rest)?.[0] ?? rest;
        y += 28;
        sheet.put(line, 75, y, { size });
        rest = rest.slice(line.length);
      }
    }
    sheet.put("某县安全生产委员会", 330, y + 60, { size });
    sheet.put("2024年3月18日", 350, y + 88, { size });
    sheet.put(`— ${page} —`, 75, 790, { size: 14 });
    return {
      sheet,
      gold: [
        "关于开展安全生产大检查的通知",
        "各乡镇人民政府，县直有关部门：",
        ...text,
        "某县安全生产委员会",
        "2024年3月18日",
      ],
    };
  }),
  layout("a sidebar on the left in small type", () => {
    const sheet = new Sheet();
    const main = story(50, 800);
    const side = story(51, 220);
    sheet.put("延伸阅读", 45, 90, { size: 12 });
    sheet.flow(side.text, [{ x: 40, y: 100, width: 120, height: 600 }], { size: 8.5 });
    sheet.rule(172, 70, 172, 700);
    sheet.put(main.title, 190, 90, { size: 17 });
    sheet.flow(main.text, columns(2, 186, 110, 370, 560, 16));
    return { sheet, gold: ["延伸阅读", ...side.text, main.title, ...main.text] };
  }),
  layout("a drop capital", () => {
    const sheet = new Sheet();
    const { title, text } = story(52, 500);
    const [first = "", ...rest] = text;
    sheet.centre(title, 70, 525, 80, { size: 20 });
    sheet.put(first.slice(0, 1), 70, 130, { size: 32 });
    const end = sheet.flow([first.slice(1, 63)], [{ x: 106, y: 101, width: 419, height: 60 }], {
      size: 12,
      indent: false,
    });
    const next = sheet.flow([first.slice(63)], [{ x: 70, y: end.y - 12, width: 455, height: 500 }], {
      size: 12,
      indent: false,
    });
    sheet.flow(rest, [{ x: 70, y: next.y - 12, width: 455, height: 600 }], { size: 12 });
    return { sheet, gold: [title, ...text] };
  }),
  layout("two boxes one beside the other under an article", () => {
    const sheet = new Sheet();
    const main = story(53, 600);
    const [a, b] = [story(54, 160), story(55, 160)];
    sheet.centre(main.title, 40, 555, 70, { size: 20 });
    sheet.flow(main.text, columns(3, 40, 90, 515, 250, 16));
    sheet.frame(40, 380, 250, 230);
    sheet.frame(305, 380, 250, 230);
    sheet.put("现场", 55, 402, { size: 14 });
    sheet.flow(a.text, [{ x: 52, y: 412, width: 226, height: 190 }], { size: 10 });
    sheet.put("声音", 320, 402, { size: 14 });
    sheet.flow(b.text, [{ x: 317, y: 412, width: 226, height: 190 }], { size: 10 });
    return { sheet, gold: [main.title, ...main.text, "现场", ...a.text, "声音", ...b.text] };
  }),
  layout("a newspaper page with its folio, imprint and a one-column brief at the edge", () => {
    const sheet = new Sheet([700, 900]);
    const main = story(56, 900);
    const brief = story(57, 260);
    sheet.put("A05 民生", 40, 40, { size: 11 });
    sheet.centre("示例晚报", 40, 660, 40, { size: 14 });
    sheet.put("2024年3月6日 星期三", 540, 40, { size: 10 });
    sheet.rule(40, 50, 660, 50);
    sheet.centre(main.title, 40, 490, 90, { size: 22 });
    sheet.flow(main.text, columns(3, 40, 110, 450, 560, 15), { size: 10, justify: true });
    sheet.put(brief.title.slice(0, 9), 515, 80, { size: 14 });
    sheet.put(brief.title.slice(9), 515, 100, { size: 14 });
    sheet.flow(brief.text, [{ x: 510, y: 115, width: 150, height: 600 }], { size: 9.5 });
    sheet.put("责任编辑 方圆　版式 林叶", 40, 880, { size: 8 });
    return { sheet, gold: [main.title, ...main.text, brief.title, ...brief.text] };
  }),
  layout("notes of two pages in one column, one running over", () => {
    const sheet = new Sheet();
    const { title, text } = story(58, 1000);
    const note = "[1] 本文所称规模以上企业，是指年主营业务收入在2000万元以上的法人单位。";
    sheet.put(title, 80, 80, { size: 18 });
    sheet.flow(text.slice(0, 2), [{ x: 80, y: 100, width: 430, height: 600 }], { size: 12 });
    sheet.put(note.slice(0, 34), 80, 770, { size: 9 });
    sheet.put(note.slice(34), 80, 784, { size: 9 });
    sheet.page();
    sheet.flow(text.slice(2), [{ x: 80, y: 60, width: 430, height: 700 }], { size: 12 });
    return { sheet, gold: [title, ...inserted(text, 1, note)] };
  }),
  layout("a letter with its greeting and a signature at the right", () => {
    const sheet = new Sheet();
    const { text } = story(59, 500);
    sheet.centre("致广大市民的一封信", 70, 525, 90, { size: 20 });
    sheet.put("亲爱的市民朋友：", 70, 130, { size: 12 });
    const { y } = sheet.flow(text, [{ x: 70, y: 140, width: 455, height: 600 }], { size: 12 });
    sheet.put("市文明办", 440, y + 20, { size: 12 });
    sheet.put("2024年4月2日", 420, y + 42, { size: 12 });
    return { sheet, gold: ["致广大市民的一封信", "亲爱的市民朋友：", ...text, "市文明办", "2024年4月2日"] };
  }),
];
