import { createHash } from "node:crypto";
import { parseIssuePeriod } from "@jianbao/model";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { type Issue, type PrintedFigure, openArchive, recordKey } from "../src/index.ts";
import { plain, sampleRecord } from "./sample.ts";

test("gives back exactly what was put, the map included", () => {
  using archive = openArchive(":memory:");
  const record = sampleRecord("a.txt", { doubt: "may be another article's" });
  expect(archive.put(record)).toBe("added");
  expect(archive.source("a.txt")).toEqual(record.source);
  expect(plain(archive.articles("a.txt"))).toEqual(plain(record.articles));
  expect(archive.articles("a.txt")[0]?.map.toSource(4, "start")).toBe(record.articles[0]?.map.toSource(4, "start"));
  expect(archive.observations()).toEqual(record.observations);
  expect(archive.diagnostics()).toEqual(record.diagnostics);
  expect(archive.verify()).toEqual([]);
});

test("keeps any text of UTF-16 code units: NUL, lone surrogates, BOM", () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom("案", "\0", "\ud800", "\udc00", "\ufeff", "😀", '"', "'", "\n"), { maxLength: 12 }),
      (units) => {
        using archive = openArchive(":memory:");
        const record = sampleRecord("a.txt", { extra: units.join("") });
        archive.put(record);
        expect(archive.source("a.txt")?.text).toBe(record.source?.text);
        expect(plain(archive.articles())).toEqual(plain(record.articles));
        expect(archive.observations()).toEqual(record.observations);
        expect(archive.verify()).toEqual([]);
      },
    ),
    { numRuns: 40 },
  );
});

test("keeps the bytes only where they are handed in", () => {
  using archive = openArchive(":memory:");
  archive.put({ ...sampleRecord("a.txt"), bytes: new Uint8Array([0, 255, 7]) });
  archive.put(sampleRecord("b.txt"));
  expect(archive.bytes("a.txt")).toEqual(new Uint8Array([0, 255, 7]));
  expect(archive.bytes("b.txt")).toBeNull();
});

test("stores the same bytes once, and keeps them as long as a file has them", () => {
  using archive = openArchive(":memory:");
  const bytes = new TextEncoder().encode("同一份通报".repeat(100));
  const [a, b] = ["a.txt", "b.txt"].map((name) => ({ ...sampleRecord(name), bytes }));
  if (a === undefined || b === undefined) throw new Error("two records");
  archive.put(a);
  archive.put(b);
  archive.put({ ...a, facts: { title: "另题" } });
  expect([archive.bytes("a.txt"), archive.bytes("b.txt")]).toEqual([bytes, bytes]);
  expect(archive.size().bytes).toBe(bytes.length);
  archive.remove("a.txt");
  expect(archive.bytes("b.txt")).toEqual(bytes);
  archive.remove("b.txt");
  expect(archive.size()).toEqual({ files: 0, articles: 0, observations: 0, bytes: 0 });
});

test("gives any bytes back, and the text that they hold where it is stored as nothing but them", () => {
  const text = fc.string({ unit: fc.constantFrom("案", "a", "\0", "\ud800", "\ufeff", "\r\n", "😀") });
  fc.assert(
    fc.property(text, fc.boolean(), fc.uint8Array(), (content, isUtf8, other) => {
      using archive = openArchive(":memory:");
      const record = sampleRecord("a.txt", { extra: content });
      const bytes = isUtf8 ? new TextEncoder().encode(record.source?.text) : other;
      const sha256 = createHash("sha256").update(bytes).digest("hex");
      const source = record.source === null ? null : { ...record.source, sha256 };
      archive.put({ ...record, source, sha256, bytes });
      expect(archive.bytes("a.txt")).toEqual(bytes);
      expect(archive.source("a.txt")).toEqual(source);
      expect(archive.verify()).toEqual([]);
    }),
    { numRuns: 60 },
  );
});

test("gives back the stray bytes of a source", () => {
  using archive = openArchive(":memory:");
  const record = sampleRecord("a.txt");
  if (record.source === null) throw new Error("a source");
  const source = { ...record.source, strays: [{ at: 3, bytes: [0xff, 0x41], original: null }] };
  archive.put({ ...record, source });
  expect(archive.source("a.txt")).toEqual(source);
});

test("notes what was seen of a file, for as long as its record stands", () => {
  using archive = openArchive(":memory:");
  archive.put({ ...sampleRecord("a.txt"), seen: "5 bytes of Monday" });
  expect(archive.states()).toMatchObject([{ document: "a.txt", program: "p1", seen: "5 bytes of Monday" }]);
  archive.markSeen("a.txt", "5 bytes of Tuesday");
  expect(archive.states()[0]?.seen).toBe("5 bytes of Tuesday");
  archive.put(sampleRecord("a.txt"));
  expect(archive.states()[0]?.seen).toBeNull();
  archive.put({ ...sampleRecord("a.txt", { cases: 2 }), seen: "6 bytes" });
  expect(archive.states()[0]?.seen).toBe("6 bytes");
});

