import { guarded } from "../../patterns/guarded.ts";

const gap = guarded(/[\s、]+/u);
const apart = /[\s、]/u;
const name = guarded(/^\p{Script=Han}{2,3}$/u);

/** Tells whether a line is a row of names: 甲某某 乙某 丙某某. */
export function isNames(text: string): boolean {
  // A name has two characters or three, which take five code units at most.
  if (text.length > 5 && !apart.test(text.slice(2, 6))) return false;
  const parts = gap.split(text);
  return parts.length >= 1 && parts.every((part) => name.test(part) && surnames.has(part.slice(0, 1)));
}

const surnames: ReadonlySet<string> = new Set(
  "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤葛闻祁安司裘符哈",
);
