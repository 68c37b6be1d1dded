import { type Indicator, type Labels, type Unit, unitLabels } from "@jianbao/model";
import { z } from "zod";

/** `pack.yaml` as it is written. */
export interface PackFile {
  readonly id: string;
  readonly labels: Labels;
  readonly themes: readonly { readonly id: string; readonly labels: Labels }[];
  readonly briefing?: ExampleFile;
}

/** The briefing that `jianbao init` begins with. */
export interface ExampleFile {
  readonly title: string;
  readonly issuer: string;
  readonly published: string;
  readonly publisher: string;
  readonly article: string;
}

/** An item of `indicators.yaml` as it is written. */
export interface IndicatorFile {
  readonly id: string;
  readonly labels: Labels;
  readonly theme: string;
  readonly unit: Unit;
  readonly units?: readonly Unit[];
  readonly rise: Indicator["rise"];
  readonly kind?: Indicator["kind"];
  readonly does?: readonly string[];
  readonly verbs?: readonly string[];
  readonly stems?: readonly string[];
  readonly counts?: readonly string[];
  readonly nouns?: readonly string[];
  readonly phrases?: readonly string[];
  readonly not?: readonly string[];
  readonly parts?: readonly string[];
  readonly abroad?: "always" | "where-named";
  readonly day?: "operation" | "case";
  readonly common?: readonly string[];
  readonly intended?: readonly string[];
  readonly elsewhere?: { readonly areas: readonly string[]; readonly means: string };
}

/** An item of `subjects.yaml` as it is written. */
export interface SubjectFile {
  readonly id: string;
  readonly labels: Labels;
  readonly words: readonly string[];
  readonly field?: readonly string[];
  readonly whole?: boolean;
  readonly people?: readonly string[];
  readonly kinds?: {
    readonly indicator: string;
    readonly words: readonly string[];
    readonly whole?: readonly string[];
  };
}

/** An item of `words.yaml` as it is written: words that mean the same. */
export interface WordsFile {
  readonly id: string;
  readonly words: readonly string[];
}

/** An item of `campaigns.yaml` as it is written. */
export interface CampaignFile {
  readonly name: string;
  readonly start?: string | null;
  readonly end?: string | null;
}

/** An item of `organisations.yaml` as it is written. */
export interface OrganisationFile {
  readonly name: string;
  readonly area?: string | number | null;
}

/** The files of a pack, in the order in which they are read; those after the third may be missing. */
export const fileNames = [
  "pack.yaml",
  "indicators.yaml",
  "subjects.yaml",
  "words.yaml",
  "campaigns.yaml",
  "organisations.yaml",
] as const;

/** The name of one of the files of a pack. */
export type FileName = (typeof fileNames)[number];

/** What each file holds. */
export interface PackFiles {
  readonly "pack.yaml": PackFile;
  readonly "indicators.yaml": readonly IndicatorFile[];
  readonly "subjects.yaml": readonly SubjectFile[];
  readonly "words.yaml": readonly WordsFile[];
  readonly "campaigns.yaml": readonly CampaignFile[];
  readonly "organisations.yaml": readonly OrganisationFile[];
}

/** Describes a field in Chinese and in English, with examples: an editor shows it beside the field. */
function about<T extends z.ZodType>(schema: T, zh: string, en: string, ...examples: readonly unknown[]): T {
  return schema.meta({ description: `${zh}\n\n${en}`, ...(examples.length > 0 ? { examples } : {}) });
}

const text = z.string().min(1);
const words = z.array(text).readonly().meta({ uniqueItems: true });
const date = z.string().regex(/^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/u);

const labels = about(
  z.strictObject({
    "zh-Hans": about(
      text,
      "简体名称，印在简报上。",
      "Name in simplified Chinese, printed in the briefing.",
      "事故起数",
    ),
    "zh-Hant": about(
      text.exactOptional(),
      "繁体名称；不写就用简体。",
      "Name in traditional Chinese; the simplified one where missing.",
      "事故起數",
    ),
    en: about(
      text.exactOptional(),
      "英文名称，首字母大写；不写就用简体。",
      "Name in English, capitalised; the simplified one where missing.",
      "Accidents",
    ),
  }),
  "三种文字的名称。",
  "Names in three scripts.",
  { "zh-Hans": "事故起数", "zh-Hant": "事故起數", en: "Accidents" },
);

const allUnits = Object.keys(unitLabels) as Unit[];

/** Words by which the units are printed, for whoever writes 起 where `case` is meant. */
export const unitWords: Readonly<Partial<Record<Unit, string>>> = {
  ...Object.fromEntries(allUnits.map((unit) => [unit, unitLabels[unit]["zh-Hans"]])),
  case: "起 宗 件（案件）",
  person: "人 名",
  "person-time": "人次",
  CNY: "元",
  item: "个 处 台 辆 张 条 部 份 本",
  time: "次 批次",
  event: "场 场次",
  household: "户",
  percent: "%",
  pp: "个百分点",
  times: "倍",
  day: "天",
  country: "国家 国家和地区",
  kind: "种 类",
  institution: "家",
  area: "地区",
  other: "公里 吨 公斤 平方米",
};

