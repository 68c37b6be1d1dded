import type { Pdf } from "./pdf.ts";
import type { PdfRule } from "./rule.ts";
import { type PdfValue, isOf, nameOf, numberOf, textOf } from "./value.ts";

/** Rules of links, bookmarks and attachments. */
export const linkRules: readonly PdfRule[] = [
  {
    id: "tab-order",
    clause: "ISO 14289-1, 7.18.3; Matterhorn 28-008, 28-009",
    about: "On pages with links, one goes from one to the next in the order of the structure.",
    *check({ file, pages }) {
      for (const { number, dictionary, annotations } of pages) {
        if (annotations.length > 0 && nameOf(file.get(dictionary, "Tabs")) !== "S")
          yield `page ${number}: Tabs is not S`;
      }
    },
  },
  {
    id: "annotations",
    clause: "ISO 19005-3, 6.3.1, 6.3.2; ISO 14289-1, 7.18.2, 7.18.5; Matterhorn 28-012",
    about: "Annotations are links, are printed, are not hidden, and say what they are.",
    *check({ file, pages }) {
      for (const { number, annotations } of pages) {
        for (const { id, dictionary } of annotations) {
          const place = `page ${number}, object ${id ?? "?"}`;
          const subtype = nameOf(file.get(dictionary, "Subtype"));
          if (subtype !== "Link") yield `${place}: ${subtype ?? "no"} annotation`;
          if ((textOf(file.get(dictionary, "Contents")) ?? "").trim() === "") yield `${place}: no description`;
          const flags = numberOf(file.get(dictionary, "F")) ?? 0;
          // Printed (bit 3); not invisible (1), hidden (2), without view (6) or toggled (9).
          if ((flags & 0b1_0010_0111) !== 0b100) yield `${place}: flags ${flags}`;
          if (file.get(dictionary, "AA") !== null) yield `${place}: has AA`;
        }
      }
    },
  },
  {
    id: "targets",
    clause: "ISO 19005-3, 6.5.1; ISO 32000-1, 12.3.2, 12.6.4",
    about: "Links and bookmarks lead to a page of the file or an address, and do nothing else.",
    *check(pdf) {
      for (const { number, annotations } of pdf.pages) {
        for (const { id, dictionary } of annotations)
          yield* targetFaults(pdf, dictionary, `page ${number}, object ${id ?? "?"}`);
      }
      for (const { title, dictionary } of bookmarksOf(pdf)) yield* targetFaults(pdf, dictionary, `bookmark ${title}`);
    },
  },
  {
    id: "bookmarks",
    clause: "ISO 32000-1, 12.3.3",
    about: "Bookmarks have titles and hang together in both directions.",
    *check(pdf) {
      for (const { title, fault } of bookmarksOf(pdf)) {
        if (title.trim() === "") yield "a bookmark without a title";
        if (fault !== null) yield `bookmark ${title}: ${fault}`;
      }
    },
  },
  {
    id: "attachments",
    clause: "ISO 19005-3, 6.8; ISO 14289-1, 7.11; Matterhorn 21-001",
    about:
      "Each attached file has two names, a type, a date, a description, a relationship, and is listed among the document's.",
    *check({ file }) {
      const listed = file.items(file.get(file.root, "AF")).map((item) => (isOf(item, "reference") ? item.id : 0));
      const names: string[] = [];
      for (const [id, object] of file.objects) {
        const embedded = file.get(object, "EF");
        if (embedded === null) continue;
        const name = textOf(file.get(object, "UF")) ?? "";
        const place = `attachment ${name || `(object ${id})`}`;
        names.push(name);
        if (name === "" || (textOf(file.get(object, "F")) ?? "") === "") yield `${place}: F or UF is missing`;
        if (nameOf(file.get(object, "Type")) !== "Filespec") yield `${place}: not of type Filespec`;
        if ((textOf(file.get(object, "Desc")) ?? "") === "") yield `${place}: no description`;
        const relationship = nameOf(file.get(object, "AFRelationship")) ?? "";
        if (!["Source", "Data", "Alternative", "Supplement", "Unspecified"].includes(relationship))
          yield `${place}: no relationship`;
        if (!listed.includes(id)) yield `${place}: not listed in the catalog's AF`;
        const stream = file.get(embedded, "F");
        if (!isOf(stream, "stream") || file.get(embedded, "UF") !== stream)
          yield `${place}: its file is not under F and UF`;
        // Matches text/csv and application/pdf.
        if (!/^[\w.+-]+\/[\w.+-]+(?:;.*)?$/u.test(nameOf(file.get(stream, "Subtype")) ?? "")) yield `${place}: no type`;
        if (!/^D:\d{14}Z?/u.test(textOf(file.get(stream, "Params", "ModDate")) ?? "")) yield `${place}: no date`;
        const data = isOf(stream, "stream") ? file.data(stream) : null;
        const size = file.get(stream, "Params", "Size");
        if (size !== null && size !== data?.length) yield `${place}: not of the size that it says`;
      }
      const tree = file.items(file.get(file.root, "Names", "EmbeddedFiles", "Names"));
      const keys = tree.filter((_, index) => index % 2 === 0).map((key) => (isOf(key, "string") ? key.bytes : ""));
      if (keys.some((key, index) => index > 0 && key <= (keys[index - 1] ?? "")))
        yield "the names of attachments are not in order";
      if (keys.length !== names.length) yield `${keys.length} of ${names.length} attachments have a name in the file`;
    },
  },
];

function* targetFaults({ file, pages }: Pdf, dictionary: PdfValue, place: string): Iterable<string> {
  const action = file.get(dictionary, "A");
  const kind = nameOf(file.get(action, "S"));
  if (action !== null && kind !== "URI" && kind !== "GoTo") yield `${place}: action ${kind ?? "none"}`;
  if (kind === "URI") {
    const address = textOf(file.get(action, "URI")) ?? "";
    if (address === "" || /[^\x21-\x7e]/u.test(address)) yield `${place}: no address: ${address}`;
    return;
  }
  const target = file.items(file.get(dictionary, "Dest") ?? file.get(action, "D"));
  const page = target[0];
  if (!isOf(page, "reference") || !pages.some(({ id }) => id === page.id)) yield `${place}: leads to no page`;
}

interface PdfBookmark {
  readonly title: string;
  readonly dictionary: PdfValue;
  readonly fault: string | null;
}

/** All bookmarks, from the first down. */
function bookmarksOf({ file }: Pdf): readonly PdfBookmark[] {
  const bookmarks: PdfBookmark[] = [];
  const seen = new Set<PdfValue>();
  const visit = (parent: PdfValue): void => {
    let before: PdfValue = null;
    for (let at = file.get(parent, "First"); at !== null && !seen.has(at); at = file.get(at, "Next")) {
      seen.add(at);
      const isLinked = file.get(at, "Parent") === parent && file.get(at, "Prev") === before;
      bookmarks.push({
        title: textOf(file.get(at, "Title")) ?? "",
        dictionary: at,
        fault: isLinked ? null : "Parent or Prev leads elsewhere",
      });
      visit(at);
      before = at;
    }
    if (file.get(parent, "Last") !== before) {
      bookmarks.push({
        title: textOf(file.get(before, "Title")) ?? "?",
        dictionary: before,
        fault: "Last leads elsewhere",
      });
    }
  };
  const outlines = file.get(file.root, "Outlines");
  if (outlines !== null) visit(outlines);
  return bookmarks;
}
