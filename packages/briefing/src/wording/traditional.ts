/** Simplified and traditional characters of our own words and of the units that figures carry, in pairs. */
const pairs =
  "万萬亿億余餘约約个個处處张張条條台臺辆輛户戶场場种種国國区區数數间間家家名名起起元元编編发發稿稿期期总總报報" +
  "本本变變化化来來与與较較升升降降据據项項标標说說明明资資来來源源录錄证證对對核核冲衝矛矛盾盾疑疑问問" +
  "备備注註图圖表表时時当當为為过過见見诉訴称稱无無阅閱处處产產业業务務调調查查统統计計书書单單页頁共共" +
  "并並于於两兩从從这這间間还還达達关關门門们們会會众眾该該给給级級较較经經济濟网網络絡诈詐骗騙际際贯貫" +
  "实實现現义義议議设設认認识識词詞译譯试試详詳误誤读讀谁誰谈談请請谢謝资資赖賴赵趙轻輕载載输輸辑輯" +
  "边邊远遠连連进進选選适適释釋量量针針钱錢银銀铺鋪错錯键鍵长長闭閉队隊阶階随隨隐隱难難静靜预預领領频頻题題额額" +
  "风風飞飛馆館验驗检檢楼樓样樣极極构構枪槍档檔桥橋梦夢机機杂雜权權术術东東" +
  "内內陕陝云雲贵貴肃肅龙龍辽遼后後复復赣贛闽閩乌烏鲁魯齐齊兰蘭银銀滨濱沈瀋潍濰绍紹温溫济濟泸瀘" +
  "则則刚剛创創别別办辦动動劳勞势勢华華协協单單卖賣厂廠历歷压壓县縣参參双雙叠疊号號叶葉吗嗎听聽员員响響" +
  "围圍团團园園圆圓块塊声聲备備复復头頭夹夾夺奪奋奮妇婦妈媽学學宁寧宝寶审審宽寬宾賓寻尋导導将將尔爾层層届屆属屬岁歲岛島" +
  "币幣师師带帶帮幫广廣庆慶应應开開异異弃棄弹彈强強归歸彻徹态態总總恶惡惊驚愿願战戰户戶执執扩擴护護" +
  "担擔拟擬择擇挂掛挥揮损損换換据據撑撐" +
  "敌敵断斷旧舊显顯晓曉暂暫杀殺欢歡款款毁毀汇匯汉漢没沒沟溝测測济濟浏瀏涉涉涨漲渐漸湾灣满滿滚滾" +
  "灭滅灵靈点點热熱爱愛状狀独獨环環画畫疗療盖蓋盘盤监監码碼础礎确確离離积積稳穩竞競笔筆签簽简簡类類" +
  "约約纪紀纯純纲綱纳納纵縱纸紙线線练練组組细細终終结結统統继繼绩績续續维維综綜绿綠缓緩编編缘緣缴繳" +
  "罚罰罗羅职職联聯胜勝脑腦脱脫节節苏蘇范範药藥获獲营營虑慮虚虛虽雖补補装裝规規视視觉覺览覽触觸订訂讨讨训訓记記讲講许許论論";

const table: ReadonlyMap<string, string> = new Map(
  Array.from({ length: Math.floor([...pairs].length / 2) }, (_, index): [string, string] => {
    const characters = [...pairs];
    return [characters[index * 2] ?? "", characters[index * 2 + 1] ?? ""];
  }),
);

/** Quotation marks of our own words. */
const quotes: ReadonlyMap<string, string> = new Map([
  ["“", "「"],
  ["”", "」"],
  ["‘", "『"],
  ["’", "』"],
]);

/** Writes our own words and units in traditional characters; Hong Kong writes 台 as it is. */
export function traditional(text: string, region: "TW" | "HK"): string {
  let result = "";
  for (const character of text) {
    result +=
      region === "HK" && character === "台" ? character : (table.get(character) ?? quotes.get(character) ?? character);
  }
  return result;
}