const unitName = z
  .enum(allUnits as [Unit, ...Unit[]])
  .meta({ enumDescriptions: allUnits.map((one) => unitWords[one] ?? "") });

const unit = about(
  unitName,
  `数量的单位：${allUnits.map((one) => `${one} ${unitWords[one] ?? ""}`).join("；")}。`,
  "Unit of the figure. A word of counting (起, 辆) tells it in the text.",
  "case",
);

const indicator: z.ZodType<IndicatorFile> = z.strictObject({
  id: about(
    z.string().regex(/^[a-z]+\.[a-z_]+$/u),
    "编号：组.名，小写英文字母和下划线，整个文件里不重复。数据里用它，印出来用 labels。",
    "Id, group.name in lower case letters and underscores, once in the file. Data carry it; readers see the labels.",
    "accidents.total",
  ),
  labels,
  theme: about(
    text,
    "归在哪一章：pack.yaml 里一章的 id。",
    "The section it is shown in: id of a theme of pack.yaml.",
    "accidents",
  ),
  unit,
  units: about(
    z.array(unitName).min(1).readonly().meta({ uniqueItems: true }).exactOptional(),
    "同一指标也用的别的单位（查处酒驾1200起，查处酒驾1200人）。两种单位的数字分开列，不相比。",
    "Other units that it is counted in as well; figures of two units are kept apart.",
    ["person"],
  ),
  rise: about(
    z
      .enum(["good", "bad", "neutral"])
      .meta({ enumDescriptions: ["上升是好事 a rise is good", "上升是坏事 a rise is bad", "两可 either"] }),
    "数字上升对读者意味着什么：good 好，bad 坏，neutral 两可（破案多了，也许是案子多了）。",
    "What a rise means to the reader.",
    "bad",
  ),
  kind: about(
    z
      .enum(["flow", "stock"])
      .meta({ enumDescriptions: ["一段时间里发生的量 counted over a period", "某一刻的量 stands at a moment"] })
      .exactOptional(),
    "flow 一段时间里的量（事故起数），stock 某一刻的量（机动车保有量）。不写就是 flow。",
    "flow is counted over a period, stock stands at a moment. Default: flow.",
    "flow",
  ),
  does: about(
    z.array(text).min(1).readonly().meta({ uniqueItems: true }).exactOptional(),
    "做了什么：words.yaml 里的动词类。类里的词都是它的动词，连同由它们构成的名词（破获数、抓获人数、冻结金额）。",
    "What is done: classes of verbs of words.yaml. All words of a class are verbs of the indicator, and so are the nouns made of them (破获数, 抓获人数).",
    ["solve"],
  ),
  verbs: about(
    words.exactOptional(),
    "动词：做了什么。和一个名词一起，数字就是这个指标；单位是起、人、人次、元、家的，有动词就够。用简体。",
    "Verbs: what is done. With a noun a figure is of this indicator; where the unit tells what is counted (起, 人, 元, 家) a verb is enough. In simplified Chinese.",
    ["查处", "查获"],
  ),
  stems: about(
    words.exactOptional(),
    "单字动词，自带各种补语：查 就是 查了、查出、查到、查了出来。",
    "One-character verbs with any complement: 查 stands for 查了, 查出, 查到.",
    ["查"],
  ),
  counts: about(
    z.array(text).min(1).readonly().meta({ uniqueItems: true }).exactOptional(),
    "数的是什么：words.yaml 里的名词类。",
    "What is counted: classes of nouns of words.yaml.",
    ["case"],
  ),
  nouns: about(words.exactOptional(), "名词：数的是什么。", "Nouns: what is counted.", ["交通违法", "酒驾"]),
  phrases: about(
    words.exactOptional(),
    "一个词就说清楚了的：事故起数、死亡人数。不需要动词。",
    "Words that say it all by themselves and need no verb.",
    ["事故起数"],
  ),
  not: about(
    words.exactOptional(),
    "旁边有这些词，就不是这个指标。",
    "Beside these words a figure is not of this indicator.",
    ["火灾事故"],
  ),
  parts: about(
    words.exactOptional(),
    "整体的一部分（银行卡／电话卡、省级／市级）：读出来是数据的分项，和整体不算一个数。",
    "Words for a part of the whole: they become the breakdown of a figure.",
    ["轻伤", "重伤"],
  ),
  abroad: about(
    z
      .enum(["always", "where-named"])
      .meta({
        enumDescriptions: [
          "数字总是境外的 always of action abroad",
          "文中说了境外地方的才是 where a place abroad is named",
        ],
      })
      .exactOptional(),
    "数字说的是不是境外：always 总是，where-named 文中说了境外的地方才是。不写就是境内。",
    "Whether its figures are of action abroad.",
    "where-named",
  ),
  day: about(
    z
      .enum(["operation", "case"])
      .meta({
        enumDescriptions: ["一次行动的成果 what one operation yields", "一个案子、一起事故的数 a figure of one case"],
      })
      .exactOptional(),
    "只说某一天的数字（6月1日，抓获30人）是什么：operation 一次行动的成果，case 一个案子的数。都不进表。不写就是当天全地区的统计。",
    "What a figure of one single day is of: one operation, or one case; neither enters a table. Default: a statistic of the territory on that day.",
    "operation",
  ),
  common: about(
    words.exactOptional(),
    "各行各业都用的词（讲座、接警），写开头几个字就行：在不讲本主题的文章里，只凭它不算。",
    "Words of every office's work, by their beginning: in an article on other matters a figure that rests on them alone is not counted.",
    ["讲座", "培训"],
  ),
  intended: about(
    words.exactOptional(),
    "将做未做的动词：“正要把26万元汇给对方”的 汇。这样的钱数算这个指标。",
    "Verbs of what was about to be done: the 汇 of 正要把26万元汇给对方. Such an amount is of this indicator.",
    ["转", "汇"],
  ),
  elsewhere: about(
    z
      .strictObject({
        areas: about(
          z.array(text).min(1).readonly(),
          "地区代码，连同其中的各地。",
          "Codes of areas, with all that lies in them.",
          ["CN-HK", "CN-MO", "CN-TW"],
        ),
        means: about(text, "在那里是哪个指标。", "The indicator that is meant there.", "suspects.captured"),
      })
      .exactOptional(),
    "在有的地方，同样的词是另一个指标（台湾说“逮捕”，是抓获）。",
    "Where the same words mean another indicator.",
    { areas: ["CN-TW"], means: "suspects.captured" },
  ),
});

