import { guarded } from "../../patterns/guarded.ts";
import type { Foreign } from "./reason.ts";

const control: Foreign = { rule: "cleaning/share-bar", reason: "is a control of the page", score: 0.95 };
const scanner: Foreign = { rule: "cleaning/page-data", reason: "was left by a scanner or a converter", score: 0.95 };
const head: Foreign = { rule: "cleaning/running-head", reason: "is a page's number", score: 0.95 };
const forum: Foreign = { rule: "cleaning/comments", reason: "is of a forum's posts", score: 0.9 };
const follow: Foreign = { rule: "cleaning/self-promotion", reason: "asks readers to follow the outlet", score: 0.9 };
const others: Foreign = { rule: "cleaning/related-news", reason: "leads to another page", score: 0.9 };

/** What devices and programs leave in a text, by its form alone; the first that matches tells. */
const forms: readonly (readonly [Foreign, ReturnType<typeof guarded>])[] = [
  // Matches `扫描全能王 创建`, `由 WPS 扫描 生成 第3张`, `CamScanner`; must not match `扫描全能王怎么用`.
  [
    scanner,
    guarded(
      /^(?:(?:由[\s　]?)?(?:扫描全能王|全能扫描王|夸克扫描王|布丁扫描|CamScanner|CS扫描|WPS|PDF)[\s　]?(?:扫描|转换|识别)?[\s　]?(?:创建|生成|扫描|转换)?[\s　]?(?:第\d{1,3}[张页])?)$/u,
    ),
  ],
  // Matches `文字识别 可信度 91%`, `OCR 识别结果，请核对原件`; must not match `人脸识别准确率91%`.
  [
    scanner,
    guarded(/^(?:文字|OCR|图像|图片)[\s　]?识别(?:结果)?[\s　，｜|]{1,2}(?:仅供参考|请|可信度|以原件)[^。]{0,16}$/u),
  ],
  // Matches `第1页/共2页 2021-5-18`; must not match `第1页写着`.
  [
    head,
    guarded(/^第\s?\d{1,3}\s?页\s?[/／，,]?\s?共\s?\d{1,3}\s?页[\s　]{0,4}\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?$/u),
  ],
  // Matches `烟台往事·17·`, `· 18 · 烟台往事`; must not match `贝多芬·第九`.
  [
    head,
    guarded(
      /^(?:《?\p{Script=Han}{2,12}》?[\s　]{0,3}[·•]\s?\d{1,4}\s?[·•]|[·•]\s?\d{1,4}\s?[·•](?:[\s　]{0,3}《?\p{Script=Han}{2,12}》?)?)$/u,
    ),
  ],
  // Matches `00:00/03:21 倍速`; must not match `21:15/25:20`.
  [control, guarded(/^(?:[🎧▶►])?[\s　]?0{1,2}:00[\s　]?\/[\s　]?\d{1,2}:\d{2}(?:[\s　]\S{1,6}){0,4}$/u)],
  // Matches `○牛肉粉 ○羊肉粉 ○都不爱`; must not match `○ 一、某事`.
  [control, guarded(/^(?:[○□◯☐◻]\s?[^\s○□◯☐◻。]{1,12}[\s　]*){2,8}$/u)],
  // Matches `#今日云川# #民生实事`, `＃今日云川＃＃民生实事＃`; must not match `#1楼`, `#include`.
  [control, guarded(/^(?:[#＃]\p{Script=Han}[^#＃\s]{1,18}[#＃]?[\s　]{0,2}){1,8}$/u)],
  // Matches `[微笑][鼓掌]`; must not match `[图片]`, `[附件]`.
  [
    forum,
    guarded(
      /^(?:\[(?:微笑|鼓掌|点赞|赞|强|抱拳|握手|玫瑰|爱心|心|流泪|大哭|笑哭|捂脸|偷笑|呲牙|可爱|加油|合十|蜡烛|祈祷|发怒|怒|哈哈|泪|酷|doge|ok)\][\s　]?){1,12}$/iu,
    ),
  ],
  // Matches `[复制链接]`, `楼主| 只看该作者`, `本帖最后由 某某 于 2023-11-3 10:22 编辑`; must not match `楼主任说`.
  [
    forum,
    guarded(
      /^(?:\[复制链接\]|(?:电梯直达)?(?:楼主|沙发|板凳|地板)?[\s　|｜]{0,3}(?:发表于\s?[\d-]{8,10}[\s\d:]{0,9}[\s　|｜]{0,3})?(?:(?:只看该作者|只看大图|倒序浏览|正序浏览|阅读模式|回帖奖励|返回列表)[\s　|｜]{0,3}){1,5}|本帖最后由.{1,24}编辑|\d{1,4}#)$/u,
    ),
  ],
  // Matches `（扫码看现场视频）`, `▲ 微信扫一扫 进群聊聊`; must not match `扫码点餐该不该成为唯一选择`.
  [
    follow,
    guarded(
      /^[（(【▲△▼↑↓👆👇]\s?(?:微信)?(?:扫码|扫一扫|扫描(?:上方|下方|左侧|右侧)?二维码|长按)[^。；]{0,16}[）)】]?$/u,
    ),
  ],
  // Matches `相关链接：三问共享单车押金`; must not match `相关链接：据介绍，某湖面积……。`, `相关链接`.
  [others, guarded(/^[【[]?(?:相关|延伸|往期|更多)链接[】\]]?[\s　]?[：:｜|][\s　]?[^。；：:]{6,60}(?<![，。；：])$/u)],
];

/** Tells that a line was left by a device, a player, a forum or a scanner by its own form; else null. */
export function deviceOf(text: string): Foreign | null {
  if (text.length > 80) return null;
  return forms.find(([, form]) => form.test(text))?.[0] ?? null;
}
