import { describe, test } from "vitest";
import { check } from "./check.ts";

const inCity = { published: "2024-07-05", area: "370100" };

describe("places of a city's own article", () => {
  test.each([
    // A district that many towns have by this name.
    "2023年，市中区破获电诈案件{310起|cases.solved|2023|@370103}。",
    // A county by its short name before its figure.
    "2023年，章丘劝阻{2100人|people.dissuaded|2023|@370114}，商河劝阻一千余人。".replace(
      "一千余人",
      "{一千余人|people.dissuaded|2023|@370126|~min}",
    ),
    // A branch without its city.
    "7月2日，历城分局打掉一个跑分团伙，抓获{8名|suspects.captured|2024-07-02|@370112|#case}。",
    // A place that comes last: 其次是.
    "2023年，破案最多的是历下区，{612起|cases.solved|2023|@370102}。",
  ])("%s", (text) => {
    check(text, inCity);
  });
});

describe("how far a place reaches", () => {
  test.each([
    // The parts of a whole do not reach over the semicolon, nor into the next sentence.
    "2023年，全市破获电诈案件{900起|cases.solved|2023}，其中历下区{210起|cases.solved|2023|@370102}、章丘区近{80起|cases.solved|2023|@370114|~max}；抓获嫌疑人{1300名|suspects.captured|2023}。",
    "2023年，全市劝阻{9000人|people.dissuaded|2023}。其中，历下区劝阻{2100人|people.dissuaded|2023|@370102}。同一时段，捣毁窝点{17个|dens.destroyed|2023}。",
    // Each change of a list is of its own place.
    "2023年，历下区、章丘区立案同比分别下降{=21.4%|cases.registered|2023|@370102|^yoy:down:21.4:percent}、{=18.9%|cases.registered|2023|@370114|^yoy:down:18.9:percent}。",
    // As many places as were named last.
    "2023年，历下区破案{300起|cases.solved|2023|@370102}，章丘区破案{200起|cases.solved|2023|@370114}；12月，两区破案数分别为{30起|cases.solved|2023-12|@370102}和{20起|cases.solved|2023-12|@370114}。",
    // A national office speaks for the country.
    "2023年，历下区关停涉诈号码{90个|phones.blocked|2023|@370102}。国家反诈中心推送预警指令{400万条|warnings.issued|2023|@CN}。",
  ])("%s", (text) => {
    check(text, inCity);
  });
});

describe("abroad", () => {
  test.each([
    // Whom a gang serves is not where it was caught.
    "7月2日，民警打掉一个为境外诈骗团伙引流的团伙，抓获{23人|suspects.captured|2024-07-02|#case}。",
    // What a gang does is not where it was caught.
    "2023年，打掉招募人员赴境外实施诈骗的团伙{12个|gangs.dismantled|2023}，抓获嫌疑人{36名|suspects.captured|2023}。",
  ])("%s", (text) => {
    check(text, inCity);
  });
});