const subject: z.ZodType<SubjectFile> = z.strictObject({
  id: about(
    text,
    "编号，整个文件里不重复。第一个事项是本主题，编号与 pack.yaml 的 id 相同；其余的用事项的名称。",
    "Id, once in the file. The first subject is the pack's own and has the id of pack.yaml; the others are called by their name.",
    "road-traffic",
    "毒品犯罪",
  ),
  labels,
  words: about(
    z.array(text).min(1).readonly().meta({ uniqueItems: true }),
    "文章里点名这个事项的词，简体。",
    "Words that name the subject in a text, in simplified Chinese.",
    ["道路交通", "交通事故", "酒驾"],
  ),
  field: about(
    words.exactOptional(),
    "本行当的话：没有点名任何事项的文章，标题、导语或五分之一的段落说着这些话，就是讲本主题的。只写在第一个事项里。",
    "Words of the field: an article that names no subject is about this one where it speaks with these. Of the first subject only.",
    ["车道", "路口"],
  ),
  whole: about(
    z.boolean().exactOptional(),
    "true：它包含别的事项（刑事案件），没有点名别的才算它。",
    "true: it holds other subjects and is meant only where none of them is named.",
    true,
  ),
  people: about(
    words.exactOptional(),
    "本行当对人的叫法，可以论“个”数：“车手”19个。只写在第一个事项里。",
    "What people are called in this field, who may be counted with 个. Of the first subject only.",
    ["车手", "马仔"],
  ),
  kinds: about(
    z
      .strictObject({
        indicator: about(text, "它们数的是哪个指标。", "The indicator that they are counted by.", "cases.reported"),
        words: about(words, "各种类的名称里的词。", "Words in the names of the kinds.", ["刷单", "冒充客服"]),
        whole: about(
          words.exactOptional(),
          "后面加上“案”“案件”“警情”，就是全部的叫法：诈骗 → 诈骗案1.02万起。",
          "Words that with 案, 案件 or 警情 name all of them.",
          ["诈骗"],
        ),
      })
      .exactOptional(),
    "只用种类的名称来数的（刷单返利402起），是哪个指标。只写在第一个事项里。",
    "What is counted where only a kind is named. Of the first subject only.",
    { indicator: "cases.reported", words: ["刷单"] },
  ),
});

