import { type Explanation, type Rival, type WordFound, explain } from "@jianbao/extraction";
import type { DomainPack, Observation, Span } from "@jianbao/model";
import { type Console, say } from "./console.ts";
import type { Reading } from "./reading.ts";
import type { Message } from "./text.ts";

/** Writes for each figure of an article what a pack makes of it, by which words, and which indicators came near. */
export function trialOf(console: Console, reading: Reading, pack: DomainPack): string {
  const observations = new Map(reading.observations.map((observation) => [observation.id, observation]));
  return reading.articles
    .flatMap((article) =>
      explain(article, pack).map((explanation) => {
        const observation = explanation.id === null ? undefined : observations.get(explanation.id);
        return observation === undefined
          ? console.paint(
              "dim",
              `${explanation.text}  ${say(console, { zh: "不是统计数字", en: "no statistic" })}: ${explanation.reason ?? "—"}\n`,
            )
          : figureOf(console, pack, article.text, explanation, observation);
      }),
    )
    .join("");
}

/** Writes which indicators no figure was of. */
export function unmetOf(console: Console, pack: DomainPack, met: ReadonlySet<string>): string {
  const unmet = pack.indicators.filter(({ id }) => !met.has(id)).map(({ id }) => id);
  const count = pack.indicators.length;
  const head = say(console, {
    zh: `${count} 个指标里，读到了 ${count - unmet.length} 个`,
    en: `figures of ${count - unmet.length} of ${count} indicators`,
  });
  const tail = say(console, { zh: "没有读到", en: "none of" });
  return `${head}${unmet.length === 0 ? "" : `\n  ${tail}: ${unmet.join(" ")}`}\n`;
}

function figureOf(
  console: Console,
  pack: DomainPack,
  text: string,
  { span, text: figure, verb, noun, consideration }: Explanation,
  { indicator, subject, period, area, source }: Observation,
): string {
  const { words, rivals } = consideration;
  const said = [verb, noun].filter((word) => word !== null).join(" + ");
  const own = pack.subjects[0]?.id;
  const what =
    indicator === null
      ? say(console, { zh: "没有指标", en: "no indicator" })
      : `${nameOf(pack, indicator)}${said === "" ? "" : ` ← ${said}`}`;
  const where = [
    subject === own ? "" : say(console, { zh: `事项 ${subject}，不进表`, en: `subject ${subject}, in no table` }),
    area?.name ?? "",
    period === null ? "" : `${period.start ?? "…"} – ${period.end ?? "…"}`,
  ].filter((part) => part !== "");
  const rows = [
    `${console.paint("bold", figure)}  ${what}  ${console.paint("dim", where.join("  "))}\n`,
    `  ${marked(console, text, span, words, source.quote)}\n`,
  ];
  // What came near matters where nothing fits; else only what has all it needs, or was ruled out.
  const near = rivals.filter(
    ({ reason }) => indicator === null || reason === "ruled out" || reason === "another fits better",
  );
  for (const rival of near.slice(0, 4)) rows.push(console.paint("dim", `  ${rivalOf(console, pack, rival)}\n`));
  if (indicator === null && words.length === 0) {
    rows.push(
      console.paint(
        "dim",
        `  ${say(console, { zh: "旁边没有包里的词", en: "no word of the pack stands beside it" })}\n`,
      ),
    );
  }
  return rows.join("");
}

/** The clause around a figure with the words of the pack in brackets, each with what it can be there. */
function marked(console: Console, text: string, figure: Span, words: readonly WordFound[], quote: string): string {
  const first = Math.min(figure.start, ...words.map(({ span }) => span.start));
  const last = Math.max(figure.end, ...words.map(({ span }) => span.end));
  let written = "";
  let at = first;
  for (const { span, word, roles } of words) {
    if (span.start < at) continue;
    written += `${text.slice(at, span.start)}〔${word} ${roles.map((role) => say(console, roleNames[role])).join("/")}〕`;
    at = span.end;
  }
  written += text.slice(at, last);
  return written.trim() === "" ? quote : written.replaceAll("\n", " ");
}

const roleNames: Readonly<Record<WordFound["roles"][number], Message>> = {
  verb: { zh: "动词", en: "verb" },
  noun: { zh: "名词", en: "noun" },
  phrase: { zh: "词组", en: "phrase" },
  not: { zh: "排除", en: "not" },
  part: { zh: "分项", en: "part" },
  subject: { zh: "事项", en: "subject" },
  organisation: { zh: "机构", en: "organisation" },
};

function nameOf(pack: DomainPack, id: string): string {
  const label = pack.indicators.find((indicator) => indicator.id === id)?.labels["zh-Hans"];
  return label === undefined ? id : `${id} ${label}`;
}

const reasons: Readonly<Record<Rival["reason"], Message>> = {
  "ruled out": { zh: "被 not 里的词排除", en: "ruled out by a word of not" },
  "other unit": { zh: "单位不合", en: "of another unit" },
  "no noun": { zh: "有动词，缺名词", en: "a verb, but no noun" },
  "no verb": { zh: "有名词，缺动词（或写成词组 phrases）", en: "a noun, but no verb (or make it a phrase)" },
  "another fits better": { zh: "别的指标更合", en: "another fits better" },
};

/** Says of an indicator which of its words stand beside a figure, and why the figure is not of it. */
export function rivalOf(console: Console, pack: DomainPack, { indicator, reason, words, by }: Rival): string {
  const because = by === null ? "" : say(console, { zh: `（${by}）`, en: ` (${by})` });
  return `${nameOf(pack, indicator)}: ${words.join(" ")}${say(console, { zh: "，", en: ", " })}${say(console, reasons[reason])}${because}`;
}
