import { textOf } from "@jianbao/document";
import type { Unit } from "@jianbao/model";
import { describe, expect, test } from "vitest";
import { number, phrase, time } from "../../src/phrase.ts";
import type { Statement } from "../../src/statement.ts";
import { lower, singular } from "../../src/wording/english-sentences.ts";
import { wordingOf } from "../../src/wording/index.ts";
import { keyOf, valueOf } from "../fixture.ts";

const wording = wordingOf("en");

interface Said {
  readonly figure?: string;
  readonly value?: number;
  readonly unit?: Unit;
  readonly stated?: readonly ["up" | "down" | "flat", string];
  readonly computed?: readonly ["up" | "down" | "flat" | null, string];
  readonly previous?: string;
}

function statement(label: string, said: Said): Statement {
  const key = keyOf("cases.solved", { unit: said.unit ?? "case" });
  const [way, size = ""] = said.stated ?? [];
  const sized = number(size, 0, ["o-1"]);
  return {
    comparison: {
      key,
      current: {
        period: { start: null, end: null },
        value: valueOf(key, "o-1", { source: "a#1", text: said.figure ?? "", value: said.value ?? 2 }),
        stated: [],
        observations: ["o-1"],
        conflict: null,
      },
      previousPeriod: null,
      previous: null,
      stated: null,
      computed: null,
      implied: null,
      reason: null,
    },
    indicator: null,
    label,
    part: null,
    figure: said.figure === undefined ? null : [number(said.figure, 1, ["o-1"])],
    stated:
      way === undefined
        ? null
        : { basis: "yoy", direction: way, number: sized, notes: [], clause: wording.changeClause("yoy", way, [sized]) },
    beside: [],
    computed:
      said.computed === undefined
        ? null
        : { direction: said.computed[0], number: number(said.computed[1], 0, ["o-1"]), notes: [] },
    previous: said.previous === undefined ? null : [number(said.previous, 1, ["o-1"])],
  };
}

function told(when: string, datetime: string, ...statements: Statement[]): string {
  return textOf(wording.sentences({ when: [time(when, datetime)], where: "China", statements })).trim();
}

describe("English sentences", () => {
  test("say how many of what were recorded, and what each did", () => {
    expect(
      told(
        "2023",
        "2023",
        statement("Cases solved", { figure: "437,000", computed: ["down", "6%"], previous: "464,000" }),
        statement("Suspects captured", { figure: "more than 99,000", stated: ["up", "nearly 52%"] }),
        statement("Payments stopped", { figure: "328.8 billion yuan", unit: "CNY" }),
      ),
    ).toBe(
      "In 2023, China recorded 437,000 cases solved (down 6% from 464,000 a year earlier, computed), more than 99,000 suspects captured (up nearly 52% year on year) and 328.8 billion yuan in payments stopped.",
    );
  });

  test("give a name of one its article, and one thing its singular", () => {
    expect(told("May 2023", "2023-05", statement("Clearance rate", { figure: "38.5%", unit: "percent" }))).toBe(
      "In May 2023, China recorded a clearance rate of 38.5%.",
    );
    expect(told("12 May 2023", "2023-05-12", statement("Cases solved", { figure: "1", value: 1 }))).toBe(
      "On 12 May 2023, China recorded 1 case solved.",
    );
    expect(
      ["Cases solved", "People dissuaded", "Administrative penalties", "Sites and domains blocked"].map(singular),
    ).toEqual(["Case solved", "Person dissuaded", "Administrative penalty", "Sites and domains blocked"]);
    expect(lower("Cases solved")).toBe("cases solved");
    expect(lower("US dollars seized")).toBe("US dollars seized");
  });

  test("say of a change without a level that it has none", () => {
    expect(
      told("January to May 2023", "2023-01-01/2023-05-31", statement("Cases reported", { stated: ["down", "3.1%"] })),
    ).toBe("From January to May 2023, cases reported in China fell 3.1% year on year (no level published).");
    expect(
      told(
        "2023",
        "2023",
        statement("Dens destroyed", { figure: "160", computed: ["flat", "0%"] }),
        statement("Cases reported", { stated: ["flat", "0%"] }),
      ),
    ).toBe(
      "In 2023, China recorded 160 dens destroyed (unchanged year on year, computed). Cases reported in China stood unchanged year on year (no level published).",
    );
  });

  test("do not say whether a figure rose where its range allows either", () => {
    expect(
      told(
        "2023",
        "2023",
        statement("Dens destroyed", { figure: "160", computed: [null, "−3% to +4%"], previous: "159" }),
      ),
    ).toBe("In 2023, China recorded 160 dens destroyed (a change of −3% to +4% against 159 a year earlier, computed).");
  });

  test("put parts behind their whole, and tell figures of one name apart", () => {
    const whole = statement("Cards seized", { figure: "70,000", stated: ["up", "12%"] });
    const part = { ...statement("Cards seized", { figure: "30,000" }), part: "银行卡" };
    const other = { ...statement("Cards seized", { figure: "40,000", stated: ["down", "3%"] }), part: "电话卡" };
    expect(told("2023", "2023", whole, part, other)).toBe(
      "In 2023, China recorded 70,000 cards seized (up 12% year on year), of them 30,000 (银行卡) and 40,000 (电话卡; down 3% year on year).",
    );
    expect(told("2023", "2023", part, other)).toBe(
      "In 2023, China recorded 30,000 cards seized (银行卡) and 40,000 cards seized (电话卡) (down 3% year on year).",
    );
    const sets = statement("Cards seized", { figure: "300", unit: "household" });
    expect(told("2023", "2023", whole, sets)).toMatch(/and 300 cards seized \(households\)\.$/u);
  });

  test("part a long list into sentences", () => {
    const many = Array.from({ length: 6 }, (_, at) => statement("Cases solved", { figure: `${at + 2}` }));
    expect(told("2023", "2023", ...many).match(/\. It also recorded /gu)?.length).toBe(1);
  });

  test("write a change by multiples in percent", () => {
    expect(wording.size(2, "exact", "times", "增长2倍")).toBe("200%");
    expect(wording.size(1.5, "min", "times", "增长1.5倍多")).toBe("more than 150%");
  });

  test("claim no order of areas whose figures may be equal", () => {
    const rows = ["甲", "乙"].map((area) => ({ area, figure: phrase("about 10") }));
    const said = (isOrdered: boolean): string =>
      textOf(
        wording.rankings([time("2023", "2023")], [{ label: "Cases solved", rows, isPart: false, isOrdered }]),
      ).trim();
    expect(said(true)).toBe("In 2023, by area: cases solved, from the highest, 甲 about 10 and 乙 about 10.");
    expect(said(false)).toBe("In 2023, by area: cases solved, in no sure order, 甲 about 10 and 乙 about 10.");
  });
});
