import { type Layout, columns, inserted, layout } from "./layouts.ts";
import { type Frame, Sheet } from "./sheet.ts";
import { cut, stories } from "./texts.ts";

const story = (i: number, length: number, title = 99): { title: string; text: string[] } => ({
  title: (stories[i]?.title ?? "").slice(0, title),
  text: cut(stories[i], length),
});

const frame = (x: number, y: number, width: number, height: number): Frame => ({ x, y, width, height });

/** Layouts that differ from those of the other sets in what stands on the page beside the columns. */
export const forms: readonly Layout[] = [
  layout("a jump line at a column's foot and the rest on another page under its own headline", () => {
    const sheet = new Sheet();
    const { title, text } = story(3, 900, 20);
    sheet.centre(title, 40, 555, 75, { size: 22 });
    const half = Math.ceil(text.length / 2);
    sheet.flow(text.slice(0, half), columns(3, 40, 95, 515, 420, 16));
    sheet.put("（下转第3版）", 470, 780, { size: 9 });
    sheet.page();
    sheet.put("（上接第1版）", 40, 70, { size: 9 });
    sheet.flow(text.slice(half), columns(3, 40, 85, 515, 420, 16));
    return { sheet, gold: [title, ...text] };
  }),
  layout("two pages on one sheet", () => {
    const sheet = new Sheet([1190, 842]);
    const [a, b] = [story(5, 650, 20), story(6, 650, 20)];
    sheet.centre(a.title, 60, 535, 75, { size: 20 });
    sheet.flow(a.text, columns(2, 60, 95, 475, 640, 18), { size: 11 });
    sheet.centre("12", 60, 535, 815, { size: 9 });
    sheet.centre(b.title, 655, 1130, 75, { size: 20 });
    sheet.flow(b.text, columns(2, 655, 95, 475, 640, 18), { size: 11 });
    sheet.centre("13", 655, 1130, 815, { size: 9 });
    return { sheet, gold: [a.title, ...a.text, b.title, ...b.text] };
  }),
  layout("line numbers beside every fifth line of a draft", () => {
    const sheet = new Sheet();
    const { title, text } = story(8, 600, 22);
    sheet.centre(title, 90, 525, 75, { size: 18 });
    sheet.flow(text, [frame(90, 95, 435, 700)], { size: 12, leading: 22 });
    for (let n = 5; n <= 25; n += 5) sheet.put(String(n), 62, 95 + 12 + (n - 1) * 22, { size: 8 });
    return { sheet, gold: [title, ...text] };
  }),
  layout("a pull quote in the gutter of two columns", () => {
    const sheet = new Sheet();
    const { title, text } = story(10, 620, 22);
    sheet.centre(title, 40, 555, 75, { size: 20 });
    const [a, b] = columns(2, 40, 95, 515, 420, 150);
    if (a === undefined || b === undefined) throw new RangeError("two columns");
    sheet.rule(a.x + a.width + 15, 240, b.x - 15, 240);
    sheet.put("“门开着，", a.x + a.width + 22, 270, { size: 15 });
    sheet.put("就有人来。”", a.x + a.width + 22, 294, { size: 15 });
    sheet.rule(a.x + a.width + 15, 310, b.x - 15, 310);
    const { ends } = sheet.flow(text, [a, b]);
    return { sheet, gold: [title, ...inserted(text, ends[0], "“门开着，就有人来。”")] };
  }),
  layout("a watermark aslant, a copy's stamp and a running head with a rule", () => {
    const sheet = new Sheet();
    const { title, text } = story(12, 1100, 24);
    const pages = [text.slice(0, 3), text.slice(3)];
    pages.forEach((paragraphs, i) => {
      if (i > 0) sheet.page();
      sheet.put("市应急管理局工作简报", 70, 50, { size: 9 });
      sheet.put(`第${i + 1}页`, 490, 50, { size: 9 });
      sheet.rule(70, 56, 525, 56);
      sheet.turned("内部资料 注意保存", 150, 600, -35, { size: 34, color: "#dddddd" });
      if (i === 0) sheet.centre(title, 70, 525, 100, { size: 20 });
      sheet.flow(paragraphs, [frame(70, i === 0 ? 120 : 75, 455, 680)], { size: 13, leading: 24 });
    });
    return { sheet, gold: [title, ...text] };
  }),
  layout("a table with a head of two levels and a row over its whole width", () => {
    const sheet = new Sheet();
    sheet.centre("各乡镇造林进度", 70, 525, 85, { size: 18 });
    sheet.table(
      [
        ["乡镇", "人工造林", null, "封山育林", null],
        ["^", "任务（亩）", "完成（亩）", "任务（亩）", "完成（亩）"],
        ["青石", "1200", "1150", "800", "800"],
        ["白沙", "900", "930", "600", "520"],
      ],
      70,
      110,
      [80, 95, 95, 95, 90],
    );
    const note = "上述数据为月底报表数，十二月由林业站组织复核，复核结果计入年度考核。";
    sheet.flow([note], [frame(70, 260, 455, 200)], { size: 12 });
    return {
      sheet,
      gold: [
        "各乡镇造林进度",
        "乡镇\t人工造林\t人工造林\t封山育林\t封山育林",
        "乡镇\t任务（亩）\t完成（亩）\t任务（亩）\t完成（亩）",
        "青石\t1200\t1150\t800\t800",
        "白沙\t900\t930\t600\t520",
        note,
      ],
    };
  }),
  layout("a sidebar of links in a tinted box within the last column", () => {
    const sheet = new Sheet([842, 842]);
    const { title, text } = story(15, 800, 24);
    sheet.centre(title, 40, 802, 75, { size: 24 });
    const [a, b, c] = columns(3, 40, 95, 762, 400, 18);
    if (a === undefined || b === undefined || c === undefined) throw new RangeError("three columns");
    sheet.frame(c.x - 4, 330, c.width + 8, 170, "#eeeeee");
    sheet.put("■链接", c.x + 4, 350, { size: 12 });
    const box = ["村级调解室始建于2011年，目前全县有216个。", "去年共受理纠纷1930件，调解成功率96.8%。"];
    sheet.flow(box, [frame(c.x + 4, 356, c.width - 8, 140)], { size: 10 });
    sheet.flow(text, [a, b, { ...c, height: 220 }]);
    return { sheet, gold: [title, ...text, "■链接", ...box] };
  }),
  layout("a headline of two lines with a kicker above and a summary in another size below", () => {
    const sheet = new Sheet([842, 842]);
    const { text } = story(17, 700);
    sheet.centre("——来自山区教学点的报告", 40, 802, 66, { size: 13 });
    sheet.centre("一位老师和她的四个学生", 40, 802, 96, { size: 26 });
    sheet.centre("三十一年，她把九十六个孩子送出了大山", 40, 802, 120, { size: 13 });
    sheet.flow(text, columns(4, 40, 140, 762, 380, 16));
    return {
      sheet,
      gold: ["——来自山区教学点的报告", "一位老师和她的四个学生", "三十一年，她把九十六个孩子送出了大山", ...text],
    };
  }),
  layout("a letter in large type with a date at the right and a page number between dashes", () => {
    const sheet = new Sheet();
    const text = [
      "老同学：",
      "信收到了。你问我这些年在哪里，我一直在青石岭的林场，守着四千亩杉木。",
      "明年开春，你来，我带你看看咱们当年种下的那片林子，最粗的已经抱不过来了。",
    ];
    sheet.flow([text[0] ?? ""], [frame(80, 100, 440, 40)], { size: 15, leading: 30, indent: false });
    sheet.flow(text.slice(1), [frame(80, 130, 440, 500)], { size: 15, leading: 30 });
    sheet.put("林守诚", 430, 420, { size: 15 });
    sheet.put("2009年12月4日", 400, 450, { size: 15 });
    sheet.centre("— 1 —", 80, 520, 810, { size: 10 });
    return { sheet, gold: [...text, "林守诚", "2009年12月4日"] };
  }),
  layout("three briefs under one section's name, each with a bold lead", () => {
    const sheet = new Sheet();
    const all = [story(20, 200, 14), story(22, 200, 14), story(24, 200, 14)];
    const gold: string[] = [];
    let y = 80;
    for (const { title, text } of all) {
      sheet.put(title, 60, y + 14, { size: 15 });
      y = sheet.flow(text, [frame(60, y + 22, 475, 700)], { size: 11 }).y + 14;
      gold.push(title, ...text);
    }
    return { sheet, gold };
  }),
  layout("a vertical headline at the left of four columns", () => {
    const sheet = new Sheet([842, 842]);
    const { text } = story(26, 700);
    sheet.downwards("渡口的灯还亮着", 50, 110, 26);
    sheet.flow(text, columns(4, 100, 90, 702, 330, 16));
    return { sheet, gold: ["渡口的灯还亮着", ...text] };
  }),
  layout("captions at the right of pictures that stand in the outer column", () => {
    const sheet = new Sheet([842, 842]);
    const { title, text } = story(28, 700, 22);
    sheet.put(title, 40, 75, { size: 22 });
    sheet.flow(text, columns(2, 40, 95, 520, 560, 18));
    sheet.picture(590, 100, 210, 140);
    sheet.put("图为工人检修渡船。林某摄", 590, 254, { size: 8.5 });
    sheet.picture(590, 300, 210, 140);
    sheet.put("渡口一角。资料图片", 590, 454, { size: 8.5 });
    return { sheet, gold: [title, ...inserted(text, 0, "图为工人检修渡船。林某摄", "渡口一角。资料图片")] };
  }),
  layout("text that was hidden behind a picture of the page and a line on top", () => {
    const sheet = new Sheet();
    const { title, text } = story(30, 420, 20);
    sheet.centre(title, 60, 535, 75, { size: 20 });
    sheet.flow(text, [frame(60, 95, 475, 600)], { size: 12 });
    sheet.put("旧稿作废", 420, 760, { size: 9, color: "white" });
    return { sheet, gold: [title, ...text] };
  }),
  layout("narrow columns with figures and Latin words that break without a hyphen", () => {
    const sheet = new Sheet([842, 842]);
    const text = [
      "检测中心用Illumina公司的设备完成了1286份样本的测序，平均每份样本产生数据4.7GB，合格率为98.62%。",
      "实验室主任介绍，SARS类病毒与流感病毒在受体结合上差异明显，ACE2蛋白的表达量高出对照组2.4倍，P值小于0.001。",
      "相关数据已上传至公共数据库，编号为PRJNA1024577，任何研究者都可以下载核对，页面为英文。",
    ];
    sheet.put("样本里的答案", 40, 75, { size: 22 });
    sheet.flow(text, columns(4, 40, 95, 420, 220, 12), { size: 9.5 });
    return { sheet, gold: ["样本里的答案", ...text] };
  }),
  layout("notes at the foot of two columns, one under each", () => {
    const sheet = new Sheet();
    const [a, b] = [
      ["清代的塘汛①是最基层的驻防单位，每塘驻兵五名，相距十里。", "驻兵的口粮由县仓支给，每月三斗，遇闰加一月。"],
      [
        "嘉庆以后，塘汛②渐废，兵丁多有名无实，只在年节点名时凑数。",
        "光绪二十八年裁撤时，全县在册一百一十七名，实到四十一名。",
      ],
    ];
    sheet.centre("一座塘汛的兴废", 40, 555, 75, { size: 20 });
    const [left, right] = columns(2, 40, 95, 515, 300, 20);
    if (left === undefined || right === undefined) throw new RangeError("two columns");
    sheet.flow(a ?? [], [left]);
    sheet.flow(b ?? [], [right]);
    sheet.rule(left.x, 420, left.x + 60, 420);
    sheet.put("①塘汛：绿营的驻防点，汛大于塘。", left.x, 436, { size: 8 });
    sheet.rule(right.x, 420, right.x + 60, 420);
    sheet.put("②见《县志·兵防》卷四。", right.x, 436, { size: 8 });
    return {
      sheet,
      gold: ["一座塘汛的兴废", ...(a ?? []), ...(b ?? []), "①塘汛：绿营的驻防点，汛大于塘。", "②见《县志·兵防》卷四。"],
    };
  }),
  layout("a page that is scanned askew", () => {
    const sheet = new Sheet();
    const { title, text } = story(34, 380, 18);
    sheet.document.save().rotate(1.2, { origin: [297, 421] });
    sheet.centre(title, 60, 535, 75, { size: 20 });
    sheet.flow(text, [frame(60, 95, 475, 650)], { size: 12 });
    sheet.document.restore();
    return { sheet, gold: [title, ...text] };
  }),
];
