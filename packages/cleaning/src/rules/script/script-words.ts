/**
 * Characters that simplified script uses as they are, though they are traditional forms of others as well:
 * 乾隆, 魏徵, 狼藉, 瞭望, 哪吒, names with 昇, 陞 or 峯. Only a traditional neighbourhood tells that 乾 is 干.
 */
export const alsoSimplified =
  "乾徵藉瞭著夥於昇陞峯甯濬巖嶽煇寀吒拚捱榘菸薹袷醣麴麽摺氾剋祕祇逕鉅蒐脩谿讎釐絜濛甦覆叠噁劄沈";

/** Words in which 乾 is 干 in any script. */
export const driedWords: ReadonlySet<string> = new Set(
  "乾净 乾淨 乾燥 乾旱 乾杯 乾脆 乾粮 乾糧 乾枯 乾洗 乾涸 乾货 乾貨 乾果 饼乾 餅乾 烘乾 晒乾 曬乾 晾乾 豆乾 肉乾 风乾 風乾 吹乾".split(
    " ",
  ),
);

/**
 * Words that the dictionary of OpenCC lacks, as `from to`. A word that is the same on both sides keeps its characters.
 * 計畫 and 規畫 are 计划 and 规划, but 設計畫面 is 设计 and 画面.
 */
export const ownPhrases: string =
  `甚麼 什么|座標 坐标|規畫 规划|企畫 企划|策畫 策划|謀畫 谋划|擘畫 擘划|區畫 区划|設計畫面 设计画面|設計畫作 设计画作|設計畫冊 设计画册|設計畫報 设计画报|統計畫面 统计画面
設計畫展 设计画展|動畫企畫 动画企划|反覆 反复|覆核 复核|覆查 复查|覆審 复审|覆議 复议|覆診 复诊|覆檢 复检|覆試 复试|覆函 复函|覆述 复述|覆驗 复验|往覆 往复|回覆 回复
下沈 下沉|低沈 低沉|消沈 消沉|石沈 石沉|沈穩 沉稳|沈著 沉着|沈着 沉着|沈入 沉入|沈潛 沉潜|沈箱 沉箱|沈屍 沉尸|沈毅 沉毅|沈聲 沉声|西沈 西沉|沈緩 沉缓|陸沈 陆沉|沈積 沉积|沈疴 沉疴|沈舟 沉舟|沈沒 沉没|沈醉 沉醉|沈靜 沉静|升沈 升沉|沈底 沉底|沈了 沉了
慰藉 慰藉|狼藉 狼藉|枕藉 枕藉|蘊藉 蕴藉|蹂藉 蹂藉|凌藉 凌藉|藉田 藉田|醞藉 酝藉|地祇 地祇|祇園 祇园|祇樹 祇树|神祇 神祇
乾門 乾门|乾清 乾清|雍乾 雍乾|承乾 承乾|乾寧 乾宁|乾符 乾符|乾封 乾封|乾德 乾德|乾興 乾兴|乾祐 乾祐|乾化 乾化|乾統 乾统|乾亨 乾亨|乾貞 乾贞|乾武 乾武|乾剛 乾刚|乾健 乾健|乾潭 乾潭|乾務 乾务|終日乾乾 终日乾乾|乾位 乾位|乾卦 乾卦|乾爲天 乾为天|乾為天 乾为天
二噁英 二噁英|宮商角徵羽 宫商角徵羽|宮商角徵 宫商角徵|後徵 后徵|魏徵 魏徵|瞭哨 瞭哨|瞭望 瞭望|濛濛 蒙蒙|迷濛 迷蒙|空濛 空蒙|呼籲 呼吁`.replaceAll(
    "\n",
    "|",
  );

/** Surnames after which 乾 is a name's character: 王乾 is nobody dry. */
export const surnamesBeforeDry =
  "王李張劉陳楊趙吳徐孫郭梁宋鄭謝韓唐馮董蕭曹袁鄧許傅彭呂蘇盧蔣蔡賈魏薛閻潘杜戴汪姜姚譚廖鄒郝崔邱顧邵";

/**
 * Variant and old printed forms that traditional pages use and that OpenCC does not know, each before its simplified
 * form. They are read in traditional text alone: in simplified text they stand in names.
 */
export const variants =
  "揹背枱台簷檐囬回囘回衞卫痲麻戸户敍叙淸清愼慎顚颠姪侄痺痹葢盖隣邻賸剩躶裸鴈雁鼈鳖勅敕坵丘垜垛埀垂夀寿姸妍媿愧嬾懒寃冤尟鲜嵒岩巵卮帋纸幚帮幇帮幙幕廹迫徃往恡吝悤匆慴慑懽欢戱戏戯戏抝拗拕拖捄救捥腕揷插搆构搾榨摃扛撦扯擕携攷考敂叩旾春昬昏晳皙暎映暱昵朞期栢柏桮杯梹槟楳梅檝楫欵款歗啸毬球氷冰濳潜灋法烖灾煖暖煑煮熈熙燄焰爗烨牋笺犂犁猨猿獘毙珎珍琹琴甎砖畊耕畧略畱留畮亩疎疏疋匹皜皓盌碗眎视睠眷矙瞰砲炮礟炮硏研碯瑙磟碌稉粳稺稚穉稚窓窗牕窗竚伫竝并筯箸篛箬籨奁粃秕糂糁糢模紥扎緜绵縂总繙翻聼听肎肯胷胸脗吻膓肠臝裸臯皋艢樯艸草茘荔荳豆菓果葠参蕋蕊蘂蕊虗虚蚘蛔螎融蠭蜂衂衄袵衽裠裙褁裹覇霸覩睹觔斤觝抵譌讹讙欢豓艳賷赍賛赞趂趁躱躲軆体輭软辠罪迆迤逈迥遯遁啣衔錬炼鎗枪鎻锁鑛矿閙闹鬭斗鬪斗阯址陗峭隄堤隷隶靁雷鞌鞍鞵鞋韮韭頼赖顋腮飜翻餧喂餹糖餽馈饍膳駈驱騐验驩欢髥髯鬀剃鵞鹅鶏鸡鷰燕麐麟麞獐黙默鼇鳌尅克祇只衹只";
