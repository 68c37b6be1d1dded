import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { type Archive, openArchive } from "../src/index.ts";
import { plain, sampleRecord } from "./sample.ts";

/** A step of an archive's life: a file put with a content (some contents have the same bytes), or removed. */
type Step = { readonly file: string; readonly content: number | null };

const names = ["a.txt", "b.txt", "2023/c.txt", "甲.txt", "Z.txt"];
const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.record({ file: fc.constantFrom(...names), content: fc.option(fc.integer({ min: 0, max: 4 })) }),
  { maxLength: 25 },
);

function take(archive: Archive, { file, content }: Step): void {
  if (content === null) archive.remove(file);
  else {
    const extra = ["警方提醒。", "园区里查获GOIP设备。", "\0", "", "\ud800"][content] ?? "";
    archive.put({
      ...sampleRecord(file, { cases: content, extra }),
      bytes: new TextEncoder().encode(`${content % 3}`),
    });
  }
}

/** Everything that an archive answers, the public views among it; what is wrong with it as well. */
function answersOf(path: string): unknown {
  using archive = openArchive(path);
  const answers = [
    archive.documents().map((file) => [archive.source(file), archive.bytes(file), archive.storedKey(file)]),
    archive.articles(),
    archive.publications(),
    archive.observations(),
    [...archive.rows()],
    archive.diagnostics(),
    ["警方提醒", "GOIP", "园区", "诈骗"].map((words) => archive.search(words)),
    archive.size(),
    archive.verify().filter(({ rule }) => rule !== "archive/bytes-hash"),
  ];
  const db = new DatabaseSync(path, { readOnly: true });
  const views = ["v_articles", "v_observations", "v_diagnostics"].map((view) =>
    db.prepare(`SELECT * FROM ${view} ORDER BY DOCUMENT`).all(),
  );
  db.close();
  return plain([answers, views]);
}

test("answers the same whether it grew by adds, changes and removals or was made at once of the last state", () => {
  const folder = mkdtempSync(join(tmpdir(), "archive-"));
  try {
    let run = 0;
    fc.assert(
      fc.property(steps, fc.shuffledSubarray(names, { minLength: names.length }), (life, order) => {
        const [grown, made] = [join(folder, `${run}-grown.db`), join(folder, `${run++}-made.db`)];
        const end = new Map(life.map(({ file, content }) => [file, content]));
        {
          using archive = openArchive(grown);
          for (const [index, step] of life.entries()) {
            // Some steps share a transaction, as the files of a batch do.
            if (index % 4 === 1) continue;
            archive.transaction(() => {
              take(archive, step);
              const next = index % 4 === 0 ? life[index + 1] : undefined;
              if (next !== undefined) take(archive, next);
            });
          }
        }
        {
          using archive = openArchive(made);
          for (const file of order) take(archive, { file, content: end.get(file) ?? null });
        }
        expect(answersOf(grown)).toEqual(answersOf(made));
      }),
      { numRuns: 60 },
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
});
