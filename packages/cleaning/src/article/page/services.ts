import { guarded } from "../../patterns/guarded.ts";
import type { Foreign } from "./reason.ts";

const control: Foreign = { rule: "cleaning/share-bar", reason: "is a control of the page", score: 0.95 };
const data: Foreign = { rule: "cleaning/page-data", reason: "is the page's data on the article", score: 0.95 };
const notice: Foreign = { rule: "cleaning/page-data", reason: "is a notice of the site or its programs", score: 0.95 };
const app: Foreign = { rule: "cleaning/share-bar", reason: "asks readers to go on elsewhere", score: 0.95 };
const others: Foreign = { rule: "cleaning/related-news", reason: "leads to another page", score: 0.95 };
const card: Foreign = { rule: "cleaning/advertisement", reason: "is a card of what the page sells", score: 0.95 };
const keepers: Foreign = { rule: "cleaning/page-data", reason: "is a note of those who keep the wiki", score: 0.95 };
const quoted: Foreign = { rule: "cleaning/comments", reason: "heads what a post quotes", score: 0.95 };

type Form = ReturnType<typeof guarded>;

/**
 * What pages of questions, books, goods, files and wikis set around a text, by its form alone: all patterns of an entry
 * must match a line of no more than so many characters, in which no sentence ends but at its end.
 */