const schemas: { readonly [Name in FileName]: z.ZodType<PackFiles[Name]> } = {
  "pack.yaml": z
    .strictObject({
      id: about(
        z.string().regex(/^[a-z][a-z0-9-]*$/u),
        "主题的编号：小写英文字母、数字和连字符，与文件夹同名。",
        "Id of the subject, in lower case letters, digits and hyphens; the name of the folder.",
        "road-traffic",
      ),
      labels,
      themes: about(
        z
          .array(
            z.strictObject({
              id: about(
                z.string().regex(/^[a-z][a-z0-9-]*$/u),
                "一章的编号，indicators.yaml 的 theme 用它。",
                "Id of the section, for `theme` in indicators.yaml.",
                "accidents",
              ),
              labels,
            }),
          )
          .min(1)
          .readonly(),
        "简报的各章，按刊印的次序。",
        "The sections of the briefing, in the order of printing.",
      ),
      briefing: about(
        z
          .strictObject({
            title: about(text, "报头上的名称。", "The name on the masthead.", "道路交通安全简报"),
            issuer: about(text, "编发单位。", "Who issues it.", "示例交管中心编辑部"),
            published: about(
              date,
              "示例文章的发表日期。",
              "Day on which the example article was published.",
              "2024-01-09",
            ),
            publisher: about(text, "示例文章的媒体。", "Who published the example article.", "示例日报"),
            article: about(
              text,
              "示例文章：第一行是标题，一段一行。",
              "The example article: its title, then a paragraph a line.",
            ),
          })
          .exactOptional(),
        "jianbao init --domain 用它建工作区。",
        "What `jianbao init --domain` begins a workspace with.",
      ),
    })
    .meta({ title: "jianbao pack.yaml", description: "主题包的名称和各章。\n\nName and sections of a subject pack." }),
  "indicators.yaml": z.array(indicator).min(1).readonly().meta({
    title: "jianbao indicators.yaml",
    description:
      "指标：统计什么、叫什么、怎样在文章里认出来。\n\nIndicators: what is counted, what it is called, how it is recognised in a text.",
  }),
  "subjects.yaml": z.array(subject).min(1).readonly().meta({
    title: "jianbao subjects.yaml",
    description:
      "事项：数据是关于什么的。第一个是本主题，其余的数据不进本主题的表。\n\nSubjects that figures are about. The first is the pack's own; figures of the others do not enter its tables.",
  }),
  "words.yaml": z
    .array(
      z.strictObject({
        id: about(
          z.string().regex(/^[a-z][a-z0-9-]*$/u),
          "编号，小写英文，indicators.yaml 的 does 和 counts 用它。",
          "Id, for `does` and `counts` in indicators.yaml.",
          "solve",
        ),
        words: about(
          z.array(text).min(1).readonly().meta({ uniqueItems: true }),
          "意思相同的词，简体；单字的自带“了、出、到”这些补语要写在 stems 里。",
          "Words that mean the same, in simplified Chinese.",
          ["破获", "侦破", "告破"],
        ),
      }),
    )
    .readonly()
    .meta({
      title: "jianbao words.yaml",
      description:
        "词类：意思相同的动词、名词，几个指标合用。\n\nClasses of verbs and nouns that mean the same, shared by indicators.",
    }),
  "campaigns.yaml": z
    .array(
      z.strictObject({
        name: about(
          text,
          "行动的名称，不带引号和“行动”二字。",
          "Name of the campaign, without quotation marks.",
          "减量控大",
        ),
        start: about(
          date.nullable().exactOptional(),
          "开始的日子；写了，“行动开展以来”就有了起点。",
          "First day; gives 行动开展以来 its start.",
          "2023-03-01",
        ),
        end: about(date.nullable().exactOptional(), "结束的日子。", "Last day.", "2023-12-31"),
      }),
    )
    .readonly()
    .meta({ title: "jianbao campaigns.yaml", description: "专项行动。\n\nCampaigns." }),
  "organisations.yaml": z
    .array(
      z.strictObject({
        name: about(text, "机构的名称。", "Name of the body.", "公安部交通管理局"),
        area: about(
          z.union([z.string(), z.int()]).nullable().exactOptional(),
          "它出面就代表的地区：CN 全国，CN-SX 山西，140100 太原。不写（或 null）：前面的地名是它的地区（太原市交警支队）。",
          "The area it speaks for: CN, a province as CN-SX, a six-digit code. Missing or null: the place before its name.",
          "CN",
        ),
      }),
    )
    .readonly()
    .meta({ title: "jianbao organisations.yaml", description: "机构。\n\nBodies that act." }),
};

/** The schema of one file of a pack. */
export function schemaOf<Name extends FileName>(name: Name): z.ZodType<PackFiles[Name]> {
  return schemas[name];
}

/** The JSON Schema (draft 7, which editors know best) of one file of a pack, as published in `docs/schema`. */
export function packJsonSchema(name: FileName): Readonly<Record<string, unknown>> {
  return z.toJSONSchema(schemas[name], { target: "draft-7", io: "input" }) as Readonly<Record<string, unknown>>;
}

/** The name of the file that holds the JSON Schema of a pack's file: `indicators.schema.json`. */
export function schemaFileName(name: FileName): string {
  return name.replace(/\.yaml$/u, ".schema.json");
}
