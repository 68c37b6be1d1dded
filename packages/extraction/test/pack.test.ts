import { readFileSync, readdirSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { check as checkWith } from "./check.ts";
import { loadPack, pack } from "./notation.ts";

const traffic = loadPack("road-traffic");
const facts = { published: "2024-08-15", area: "CN-JX" };
const half = "2024-01..2024-06";

describe("what another pack counts is no other matter", () => {
  test.each([
    `今年上半年，全省交通事故造成{310人|deaths.total|${half}}死亡、{2870人|injuries.total|${half}}受伤，直接财产损失{960万元|losses.property|${half}}。`,
    `今年上半年，全省发生交通事故{5210起|accidents.total|${half}}，其中伤人事故{830起|accidents.total|${half}}，刮擦{2100起|accidents.total|${half}}。`,
    `今年上半年，全省亡人道路交通事故起数同比下降{=6%|accidents.fatal|${half}|^yoy:down:6:percent}。`,
    `今年上半年，全省查处醉酒驾驶{1200人|drink.drunk|${half}}，检查车辆{31万辆次|vehicles.checked|${half}}。`,
    `今年上半年，全省摸排道路隐患{512处|hazards.found|${half}}，整治{489处|hazards.fixed|${half}}。`,
    `今年上半年，全省检查运输企业{2100家|companies.inspected|${half}}，临时查封企业{17家|-|${half}}，约谈{96家|companies.inspected|${half}}。`,
    `今年上半年，全省新装护栏{37公里|barriers.built|${half}}，查处酒驾{96起|drink.total|${half}}。`,
  ])("%s", (notation) => checkWith(notation, facts, traffic));

  test("while it is none for a pack that does not count it", () => {
    checkWith(`今年上半年，全省交通事故造成{310人|-|${half}|%}死亡。`, facts, pack);
  });
});

describe("what is no figure, whatever the subject", () => {
  test.each([
    `今年，全省要整治道路隐患900处，新建劝导站40个。上半年，全省查处超速{3.1万起|speeding.total|${half}}。`,
    `截至6月底，全省有{5个城市|-|..2024-06-30}汽车保有量超过60万辆，全省机动车保有量{890万辆|vehicles.total|..2024-06-30}。`,
  ])("%s", (notation) => checkWith(notation, facts, traffic));
});

describe("who acts and where", () => {
  test("the pack's offices act for the place before them", () => {
    checkWith(
      `今年上半年，赣州市交警支队查处酒驾{860起|drink.total|${half}|@360700}。`,
      { ...facts, area: "CN" },
      traffic,
    );
    checkWith(
      `今年上半年，赣州市反诈中心劝阻群众{860人|people.dissuaded|${half}|@360700}。`,
      { ...facts, area: "CN" },
      pack,
    );
  });
});

test("no source of extraction knows a subject by name", () => {
  const folder = new URL("../src/", import.meta.url);
  const found: string[] = [];
  for (const file of readdirSync(folder)) {
    for (const [at, line] of readFileSync(new URL(file, folder), "utf8").split("\n").entries()) {
      const isRemark = /^\s*(?:\/\/|\/?\*)/u.test(line);
      // Words of the first pack's subject, and ids of indicators in quotation marks or patterns.
      if (
        !isRemark &&
        /诈(?!\|骗\|逃)|反诈|两卡|骗局|telecom|["^(|](?:cases|suspects|losses|outreach|funds)\\?\./u.test(line)
      )
        found.push(`${file}:${at + 1} ${line.trim()}`);
    }
  }
  expect(found).toEqual([]);
});
