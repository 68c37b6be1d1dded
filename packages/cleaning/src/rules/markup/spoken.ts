/** A text about markup or programs names its signs: 用<br>表示换行, “\n”是换行符, &nbsp;代表空格. */
export function isSpokenOf(text: string, start: number, end: number): boolean {
  // A sign in quotes by itself is what the quotes are for.
  if (/^[“‘"「`]$/u.test(text.charAt(start - 1)) && /^[”’"」`]$/u.test(text.charAt(end))) return true;
  return (
    /(?:标签|元素|标记|符号|代码|字符|转义|写成|写作|键入|输入|显示为)[“‘"]?$/u.test(
      text.slice(Math.max(0, start - 5), start),
    ) ||
    /^[”’"]?(?:表示|代表|是(?:换行|空格|制表|段落|转义|标签)|标签|元素|标记|写[成作]|会替换|会变成|[和与、](?:<|\\|&))/u.test(
      text.slice(end, end + 5),
    )
  );
}

/** A text about programming: its code is what it tells of. */
export function isAboutCode(text: string): boolean {
  return /编程|程序员|源代码|[一段行这]代码|代码[示片清]|函数|变量|脚本语言|语法|JavaScript|Python|Java\b|TypeScript|\bCSS\b|\bHTML\b|\bSQL\b|正则表达式/u.test(
    text,
  );
}