const forms: readonly { readonly why: Foreign; readonly most: number; readonly all: readonly Form[] }[] = [
  // Matches `查看全部 61 个回答`, `共 12 条回答`; must not match `回答了 12 个问题`.
  {
    why: others,
    most: 20,
    all: [
      guarded(/^(?:查看|展开|显示|共有?|更多)(?:全部|其他|剩余|所有)?\s?\d*\s?[个条]?(?:回答|答案|讨论)\s?[>»›↓∨▼]*$/u),
    ],
  },
  // Matches `某某 车辆工程 关注他 1,984 人赞同了该回答`; must not match `3人赞同了该方案`.
  {
    why: data,
    most: 60,
    all: [guarded(/(?:\d|万|k)\+?\s?人?(?:赞同|感谢|收藏|认可)了?(?:该|此|这个|本)(?:回答|文章|想法|答案|帖子?)$/iu)],
  },
  // Matches `关注问题 写回答 邀请回答 好问题 22`; must not match `关注问题的人`.
  {
    why: control,
    most: 60,
    all: [
      guarded(
        /^(?:(?:关注(?:问题|话题|作者|[他她])|写回答|邀请(?:回答|好友)|好问题|添加评论|被浏览|关注者|默认排序|按时间排序)\s?[\d,.]*万?[\s|｜]*){2,9}$/u,
      ),
    ],
  },
  // Matches `（本章未完，请点击下一页继续阅读）`, `（本章完）`; must not match `（未完待续）`, its author's own.
  {
    why: control,
    most: 30,
    all: [
      guarded(/^[（(【]?(?:本[章节页](?:未完|完|结束|已完)|全文未完)(?=[，,。！!）)】\s]|$)/u),
      guarded(/(?:完|结束|阅读|翻页|下一[页章]|后续|待续|内容|精彩)[。！!]?[）)】]?$/u),
    ],
  },
  // Matches `上一章 目录 下一章`, `← 返回目录 | 加入书签 →`; must not match `目录`.
  {
    why: control,
    most: 60,
    all: [
      guarded(
        /^[←<«‹\s]*(?:(?:[上下]一?[章页节回]|(?:章节|返回|全文|小说|书籍)?(?:目录|列表|书页|封面)|加入书[签架]|投(?:推荐|月)票|(?:章节)?(?:错误|有误)[,，]?(?:点此)?(?:举报|报错)|举报错误)[\s←→<>«»‹›|｜·/-]*){2,10}$/u,
      ),
    ],
  },
  // Matches `天才一秒记住本站地址：www.某.example`, `手机用户请浏览 m.某.example 阅读`; must not match `请记住防骗网址`.
  {
    why: others,
    most: 70,
    all: [
      guarded(
        /(?:记住|收藏|访问|牢记|保存)(?:本站|本书|我们|备用|最新|手机版?)|^(?:手机|电脑)?(?:用户|版)?(?:请|可)?(?:浏览|访问)|^(?:最新|备用|手机版?|电脑版?|本站)(?:网址|域名|地址|阅读)|^喜欢.{1,24}收藏/u,
      ),
      guarded(/(?:https?:\/\/|www\.|m\.|wap\.)\w/iu),
    ],
  },
  // Matches `全文1206字，阅读需3分钟`, `阅读时间约8分钟`; must not match `全文三千字，他写了一夜`.
  {
    why: data,
    most: 36,
    all: [
      guarded(
        /^[（([【]?(?:(?:(?:本|全|此|该)?篇?文章?|本章|正文)?(?:字数)?[共约计]{0,2}\s?[：:]?\s?\d|(?:预计|建议|完整)?(?:阅读|读完|看完))/u,
      ),
      guarded(
        /(?:阅读|读完|看完)(?:本文|全文|完)?(?:时间|时长|用时)?(?:大?约|需要?|仅需|[：:]|\s){0,4}\d{1,3}(?:[-~～]\d+)?\s?分钟(?:左右)?[）)\]】]?$/u,
      ),
    ],
  },
  // Matches `方向键左右（← →）前后翻页，回车键：返回列表`; must not match `他按下回车键`.
  {
    why: control,
    most: 90,
    all: [guarded(/方向键|回车键|快捷键|键盘左右键|[（(]?←/u), guarded(/翻页|返回(?:列表|目录|书页)|上一[页章]/u)],
  },
  // Matches `更多图片，请点击“下一页”`; must not match `更多图片见下页`.
  {
    why: control,
    most: 48,
    all: [guarded(/更多|余下|后续|精彩|全文/u), guarded(/(?:请|敬请)?点击[“「]?下一[页篇张][”」]?[。！!>»]*$/u)],
  },
  // Matches `街巷吧 关注 3,021 帖子 58,112`, `粉丝 1.2万 文章 302`; must not match `关注 3 件事`.
  {
    why: data,
    most: 50,
    all: [
      guarded(
        /^[^，。：]{0,16}?(?:(?:关注|帖子|主题|粉丝|订阅|文章|获赞|总阅读|回复|访问量?|会员|今日)[：:\s]?\d[\d,.]*万?[\s|｜]*){2,6}$/u,
      ),
    ],
  },
  // Matches `本章字数：3021`; must not match `字数：不限`.
  { why: data, most: 18, all: [guarded(/^(?:本章|本文|全文)?字数\s?[：:]\s?\d[\d,]*字?$/u)] },
  // Matches `您是第 12345 位访客`, `本文已被阅读 1,024 次`, `本页访问量：3021 次`; must not match `他是第3位访客`.
  {
    why: data,
    most: 36,
    all: [
      guarded(
        /^(?:[您你]是(?:本站)?(?:今天)?第|(?:本[站文页帖篇]|此文|该文|今日|总)(?:已?[有被经]|累计|共|总|访问|阅读|浏览|点击|下载))/u,
      ),
      guarded(/\d\s?(?:[位次人]次?)(?:访[客问]者?|读者|浏览|阅读|点击|查看)?[。！!]?$/u),
    ],
  },
  // Matches `【下载APP 看更多本地新闻】`, `（打开某某客户端查看更多）`; must not match `【点击陌生链接被骗】`.
  {
    why: app,
    most: 40,
    all: [
      guarded(/^[【[（(](?:立即|马上|点击|点此|扫码)?(?:下载|打开|安装|进入|前往)/u),
      guarded(/APP|客户端|小程序/iu),
      guarded(/(?:看|查看|阅读|收听|观看|参与|体验|领|享|更多|全文)[^【】]{0,12}[】\])）]$/u),
    ],
  },
  // Matches `>>>点此领取优惠券<<<`, `>>点击查看详情`; must not match `>>> 一、总则`.
  { why: app, most: 34, all: [guarded(/^[>＞»→☞👉▶]{1,6}\s?(?:点此|点击|戳|扫码|立即|马上)\S/u)] },
  { why: app, most: 34, all: [guarded(/^[>＞»→]{2,6}\s?\S[^<＜«←]*[<＜«←]{2,6}$/u)] },
  // Matches `打开某某客户端，查看更多`, `立即下载某某APP 阅读全文`; must not match `打开反诈APP，完成注册`.
  {
    why: app,
    most: 34,
    all: [
      guarded(/^(?:立即|马上|点击|前往|请)?(?:打开|下载|安装|进入|使用)/u),
      guarded(
        /(?:APP|客户端|小程序)[，,\s]?(?:查看|阅读|收听|观看|看|畅享)(?:更多|全文|全部|完整|剩余|详情|高清|精彩)/iu,
      ),
    ],
  },
  // Matches `听全文 00:00 / 04:37 1.0X 倍速 男声 女声`; must not match `00:00 开播`.
  {
    why: control,
    most: 60,
    all: [
      guarded(/\d:\d\d/u),
      guarded(/倍速|男声|女声|音色|语速|[xX×]/u),
      guarded(
        /^[🎧🔊▶►]?\s?(?:AI|智能|真人|语音|点击)?(?:收听|听|朗读|播放|播报)?(?:全文|本文|文章|新闻|正文|音频)?(?:[\s|｜·/]{0,3}(?:\d{1,2}:\d{2}|\d(?:\.\d{1,2})?\s?[xX×倍]速?|[xX×]\s?\d(?:\.\d{1,2})?|倍速|男声|女声|童声|方言|音色|语速|下载|暂停|播放|音量|全屏|静音|重播|定时)){2,12}$/u,
      ),
    ],
  },
  // Matches `您的浏览器版本过低，建议升级`, `请使用Chrome浏览器访问`; must not match `他的浏览器版本过低`.
  {
    why: notice,
    most: 70,
    all: [
      guarded(
        /^(?:[您你]的(?:浏览器|播放器|设备)|为了|(?:请|建议|推荐)您?(?:使用|升级|安装|启用|更换)|(?:本站|本网)?最佳)/u,
      ),
      guarded(/浏览器|Flash|JavaScript|分辨率/iu),
      guarded(/版本|不支持|过低|禁用|启用|升级|访问|浏览|使用|更换/u),
    ],
  },
  // Matches `系统公告：本站将于30日凌晨维护，敬请谅解`, `【网站通知】服务器升级`; must not match `公告：道路施工`.
  {
    why: notice,
    most: 90,
    all: [
      guarded(
        /^[【[]?(?:(?:系统|网站|本站|站点|站内|平台|论坛|社区|服务器|管理员|客户端)(?:公告|通知|提示|提醒|消息)|(?:公告|通知|提示)[：:】\]]\s?(?:因|由于|为)?\S{0,6}(?:本[站网]|服务器|论坛|系统))/u,
      ),
      guarded(/维护|升级|暂停|关闭|停止|改版|迁移|谅解|恢复|繁忙|域名|登录|注册|实名|违规|灌水/u),
    ],
  },
  // Matches `（作者系某某号签约作者）`; must not match `（作者系某大学教授）`.
  {
    why: data,
    most: 40,
    all: [
      guarded(/^[（(]?(?:本文)?作者(?:系|为|是|[：:])/u),
      guarded(/(?:签约|认证|驻站|入驻|优质|原创)(?:作者|作家|创作者|写手|达人|博主|医生|专栏)[）)]?$/u),
    ],
  },
  // Matches `本条目需要更多来源，请协助改善`; must not match `本条目收录民歌三首`.
  {
    why: keepers,
    most: 110,
    all: [
      guarded(/^(?:本|此|这个?|该)(?:条目|词条|页面?|章节|段落?|小节|列表|模板)/u),
      guarded(/需要|缺[少乏]|没有|未(?:列出|附|有)|可能|有待|尚未|存在|不符合|过时/u),
      guarded(/来源|参考|脚注|扩充|补充|改善|改写|修订|修正|清理|维基化|中立|查证|翻译|合并|拆分|核实|原创研究/u),
      guarded(/请|协助|帮助|改善|扩充|来源|[你您]可以|讨论页/u),
    ],
  },
  // Matches `这是一篇与民俗相关的小作品，你可以通过编辑扩充其内容。`; must not match `这是一篇小作品。`.
  {
    why: keepers,
    most: 60,
    all: [
      guarded(/^(?:这|本文|本条目)是一[篇个]/u),
      guarded(/小作品|小条目|消歧义/u),
      guarded(/编辑|扩充|修订|列出|链接|参见/u),
    ],
  },
  {
    why: keepers,
    most: 40,
    all: [
      guarded(
        /^(?:[您你]可以(?:通过)?(?:编辑|修订|翻译|帮助)|(?:请|欢迎)(?:协助|帮助)(?:改善|补充|扩充|校对|完善)(?:这篇|本|此)?(?:条目|文章|词条|百科))/u,
      ),
    ],
  },
  // Matches `跳转至：导航、搜索`, `某某百科，自由的百科全书`, `（重定向自水井）`; must not match `跳转至新页面`.
  {
    why: keepers,
    most: 48,
    all: [
      guarded(
        /^(?:跳(?:转|到|至){1,2}[：:]\s?(?:导航|搜[索寻]|目录)[、，,\s]*(?:导航|搜[索寻])?|\S+[，,]\s?(?:自由|开放|免费|全民)的?百科全书|[（(]?重定向自[：:\s]?\S+|本页面?(?:最后|最近|上次)(?:修订|修改|编辑|更新)(?:于|时间)?[：:]?\s?\d{4}.*)$/u,
      ),
    ],
  },
  // Matches `关于同名的电影，请见“水井（电影）”。`; must not match `关于此事，请见公告。`.
  {
    why: keepers,
    most: 70,
    all: [
      guarded(/^(?:关于(?:同名|其他|与|“)|本(?:条目|文)(?:介绍|讲述|讨论)的?[是为]?)/u),
      guarded(/(?:请?另?见|参[见阅看]|详见)[：:]?\s?[“「《][^。”」》]+[”」》][）)]?[。]?$/u),
    ],
  },
  // Matches `分类：水利 | 民俗 | 井`; must not match `分类：可回收物`.
  {
    why: data,
    most: 80,
    all: [guarded(/^(?:页面|隐藏|条目)?分类[：:]\s?[^\s|｜。：]+(?:\s?[|｜]\s?[^\s|｜。：]+)+$/u)],
  },
  // Matches `文件名：通知.pdf 大小：1.2MB 下载次数：32`; must not match `附件：1.名单.doc`.
  {
    why: control,
    most: 90,
    all: [
      guarded(/大小|下载|提取码|解压/u),
      guarded(
        /^(?:(?:(?:文件|附件|资料|资源)(?:名称?|大小|格式|类型)|大小|格式|下载(?:地址|次数|权限|积分)|提取码|解压密码)\s?[：:]\s?[^\s。，：:,|｜]+[\s,|｜]*(?:点击下载|立即下载)?){2,6}$/u,
      ),
    ],
  },
  // Matches `名单.xlsx (24.5 KB, 下载次数: 12)`; must not match `名单.xlsx`.
  {
    why: control,
    most: 80,
    all: [
      guarded(
        /^\S+\.(?:docx?|xlsx?|pptx?|pdf|zip|rar|7z|wps|txt)\s?[（(]\s?[\d.]+\s?[KMG]i?B[^（()）。]*[）)]\s?(?:(?:点击|立即)?下载|预览)?$/iu,
      ),
    ],
  },
  // Matches `原帖由 山里人 于 2012-5-3 10:22 发表`; must not match `他于 2012-5-3 发表`.
  {
    why: quoted,
    most: 60,
    all: [
      guarded(/^(?:引用[：:]?\s?)?(?:原帖|原文)?由?\s?\S+\s?(?:于|发表于|发布于)\s?\d{4}[-/.]\d{1,2}[-/.]\d{1,2}/u),
      guarded(/\d\s?(?:发[表布]|的(?:帖子|发言)|写道)?[：:]?$/u),
      guarded(/原[帖文]|引用|发表于|写道|的(?:帖子|发言)/u),
    ],
  },
  // Matches `引用 3楼 山里人 的帖子`; must not match `引用他的话`.
  {
    why: quoted,
    most: 40,
    all: [guarded(/^(?:引用|回复)\s?第?\s?\d{1,5}\s?[楼#]\s?\S*\s?(?:的(?:帖子|发言|回复))?[：:]?$/u)],
  },
];

const price = guarded(/[¥￥]\s?\d|\d元起/u);
const ofCards = guarded(
  /\d[万+]?\s?(?:条|人|份|件|单)?(?:点评|好评|人?付款|人?购买|人想去|人去过)|(?:已售|月销|销量|热销|余票|仅剩)\s?[：:]?\s?(?:\d|有|充足|紧张)|\d\.\d\s?分|[[【](?:去?预订|抢购?|购买|去?看看|立即\p{Script=Han}{2}|加入购物车|领券|选座)[\]】]|(?:去预订|立即抢购|立即购买|立即预订|立即下单|加入购物车)$/u,
);
// Matches `海拉尔→阿尔山北 08:40-14:12 硬座59.5 余票 有`; must not match `海拉尔→阿尔山北 08:40`.
const route = guarded(/[→—-]/u);
const seats = guarded(/余票|抢票|候补|预订/u);
const clock = guarded(/\d:\d\d/u);
const sentenceMark = guarded(/[。；！？](?=.)/u);

/** A card that offers something: its price, how many bought or praised it, and a button. */
function isCard(text: string): boolean {
  if (text.length > 90 || /[。；！？]$/u.test(text)) return false;
  if (route.test(text) && seats.test(text) && clock.test(text) && /\s/u.test(text) && !text.includes("，")) return true;
  return price.test(text) && ofCards.test(text);
}

const opensNote = guarded(/^[本此这该关请欢您你为建推【[系网站平论社服管客公通提（(文]/u);

/** Tells that a line is of the services of a site by its own form: null else. */
export function serviceOf(text: string): Foreign | null {
  if (text.length > 110 || sentenceMark.test(text)) return null;
  // Of all these only the notes of a wiki and notices are sentences that a full stop ends.
  if (text.endsWith("。") && !opensNote.test(text)) return null;
  const found = forms.find(({ most, all }) => text.length <= most && all.every((form) => form.test(text)));
  return found?.why ?? (isCard(text) ? card : null);
}
