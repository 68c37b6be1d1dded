import { type FileName, fileNames, packJsonSchema, schemaFileName } from "./pack-file.ts";

/** The folder within a pack that holds its schemas, so that an editor needs no network. */
const schemaFolder = ".schema";

/**
 * The files of a new pack (name → text): a small one that works, with a remark on every line that is to be changed, and
 * the schemas by which an editor completes and explains it. `id` is of lower case letters, digits and hyphens.
 */
export function skeletonOf(id: string): Readonly<Record<string, string>> {
  const files: Record<string, string> = {};
  for (const name of fileNames) {
    files[name] =
      `# yaml-language-server: $schema=${schemaFolder}/${schemaFileName(name)}\n${texts[name].replaceAll("ID", id)}`;
    files[`${schemaFolder}/${schemaFileName(name)}`] = `${JSON.stringify(packJsonSchema(name), null, 2)}\n`;
  }
  return files;
}

const texts: Readonly<Record<FileName, string>> = {
  "pack.yaml": `# 这是一个能用的小主题包，以食品安全为例。照着改成你的主题：名称、各章、示例文章。
id: ID # 编号：小写英文字母、数字、连字符
labels: { zh-Hans: 食品安全, zh-Hant: 食品安全, en: Food safety } # 繁体、英文可以不写
# 简报的各章，按刊印的次序
themes:
  - { id: checks, labels: { zh-Hans: 检查, zh-Hant: 檢查, en: Inspections } }
  - { id: cases, labels: { zh-Hans: 查处, zh-Hant: 查處, en: Enforcement } }
# jianbao init --domain 建工作区时用的刊名、编发单位和示例文章；jianbao domain try 不写文章时也读它
briefing:
  title: 食品安全简报
  issuer: 示例市场监管局编辑部
  published: 2024-01-09
  publisher: 示例日报
  article: |
    去年全市食品安全抽检合格率98.6%
    记者1月9日从太原市市场监管局获悉，2023年，全市检查食品经营单位1.2万家，抽检食品3400批次，合格率98.6%。
    全年查处食品违法案件310起，同比下降5.2%，没收问题食品4.5吨，罚没款620万元。
`,
  "indicators.yaml": `# 指标：统计什么。一个数字是不是某个指标，看旁边的词：
#   动词 verbs 加名词 nouns（查处…案件310起）；
#   单位自己说明了数的是什么（起、人、人次、元、家），有动词就够；
#   词组 phrases 一个就够（合格率98.6%）。
# 词都用简体，写最短的说得清的词；一个指标从“- id”开始，各行左边对齐。
- id: sites.inspected # 组.名，小写英文
  labels: { zh-Hans: 检查单位, zh-Hant: 檢查單位, en: Sites inspected }
  theme: checks # pack.yaml 里的一章
  unit: institution # 单位：家。鼠标停在这里，编辑器会列出所有单位
  rise: neutral # 上升对读者：good 好，bad 坏，neutral 两可
  does: [check] # words.yaml 里的动词类
  nouns: [经营单位, 单位, 商户, 餐饮店, 企业]
- id: samples.tested
  labels: { zh-Hans: 抽检批次, zh-Hant: 抽檢批次, en: Samples tested }
  theme: checks
  unit: time # 批次、次
  rise: neutral
  verbs: [抽检, 检测, 抽样]
  nouns: [食品, 食用农产品, 样品]
- id: samples.pass_rate
  labels: { zh-Hans: 抽检合格率, zh-Hant: 抽檢合格率, en: Pass rate }
  theme: checks
  unit: percent
  rise: good
  phrases: [合格率] # 不需要动词
  not: [不合格率] # 旁边有这些词就不是它
- id: cases.handled
  labels: { zh-Hans: 查处案件, zh-Hant: 查處案件, en: Cases handled }
  theme: cases
  unit: case # 起、宗、件
  rise: neutral
  verbs: [查处, 查办, 办结]
  stems: [查] # 单字动词：查 就是 查了、查出、查到
  nouns: [违法案件, 案件]
- id: goods.seized
  labels: { zh-Hans: 没收问题食品, zh-Hant: 沒收問題食品, en: Goods seized }
  theme: cases
  unit: other # 吨、公斤、公里
  rise: neutral
  verbs: [没收, 查扣, 销毁]
  nouns: [问题食品, 食品]
- id: fines.total
  labels: { zh-Hans: 罚没款, zh-Hant: 罰沒款, en: Fines }
  theme: cases
  unit: CNY # 元
  rise: neutral
  verbs: [罚没]
  phrases: [罚没款, 罚款]
`,
  "subjects.yaml": `# 事项：数据是关于什么的。第一个是本主题，编号和 pack.yaml 的 id 一样；其余的，数据不进本主题的表。
- id: ID
  labels: { zh-Hans: 食品安全, zh-Hant: 食品安全, en: Food safety }
  words: [食品安全, 食品, 餐饮] # 文章里点名它的词
  field: [抽检, 农贸市场, 食堂] # 本行当的话：没有点名的文章，说着这些就是讲它的
- id: 火灾
  labels: { zh-Hans: 火灾, zh-Hant: 火災, en: Fires }
  words: [火灾, 消防]
- id: 交通事故
  labels: { zh-Hans: 交通事故, zh-Hant: 交通事故, en: Road accidents }
  words: [交通事故, 酒驾]
`,
  "words.yaml": `# 词类：意思相同的词写一次，几个指标合用（does 动词类，counts 名词类）。用不着，就连同 does、counts 一起删掉。
- id: check
  words: [检查, 抽查, 巡查]
`,
  "campaigns.yaml": `# 专项行动。写了 start，“行动开展以来”就有起点。一项也没有，就删掉下面这行。
- { name: 铁拳, start: 2023-03-01, end: null }
`,
  "organisations.yaml": `# 机构。写了 area 的，它出面就代表那个地区（CN 全国）；没有写的，前面的地名是它的地区（太原市市场监管局）。
- { name: 国家市场监督管理总局, area: CN }
- { name: 市场监管局, area: null }
`,
};