test("does nothing for a file that is stored under the same key", () => {
  using archive = openArchive(":memory:");
  const record = sampleRecord("a.txt");
  archive.put(record);
  expect(archive.storedKey("a.txt")).toBe(recordKey(record));
  expect(archive.put(record)).toBe("unchanged");
  expect(archive.observations()).toHaveLength(1);
});

test("replaces all rows of a changed file", () => {
  using archive = openArchive(":memory:");
  archive.put(sampleRecord("a.txt", { cases: 1 }));
  expect(archive.put(sampleRecord("a.txt", { cases: 2, extra: "新的一段。" }))).toBe("replaced");
  expect(archive.observations().map((o) => o.quantity?.value)).toEqual([2]);
  expect(archive.search("市民注意")).toEqual([]);
  expect(archive.search("新的一段")).toHaveLength(1);
  expect(archive.verify()).toEqual([]);
});

test("takes another program or other facts for another key, and the order of facts for nothing", () => {
  const base = { sha256: "x", program: "1", facts: { title: "甲", url: "u" } };
  expect(recordKey({ ...base, program: "2" })).not.toBe(recordKey(base));
  expect(recordKey({ ...base, facts: { title: "乙", url: "u" } })).not.toBe(recordKey(base));
  expect(recordKey({ ...base, facts: { url: "u", title: "甲", area: undefined } })).toBe(recordKey(base));
});

test("remembers a file that could not be read", () => {
  using archive = openArchive(":memory:");
  archive.put({ ...sampleRecord("a.pdf"), source: null, articles: [], observations: [] });
  expect(archive.source("a.pdf")).toBeNull();
  expect(archive.documents()).toEqual(["a.pdf"]);
  expect(archive.verify()).toEqual([]);
});

test("removes a file with all that hangs on it", () => {
  using archive = openArchive(":memory:");
  archive.put(sampleRecord("a.txt"));
  expect(archive.remove("a.txt")).toBe(true);
  expect(archive.remove("a.txt")).toBe(false);
  expect(archive.articles()).toEqual([]);
  expect(archive.observations()).toEqual([]);
  expect(archive.diagnostics()).toEqual([]);
  expect(archive.search("电信网络")).toEqual([]);
  expect(archive.storedKey("a.txt")).toBeNull();
});

test("answers in one order, whatever the order of writing", () => {
  const records = ["c.txt", "a.txt", "b.txt", "甲.txt", "Z.txt"].map((name, i) => sampleRecord(name, { cases: i + 5 }));
  const answers = (order: typeof records): unknown => {
    using archive = openArchive(":memory:");
    for (const record of order) archive.put(record);
    return plain([
      archive.documents(),
      archive.observations(),
      archive.articles(),
      archive.publications(),
      archive.search("诈骗"),
    ]);
  };
  fc.assert(
    fc.property(fc.shuffledSubarray(records, { minLength: records.length }), (order) => {
      expect(answers(order)).toEqual(answers(records));
    }),
    { numRuns: 20 },
  );
});

test("filters observations by what was surely published by a day", () => {
  using archive = openArchive(":memory:");
  archive.put(sampleRecord("day.txt", { published: "2023-11-30" }));
  archive.put(sampleRecord("month.txt", { published: "2023-11" }));
  archive.put(sampleRecord("later.txt", { published: "2023-12-01" }));
  archive.put(sampleRecord("year.txt", { published: "2023" }));
  archive.put(sampleRecord("never.txt", { published: null }));
  const until = (day: string): string[] => archive.observations({ publishedUntil: day }).map((o) => o.document);
  expect(until("2023-11-29")).toEqual([]);
  expect(until("2023-11-30")).toEqual(["day.txt", "month.txt"]);
  expect(until("2023-12-31")).toEqual(["day.txt", "later.txt", "month.txt", "year.txt"]);
  expect(archive.observations({ indicator: "cases.solved", area: "CN", scope: "aggregate" })).toHaveLength(5);
  expect(archive.observations({ subject: "套路贷" })).toEqual([]);
});

test("gives flat rows under SDMX names", () => {
  using archive = openArchive(":memory:");
  archive.put(sampleRecord("a.txt", { cases: 12 }));
  expect([...archive.rows()]).toMatchObject([
    {
      ID: "o-a.txt",
      INDICATOR: "cases.solved",
      REF_AREA: "CN",
      OBS_VALUE: 12,
      TIME_END: "2023-12-31",
      CONFIDENCE: 0.95,
    },
  ]);
});

test("gives title, publisher and date of each article", () => {
  using archive = openArchive(":memory:");
  archive.put(sampleRecord("a.txt", { title: "战果" }));
  expect(archive.publications()).toEqual([
    {
      key: "a.txt#1",
      document: "a.txt",
      part: 1,
      title: "战果",
      publisher: "某市日报",
      published: "2023-12-05",
      url: null,
    },
  ]);
});

