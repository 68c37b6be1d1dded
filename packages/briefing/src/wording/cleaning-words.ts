/** What a rule of cleaning did, in Chinese and in English, by its id without `cleaning/`. */
const words: Readonly<Record<string, readonly [string, string]>> = {
  "radical-sign": ["部首符号改为相应的汉字", "radical sign made the character it stands for"],
  "letter-spacing": ["合并拆开排列的字", "letter-spaced characters joined"],
  "utf8-mojibake": ["还原误读的编码", "misread encoding restored"],
  "misread-encoding": ["还原误读的编码", "misread encoding restored"],
  "stray-byte": ["补回残缺的字节", "character with a damaged byte restored"],
  "gbk-shift": ["还原错位的字节", "shifted bytes restored"],
  "unrepaired-shift": ["字节错位，无法证明原来是什么", "shifted bytes that could not be proved"],
  "invisible-character": ["删去看不见的控制字符", "invisible control characters removed"],
  entity: ["字符引用改为字符", "entity made its character"],
  escape: ["转义字符还原", "escape made its character"],
  "wiki-markup": ["删去维基标记", "wiki markup removed"],
  "pinyin-gloss": ["删去夹注的拼音", "pinyin gloss removed"],
  "punctuation-form": ["标点改为通行字形", "punctuation made its usual form"],
  "doubled-mark": ["多余的逗号去除", "comma before another mark dropped"],
  "full-width-punctuation": ["标点改为全角、数字改为半角", "punctuation made full-width, digits half-width"],
  "simplified-script": ["繁体字改为简体字", "traditional characters simplified"],
  "english-conjunction": ["夹杂的英文连词改为中文", "English conjunction made Chinese"],
  "html-outside-article": ["网页中文章以外的部分", "part of the page outside the article"],
  "html-furniture": ["网页的导航、列表、评论等", "navigation, lists or comments of the page"],
  "html-hidden": ["网页上看不见的文字", "text that the page hides"],
  comments: ["读者评论", "comments of readers"],
  "legal-notice": ["付费刊登的法律公告", "legal notice printed for a fee"],
  "html-remnant": ["残留的网页标记", "remnant of markup"],
  "bulletin-board-code": ["论坛代码", "bulletin board code"],
  "code-remnant": ["网页的脚本或样式", "script or style sheet of the page"],
  "template-remnant": ["模板中未填的位置", "unfilled place of a template"],
  "page-data": ["发布时间、来源、版次等，已另行记录", "date, source or page line, recorded apart"],
  "editor-line": ["编辑、校对署名", "editor or proofreader line"],
  breadcrumb: ["所在栏目", "place on the site"],
  "share-bar": ["网页按钮", "buttons of the page"],
  "related-news": ["其他文章的标题或链接", "titles of or links to other articles"],
  "series-label": ["给各篇文章编号的标签", "labels that number the articles of a file"],
  disclaimer: ["网站声明", "disclaimer of the site"],
  licence: ["网站备案、许可信息", "licence of the site"],
  "contact-line": ["网站联系方式", "contact line of the site"],
  "self-promotion": ["媒体的自我推介", "self-promotion of the outlet"],
  "mail-quote": ["邮件引文的标记", "mark of a quoted mail"],
  "markdown-mark": ["排版标记语言的标记", "mark of Markdown"],
  "copy-guard": ["防复制的乱码", "noise that a forum hides"],
  "drawn-frame": ["文字四周画的框", "frame drawn around the text"],
  "line-number": ["逐行的编号", "number of a line"],
  "running-head": ["页码或每页重复的页眉页脚", "page number or running head"],
  advertisement: ["广告", "advertisement"],
  "search-spam": ["堆砌的搜索词", "strings of search words"],
};

/** Says what a rule did, in simplified Chinese or English; null for a rule that has no words. */
export function cleaningWords(rule: string, language: "zh" | "en"): string | null {
  const [chinese, english] = words[rule.replace(/^cleaning\//u, "")] ?? [];
  return (language === "zh" ? chinese : english) ?? null;
}

/** Rules that touch a character at a time and leave nothing to judge: stated once, with their counts. */
export const bulkRules: ReadonlySet<string> = new Set([
  "cleaning/full-width-punctuation",
  "cleaning/radical-sign",
  "cleaning/simplified-script",
]);
