import type { Diagnostic } from "@jianbao/model";

/** A sentence of the checks of subject packs, and how it is said in Chinese. */
type Wording = readonly [pattern: RegExp, chinese: string];

/** What is wrong; `$1` is what the sentence carries. */
const messages: readonly Wording[] = [
  [/^tab in the indent$/u, "缩进里有制表符"],
  [/^full-width space in the indent$/u, "缩进里有全角空格"],
  [/^full-width colon after a field$/u, "字段后面是全角冒号"],
  [/^full-width bracket: (.+)$/u, "全角括号：$1"],
  [/^full-width dash: (.+)$/u, "全角横线：$1"],
  [/^missing space after the colon$/u, "冒号后面缺空格"],
  [/^missing space after the dash$/u, "横线后面缺空格"],
  [/^wrong indent, or a word out of its place$/u, "缩进不对，或词放错了地方"],
  [/^unclosed quotation mark$/u, "引号没有配对"],
  [/^unclosed bracket, or a missing colon or comma$/u, "括号没有配对，或缺了冒号、逗号"],
  [/^odd opening of a word: (.*)$/u, "词的开头是 YAML 的记号：$1"],
  [/^broken YAML: (.*)$/u, "不是 YAML：$1"],
  [/^repeated field: (.*)$/u, "同一项里写了两次：$1"],
  [/^missing file: (.*)$/u, "缺文件：$1"],
  [/^unknown file: (.*)$/u, "不认识的文件：$1"],
  [/^unknown field: (.*)$/u, "不认识的字段：$1"],
  [/^misplaced field: (.*)$/u, "字段放错了地方：$1"],
  [/^missing field: (.*)$/u, "缺字段：$1"],
  [/^empty field: (.*)$/u, "字段是空的：$1"],
  [/^misplaced value of (.+): a list is needed here$/u, "$1 要写成列表"],
  [/^misplaced value of (.+): fields are needed here$/u, "$1 下面要写字段"],
  [/^misplaced value of (.+): a word is needed here$/u, "$1 要写一个词"],
  [/^misplaced value of (.+): (.+) is no word$/u, "$1 里的 $2 不是词"],
  [/^misplaced value of (.+): (.+)$/u, "$1 的值不对：$2"],
  [/^unknown unit: (.*)$/u, "不认识的单位：$1"],
  [/^unknown theme: (.*)$/u, "pack.yaml 里没有这一章：$1"],
  [/^unknown indicator: (.*)$/u, "没有这个指标：$1"],
  [/^unknown area: (.*)$/u, "不认识的地区：$1"],
  [/^unknown (\S+): (.*)$/u, "$1 没有这个值：$2"],
  [/^odd id: (.*)$/u, "编号的写法不对：$1"],
  [/^odd date: (.*)$/u, "日期不对：$1"],
  [/^odd end: (\S+) is before the start$/u, "结束（$1）早于开始"],
  [/^repeated id: (.*)$/u, "编号重复：$1"],
  [/^repeated word: (.*)$/u, "词重复：$1"],
  [/^empty section: (.*)$/u, "这一章没有指标：$1"],
  [/^missing label of (\S+): zh-Hant$/u, "$1 缺繁体名称"],
  [/^missing label of (\S+): en$/u, "$1 缺英文名称"],
  [/^foreign first subject: (.*)$/u, "第一个事项不是本主题：$1"],
  [/^unused field: (.*)$/u, "写在这里不起作用：$1"],
  [/^shared word of (\S+) and (\S+): (.*)$/u, "$1 和 $2 用了同一个词：$3"],
  [/^overshadowed indicator: all words of (\S+) are words of (\S+)$/u, "$1 的词全是 $2 的词，轮不到它"],
  [/^wordless indicator: (.*)$/u, "没有词的指标：$1"],
  [/^indicator that no word leads to: (.*)$/u, "没有词能认出这个指标：$1"],
  [/^contradictory word of (\S+): (.*)$/u, "$1 自相矛盾的词：$2"],
  [/^several words in one: (.*)$/u, "几个词写成了一个：$1"],
  [/^word in quotation marks: (.*)$/u, "词带了引号：$1"],
  [/^word that no text can match: (.*)$/u, "文章里不会有的词：$1"],
  [/^word in full-width letters: (.*)$/u, "词里有全角字母：$1"],
  [/^word in traditional Chinese: (.*)$/u, "词是繁体：$1"],
  [/^word that never counts: (\S+) holds (.*)$/u, "永远不算的词：$1 里有 $2"],
  [/^part that is not seen: (\S+) within (.*)$/u, "看不见的分项：$2 里的 $1"],
  [/^word of one character: (.*)$/u, "只有一个字的词：$1"],
  [/^stem of several characters: (.*)$/u, "stems 里不是单字：$1"],
];

