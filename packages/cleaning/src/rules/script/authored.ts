/**
 * Tells 著, which is a word or part of one (著名, 顯著), from the particle that traditional script writes 著 and
 * simplified script 着 (隨著, 看著). Both arguments are simplified.
 */
export function isParticle(before: string, after: string, script: "hans" | "hant"): boolean {
  if (opensWord(before, after) || closesWord(before, after)) return false;
  if (script === "hant") return true;
  return surely.test(before) || beforeSurely.test(after) || (before.endsWith("有") && !/^[《“]?$/u.test(after));
}

/** Before 著 these are verbs with their particle in any script: 随着, 意味着. */
const surely = /(?:[随沿朝盯跟看带拿笑坐站走躺等握抱背牵陪望守吃喝藏缠挂穿戴追哭喊]|伴随|意味|凭借|紧接)$/u;
/** After 著 these make words with 着 in any script: 着力, 着手. */
const beforeSurely = /^(?:力[^作]|手|眼于|眼点|重[^名]|急|落|陆|火|迷|想)/u;

/** 著 opens a word: 著名, 著作, 著书立说; but 写着名字, 看着作业, 拿着录音机. */
function opensWord(before: string, after: string): boolean {
  switch (after[0]) {
    case "名":
      return (
        !(/[写刻印签标挂绣填列记喊叫报念]$/u.test(before) || /^名[字单片牌额]/u.test(after)) || /[显卓]$/u.test(before)
      );
    case "作":
      return !/^作[业揖战案客梦息势死呕怪秀]/u.test(after);
    case "书":
      return !/[拿捧抱夹背堆摆放看读翻带]$/u.test(before);
    case "录":
      return !/^录[音像影制取下]/u.test(after);
    case "有":
      return /^有[《“]/u.test(after) || /(?:^|[并曾还另合编主先后生共[，。；、])$/u.test(before);
    case "述":
    case "称":
    case "者":
    case "译":
      return !/^称[呼赞]/u.test(after);
    case "《":
      return !/[看读翻念唱听捧拿举带随沿循照按靠凭写记录印刻登载播放演过]$/u.test(before);
    default:
      // 某某著，某某出版社。
      return /^[，,、）][^。\n]{0,4}(?:译|出版|书店|书局)/u.test(after);
  }
}

/** What 著 makes a word with as its end, each with what stands before it where it makes none: 原著, but 草原着火. */
const closed: Readonly<Record<string, RegExp | null>> = {
  显: /[彰凸突尽呈]显$/u,
  论: /[讨谈议争辩评理舆推立]论$/u,
  译: /[翻口破编]译$/u,
  编: /改编$/u,
  合: /[配结混迎融符组缝吻联集]合$/u,
  名: /[签报署点具]名$/u,
  较: /(?:^|[^明])较$/u,
  昭: null,
  卓: null,
  拙: null,
  遗: null,
  巨: null,
  撰: null,
  土: null,
  专: null,
  所: null,
};

/** 著 closes a word: 显著, 原著, 专著; but 彰显着, 谈论着, 配合着, 翻译着. */
function closesWord(before: string, after: string): boolean {
  const last = before.at(-1) ?? "";
  if (last === "原") return !/^[火陆]/u.test(after);
  // 新著, 旧著 are books; 新着 is nothing, 大着胆子 something.
  if (/^[新旧力近]$/u.test(last)) return /^(?:$|[《》。，、；：（）”’]|[的中在是由已将共])/u.test(after);
  const exception = closed[last];
  return exception === undefined ? false : exception?.test(before) !== true;
}
