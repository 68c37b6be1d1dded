import { type Labels, areaByCode, parsePartialDate } from "@jianbao/model";
import type { IndicatorFile, PackFile, SubjectFile } from "./pack-file.ts";
import type { PackSource, Path, Problem } from "./pack-source.ts";
import { remedyFor } from "./words.ts";

/** Reports ids that are given twice. */
export function checkIds(source: PackSource, items: readonly string[], pathOf: (index: number) => Path): void {
  const seen = new Map<string, number>();
  items.forEach((id, index) => {
    if (seen.has(id))
      source.report(pathOf(index), {
        rule: "repeated-id",
        message: `repeated id: ${id}`,
        hint: `each is given once; it is number ${(seen.get(id) ?? 0) + 1} of the list already`,
      });
    else seen.set(id, index);
  });
}

/** Reports a word that stands for none of the known ones. */
export function checkKnown(source: PackSource, path: Path, what: string, word: string, known: readonly string[]): void {
  if (known.includes(word)) return;
  source.report(path, {
    rule: "unknown-value",
    message: `unknown ${what}: ${word}`,
    hint: remedyFor(word, known),
  });
}

/** Reports a code that is no area's. */
export function checkArea(source: PackSource, path: Path, code: string | number): void {
  if (areaByCode(String(code)) !== null) return;
  source.report(path, {
    rule: "unknown-area",
    message: `unknown area: ${code}`,
    hint: "use CN, a province as CN-SX, a six-digit code of GB/T 2260, or null",
  });
}

/** Reports a date that no calendar has, and an end before its start. */
export function checkDates(source: PackSource, index: number, start: string | null, end: string | null): void {
  for (const [field, date] of [
    ["start", start],
    ["end", end],
  ] as const) {
    if (date === null || parsePartialDate(date)?.day) continue;
    source.report([index, field], {
      rule: "odd-date",
      message: `odd date: ${date}`,
      hint: "no calendar has this day",
    });
  }
  if (start !== null && end !== null && end < start) {
    source.report([index, "end"], {
      rule: "odd-date",
      message: `odd end: ${end} is before the start`,
      hint: "the end is the last day",
    });
  }
}

/** Reports sections that nothing is shown in. */
export function checkThemes(source: PackSource, { themes }: PackFile, indicators: readonly IndicatorFile[]): void {
  // A theme that is misspelt among the indicators is told there.
  if (indicators.some(({ theme }) => !themes.some(({ id }) => id === theme))) return;
  themes.forEach(({ id }, index) => {
    if (indicators.some(({ theme }) => theme === id)) return;
    source.report(["themes", index], {
      severity: "warning",
      rule: "empty-theme",
      message: `empty section: ${id}`,
      hint: "no indicator has it as its theme; leave it out, or give it one",
    });
  });
}

/** Something that has labels, where it stands. */
export interface Labelled {
  readonly source: PackSource;
  readonly path: Path;
  readonly id: string;
  readonly labels: Labels;
}

/** Reports labels that are missing in a script in which others of the pack have one. */
export function checkLabels(items: readonly Labelled[]): void {
  for (const script of ["zh-Hant", "en"] as const) {
    const without = items.filter(({ labels }) => labels[script] === undefined);
    if (without.length === items.length) continue;
    for (const { source, path, id } of without) {
      source.reportKey([...path, "labels"], {
        severity: "warning",
        rule: "missing-label",
        message: `missing label of ${id}: ${script}`,
        hint: `add ${script}: … as others have it, or the simplified name is printed`,
      });
    }
  }
}

/** Reports subjects by which no figure could be told, or told from those of another. */
export function checkSubjects(source: PackSource, subjects: readonly SubjectFile[], own: string | null): void {
  const [first] = subjects;
  if (first !== undefined && own !== null && first.id !== own) {
    source.report([0, "id"], {
      rule: "foreign-subject",
      message: `foreign first subject: ${first.id}`,
      hint: `the first subject is the pack's own: id: ${own}, as in pack.yaml`,
    });
  }
  const owners = new Map<string, string>();
  subjects.forEach(({ id, words }, index) => {
    words.forEach((word, place) => {
      const other = owners.get(word);
      if (other !== undefined && other !== id) {
        source.report([index, "words", place], {
          severity: "warning",
          rule: "shared-word",
          message: `shared word of ${other} and ${id}: ${word}`,
          hint: `figures beside it are of ${other}; leave it with one of them`,
        });
      } else owners.set(word, id);
    });
  });
  subjects.forEach(({ field, people, kinds }, index) => {
    if (index === 0) return;
    for (const [name, value] of Object.entries({ field, people, kinds })) {
      if (value === undefined) continue;
      source.reportKey([index, name], {
        severity: "warning",
        rule: "unused-field",
        message: `unused field: ${name}`,
        hint: "it is read of the first subject only",
      });
    }
  });
}

/** Reports words that stand twice in one list. */
export function checkRepeated(source: PackSource, path: Path, words: readonly string[]): void {
  words.forEach((word, index) => {
    if (words.indexOf(word) === index) return;
    source.report([...path, index], {
      severity: "warning",
      rule: "repeated-word",
      message: `repeated word: ${word}`,
      hint: "leave one of them out",
    });
  });
}

/** Reports a word that no text can match. `simplified` writes a text in simplified Chinese. */
export function checkWord(source: PackSource, path: Path, word: string, simplified: (text: string) => string): void {
  const problem = deadWord(word, simplified);
  if (problem !== null) source.report(path, { severity: "warning", rule: "dead-word", ...problem });
}

function deadWord(word: string, simplified: (text: string) => string): Omit<Problem, "rule"> | null {
  if (/[，、；]/u.test(word)) {
    return {
      message: `several words in one: ${word}`,
      hint: `part them with an ordinary comma and a space: [${word.split(/[，、；]\s*/u).join(", ")}]`,
    };
  }
  if (/^[“”"'‘’]|[“”"'‘’]$/u.test(word))
    return {
      message: `word in quotation marks: ${word}`,
      hint: "leave the marks out: texts write it with and without",
    };
  if (/[\s。！？：]/u.test(word))
    return { message: `word that no text can match: ${word}`, hint: "a word holds no space and no mark of a sentence" };
  if (/[\uFF01-\uFF5E]/u.test(word.replaceAll(/[（）]/gu, ""))) {
    const half = word.normalize("NFKC");
    return { message: `word in full-width letters: ${word}`, hint: `texts are read in ordinary ones: ${half}` };
  }
  const hans = simplified(word);
  if (hans !== word)
    return { message: `word in traditional Chinese: ${word}`, hint: `texts are read in simplified Chinese: ${hans}` };
  return null;
}