/** What to do about it. */
const hints: readonly Wording[] = [
  [/^indent with spaces, two for each step; let the editor.*$/u, "用空格缩进，一级两个；让编辑器把制表符换成空格"],
  [/^indent with ordinary spaces, two for each step$/u, "用半角空格缩进，一级两个"],
  [/^write an ordinary colon and a space after it: (.*)$/u, "用半角冒号，后面空一格：$1"],
  [/^write ordinary brackets: (.*)$/u, "用半角括号：$1"],
  [/^begin an item with an ordinary - and a space$/u, "一项的开头用半角的 - 和一个空格"],
  [/^begin an item with - and a space: (.*)$/u, "- 后面空一格：$1"],
  [/^begin each item with - $/u, "每一项用 - 和空格开头"],
  [/^write a space after the colon: (.*)$/u, "冒号后面空一格：$1"],
  [/^the fields of one item begin in the same column.*$/u, "同一项的各个字段左边对齐，比 - 多缩进两格"],
  [/^each \[ \{ and quotation mark needs its end.*$/u, "[ { 和引号都要成对；词与词之间用半角逗号加空格"],
  [/^put the word in quotation marks$/u, "给这个词加上半角引号"],
  [/^put it in quotation marks: (.*)$/u, "加上半角引号：$1"],
  [/^write field: value, one a line, indented with spaces$/u, "一行一个“字段: 值”，用空格缩进"],
  [/^write field: value, one a line, indented by two spaces more$/u, "换行写“字段: 值”，多缩进两格"],
  [/^each field stands once in an item.*$/u, "一项里一个字段只写一次；新的一项用 - 开头"],
  [/^a pack needs (.*)$/u, "主题包至少要有 $1"],
  [/^it belongs under (\S+): indent it by two spaces more$/u, "它属于 $1：再缩进两格"],
  [/^add a line (\S+): … to this item$/u, "在这一项里加一行 $1: …"],
  [/^write something (?:there|after the colon), or leave.*$/u, "写上内容；可以省的就整行不写"],
  [/^write true or false$/u, "写 true 或 false"],
  [/^write it as group\.name in lower case letters, as (.*)$/u, "写成“组.名”，小写英文字母，如 $1"],
  [/^write it in lower case letters, digits and hyphens, as (.*)$/u, "用小写英文字母、数字和连字符，如 $1"],
  [/^write it as 2024-03-01, or leave it out$/u, "写成 2024-03-01，或整个不写"],
  [/^no calendar has this day$/u, "没有这一天"],
  [/^the end is the last day$/u, "end 是最后一天"],
  [/^each is given once; it is number (\d+) of the list already$/u, "一个编号只用一次；它已经是第 $1 项的编号"],
  [/^leave one of them out$/u, "去掉一个"],
  [/^no indicator has it as its theme.*$/u, "没有指标归在这里：去掉它，或给它指标"],
  [/^add (\S+): … as others have it, or the simplified name is printed$/u, "像别的项一样加上 $1: …，不然印简体名称"],
  [
    /^the first subject is the pack's own: id: (\S+), as in pack.yaml$/u,
    "第一个事项是本主题，编号与 pack.yaml 相同：id: $1",
  ],
  [/^it is read of the first subject only$/u, "只在第一个事项里起作用"],
  [
    /^(?:figures|a figure) beside it (?:are|is) of (\S+); leave it with one of them$/u,
    "旁边的数字会算给 $1；只留给其中一个",
  ],
  [/^give it a word of its own, or (\S+) a word of not$/u, "给它一个自己的词，或给 $1 加一个 not"],
  [/^nouns alone are not enough.*$/u, "光有名词不够：加上动词，或不需要动词的词组（phrases，如 事故起数）"],
  [/^give it verbs and nouns, or phrases.*$/u, "给它动词和名词，或词组（phrases）"],
  [
    /^a figure in (\S+) does not tell what is counted.*$/u,
    "单位 $1 说明不了数的是什么：动词之外还要名词，或写词组（phrases）",
  ],
  [
    /^(\S+) is among not of (\S+): leave it out there, or (\S+) here$/u,
    "$1 在 $2 的 not 里：去掉那里的 $1，或这里的 $3",
  ],
  [/^part them with an ordinary comma and a space: (.*)$/u, "用半角逗号加空格分开：$1"],
  [/^leave the marks out.*$/u, "去掉引号：文章里有时带有时不带"],
  [/^a word holds no space and no mark of a sentence$/u, "词里不能有空格和标点"],
  [/^texts are read in ordinary ones: (.*)$/u, "文章按半角读：$1"],
  [/^texts are read in simplified Chinese: (.*)$/u, "文章一律按简体读：$1"],
  [/^the longer word is read whole: leave (\S+) out where.*$/u, "长词是整个读的：去掉 $1，让它的两半各自成词"],
  [/^it could be part of any longer word.*$/u, "可能是任何长词的一部分，很少认得出：写包含它的词"],
  [/^a stem is one character.*$/u, "stems 是自带“了、出、到”的单字；长的词写在 verbs 里"],
  [/^did you mean (.*)\?$/u, "是不是 $1？"],
  [/^use one of (.*)$/u, "可用：$1"],
  [/^use CN, a province as CN-SX.*$/u, "写 CN、省如 CN-SX、GB/T 2260 的六位代码，或 null"],
  [/^write (\S+: .*)$/u, "写成 $1"],
];

/** Words a problem of a subject pack in Chinese; its place stays in front. */
export function packProblemInChinese({ message, hint, ...rest }: Diagnostic): Diagnostic {
  // Matches `indicators.yaml:7:9: ` before the message.
  const place = /^[^:]+\.ya?ml:\d+:\d+: /u.exec(message)?.[0] ?? "";
  return {
    ...rest,
    message: place + worded(message.slice(place.length), messages),
    ...(hint === undefined ? {} : { hint: worded(hint, hints) }),
  };
}

function worded(text: string, wordings: readonly Wording[]): string {
  const wording = wordings.find(([pattern]) => pattern.test(text));
  return wording === undefined ? text : text.replace(wording[0], wording[1]);
}
