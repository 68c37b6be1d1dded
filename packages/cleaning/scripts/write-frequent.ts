/**
 * Writes src/data/frequent.ts: the characters that any Chinese text is most likely to have, commonest first, counted
 * in jieba's dictionary by how often its words occur. Run it after a new version of jieba; the result is committed.
 */
import { writeFileSync } from "node:fs";
import { dict } from "@node-rs/jieba/dict.js";

const most = 900;

if (import.meta.main) {
  const counts = new Map<string, number>();
  for (const line of new TextDecoder().decode(dict).split("\n")) {
    const [word = "", count = "0"] = line.split(" ");
    for (const character of word)
      if (/^[\u4e00-\u9fff]$/u.test(character)) counts.set(character, (counts.get(character) ?? 0) + Number(count));
  }
  const list = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).slice(0, most);
  writeFileSync(
    new URL("../src/data/frequent.ts", import.meta.url),
    "/**\n * The commonest characters of Chinese texts, commonest first; written by scripts/write-frequent.ts.\n" +
      " * From the counts of jieba's dictionary (MIT License, © 2013 Sun Junyi).\n */\nexport const frequent =\n" +
      `  "${list.map(([character]) => character).join("")}";\n`,
  );
  const all = [...counts.values()].reduce((sum, count) => sum + count, 0);
  for (const rank of [1, 10, 30, 100, 200, 400, 600, 800, 900])
    console.log(rank, list[rank - 1]?.[0], (((list[rank - 1]?.[1] ?? 0) / all) * 1000).toFixed(3));
}