test.each([
  ["市民注意防范", ["a.txt"]],
  ["缅北", ["b.txt"]],
  ["警", ["a.txt"]],
  ["缅北 GOIP设备", ["b.txt"]],
  ["goip设备", ["b.txt"]],
  ['"园区"', ["b.txt"]],
  ["缅北 市民注意", []],
  ["没有的话", []],
  ["  ", []],
])("searches for %s", (text, documents) => {
  using archive = openArchive(":memory:");
  archive.put(sampleRecord("a.txt"));
  archive.put(sampleRecord("b.txt", { extra: '缅北"园区"里查获GOIP设备一批。' }));
  expect(archive.search(text).map((hit) => hit.document)).toEqual(documents);
});

test("names the place and the line of a hit, in the clean text", () => {
  using archive = openArchive(":memory:");
  archive.put(sampleRecord("a.txt"));
  const hit = archive.search("提醒市民")[0];
  const text = archive.articles()[0]?.text ?? "";
  expect(text.slice(hit?.start, hit?.end)).toBe("提醒市民");
  expect(hit?.line).toBe("警方提醒市民注意防范。");
});

test("keeps all writes of a transaction or none", () => {
  using archive = openArchive(":memory:");
  expect(() =>
    archive.transaction(() => {
      archive.put(sampleRecord("a.txt"));
      throw new Error("stop");
    }),
  ).toThrow("stop");
  expect(archive.documents()).toEqual([]);
  archive.transaction(() => {
    archive.put(sampleRecord("a.txt"));
    archive.put(sampleRecord("b.txt"));
  });
  expect(archive.documents()).toEqual(["a.txt", "b.txt"]);
});

test("refuses a record whose parts do not belong together", () => {
  using archive = openArchive(":memory:");
  const record = sampleRecord("a.txt");
  expect(() => archive.put({ ...record, document: "b.txt" })).toThrow(RangeError);
  expect(() => archive.put({ ...record, articles: [] })).toThrow("part 1");
  expect(() => archive.put({ ...record, articles: [...record.articles, ...record.articles] })).toThrow("two articles");
  expect(archive.documents()).toEqual([]);
});

const figure = (id: string, value: number, observation: string): PrintedFigure => ({
  id,
  key: {
    indicator: "cases.solved",
    subject: "telecom-fraud",
    breakdown: null,
    area: { code: "CN", name: "全国" },
    rate: null,
    unit: "case",
  },
  period: { start: "2023-01-01", end: "2023-11-30" },
  value: {
    value,
    unit: "case",
    bound: "exact",
    low: value,
    high: value,
    text: `${value}起`,
    observations: [observation],
  },
});

function issue(id: string, signedBy: string | null = null): Issue {
  const period = parseIssuePeriod(id);
  if (!period) throw new RangeError(id);
  return { period, number: "1", date: null, signedBy, details: { template: "monthly", outputs: { pdf: "ab" } } };
}

test("remembers issues with their printed figures and finds the one before", () => {
  using archive = openArchive(":memory:");
  archive.recordIssue(issue("2023-12"), []);
  archive.recordIssue(issue("2023-10"), [figure("p-1", 5, "o-1"), figure("p-0", 6, "o-2")]);
  archive.recordIssue(issue("2023"), []);
  expect(archive.issues().map((i) => i.period.id)).toEqual(["2023-10", "2023", "2023-12"]);
  expect(archive.printedFigures("2023-10")?.map((f) => f.id)).toEqual(["p-1", "p-0"]);
  expect(archive.printedFigures("2023-12")).toEqual([]);
  expect(archive.printedFigures("2023-11")).toBeNull();
  expect(archive.issueBefore(issue("2023-12").period)).toEqual(issue("2023-10"));
  expect(archive.issueBefore(issue("2023-10").period)).toBeNull();
});

test("takes an issue made again for the new one", () => {
  using archive = openArchive(":memory:");
  archive.recordIssue(issue("2023-10"), [figure("p-1", 5, "o-1")]);
  archive.recordIssue(issue("2023-10", "李四"), [figure("p-1", 6, "o-1")]);
  expect(archive.issues()).toEqual([issue("2023-10", "李四")]);
  expect(archive.printedFigures("2023-10")).toEqual([figure("p-1", 6, "o-1")]);
  expect(archive.removeIssue("2023-10")).toBe(true);
  expect(archive.printedFigures("2023-10")).toBeNull();
});

test("keeps the editor's decisions in their order", () => {
  using archive = openArchive(":memory:");
  const decisions = [
    { id: "o-2", verdict: "reject", by: "张三", on: "2023-12-01", why: "个案" },
    { id: "o-1", verdict: "accept", by: "张三", on: "2023-12-01", why: "已核" },
  ];
  archive.recordDecisions(decisions);
  archive.recordDecisions(decisions);
  expect(archive.decisions()).toEqual(decisions);
});

test("says which printed figures no longer have their observation", () => {
  using archive = openArchive(":memory:");
  archive.put(sampleRecord("a.txt"));
  archive.recordIssue(issue("2023-10"), [figure("p-1", 5, "o-a.txt")]);
  expect(archive.verify()).toEqual([]);
  archive.remove("a.txt");
  expect(archive.verify()).toMatchObject([{ severity: "info", rule: "archive/printed-lost" }]);
});
