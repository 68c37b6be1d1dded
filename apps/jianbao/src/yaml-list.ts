import { type Document, type YAMLMap, isMap, isSeq } from "yaml";

/**
 * Puts an entry into the list that a YAML document is, in place of the first that `isSame` says it replaces, whose comments
 * stay, else at its end; an empty document becomes a list under `head`. Tells whether one was replaced. Throws a
 * RangeError where the document is no list.
 */
export function putInList(
  document: Document,
  entry: object,
  head: string,
  isSame: (item: YAMLMap) => boolean,
): boolean {
  if (document.contents === null) {
    document.contents = document.createNode([]);
    document.commentBefore ??= head;
  }
  const list = document.contents;
  if (!isSeq(list)) throw new RangeError("a list is expected");
  list.flow = false;
  const node = document.createNode(entry);
  const at = list.items.findIndex((item) => isMap(item) && isSame(item));
  const former = list.items[at];
  if (isMap(node)) {
    node.spaceBefore = isMap(former) ? former.spaceBefore === true : list.items.length > 0;
    if (isMap(former)) {
      node.commentBefore = former.commentBefore ?? null;
      node.comment = former.comment ?? null;
    }
  }
  if (at >= 0) list.items[at] = node;
  else list.items.push(node);
  return at >= 0;
}
