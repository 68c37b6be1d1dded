import { type Data, type Footnote, type Inline, type Time, referredTo, textOf } from "@jianbao/document";
import { unreachable } from "@jianbao/model";
import { type Context, evidenceId, noteId } from "./collect.ts";
import { attributes, escapeLong, safeAddress } from "./escape.ts";
import { roleClass } from "./style.ts";

/** Writes inlines in order. `inLink` is true within a link, where no other link may stand. */
export function inlinesOf(context: Context, inlines: readonly Inline[], inLink = false): string {
  return inlines.map((inline) => inlineOf(context, inline, inLink)).join("");
}

/** The rule table of inline nodes. */
function inlineOf(context: Context, node: Inline, inLink: boolean): string {
  switch (node.type) {
    case "text":
      return escapeLong(node.value);
    case "strong":
      return element("strong", node, inlinesOf(context, node.children, inLink));
    case "emphasis":
      return element("em", node, inlinesOf(context, node.children, inLink));
    case "superscript":
      return element("sup", node, inlinesOf(context, node.children, inLink));
    case "subscript":
      return element("sub", node, inlinesOf(context, node.children, inLink));
    case "bold":
      return element("b", node, inlinesOf(context, node.children, inLink));
    case "lineBreak":
      return "<br>";
    case "link": {
      const href = inLink ? null : safeAddress(node.href);
      const content = inlinesOf(context, node.children, true);
      return href === null
        ? element("span", node, content)
        : element("a", { ...node, role: node.role ?? "link" }, content, { href });
    }
    case "data":
      return dataOf(context, node, inLink);
    case "time":
      return timeOf(node, inlinesOf(context, node.children, inLink));
    case "footnote":
      return callOf(context, node);
    case "reference": {
      const words = referredTo(node, context.targets, null) ?? node.to;
      const own = { ...node, role: node.role ?? "link" };
      if (inLink || !context.targets.has(node.to)) return element("span", own, escapeLong(words));
      return element("a", own, escapeLong(words), { href: `#${node.to}` });
    }
    case "pageNumber":
    case "pageCount":
    case "sectionTitle":
      // A screen has no pages.
      return "";
    default:
      return unreachable(node);
  }
}

/** HTML's `time` knows days, months and years, but no stretches of time. */
function timeOf(node: Time, content: string): string {
  return /^\d{4}(?:-\d{2}(?:-\d{2})?)?$/u.test(node.datetime)
    ? element("time", node, content, { datetime: node.datetime })
    : element("span", node, content, { "data-period": node.datetime });
}

/** A figure: its machine form, and a link to the sentence it was read from. */
function dataOf(context: Context, node: Data, inLink: boolean): string {
  const known = node.observations.filter((id) => context.evidence.has(id));
  const first = known[0];
  const content =
    first === undefined || inLink
      ? inlinesOf(context, node.children, inLink)
      : runsOf(node.children)
          .map((run) =>
            run.plain && textOf(run.inlines).trim() !== ""
              ? `<a${attributes({ class: "figure", href: `#${evidenceId(first)}` })}>${inlinesOf(context, run.inlines, true)}</a>`
              : inlinesOf(context, run.inlines, inLink),
          )
          .join("");
  return element(node.value === null ? "span" : "data", { ...node, role: node.role ?? "data" }, content, {
    value: node.value,
    "data-observations": node.observations.length > 0 ? node.observations.join(" ") : null,
  });
}

/** Parts inlines into runs that may stand in a link and those that hold links or calls of their own. */
function runsOf(inlines: readonly Inline[]): readonly { readonly plain: boolean; readonly inlines: Inline[] }[] {
  const runs: { plain: boolean; inlines: Inline[] }[] = [];
  for (const inline of inlines) {
    const plain = !holdsLink(inline);
    const last = runs.at(-1);
    if (last?.plain === plain) last.inlines.push(inline);
    else runs.push({ plain, inlines: [inline] });
  }
  return runs;
}

function holdsLink(inline: Inline): boolean {
  if (inline.type === "link" || inline.type === "reference" || inline.type === "footnote" || inline.type === "data")
    return true;
  return "children" in inline && inline.children.some(holdsLink);
}

/** The call of a note: its number, which leads to the note, and which the note leads back to. */
function callOf(context: Context, node: Footnote): string {
  const note = context.notes.get(node.source);
  if (!note) throw new RangeError(`no note was collected for the source ${JSON.stringify(node.source)}`);
  note.calls++;
  const call = attributes({
    id: `call-${note.number}-${note.calls}`,
    class: `call ${roleClass("footnoteMark")}`,
    href: `#${noteId(note)}`,
    role: "doc-noteref",
    "aria-label": context.words.note(note.number),
    "data-observations": node.observations.join(" "),
  });
  return `<sup${attributes({ id: node.id })}><a${call}>${note.number}<i></i></a></sup>`;
}

/** Writes an element with its node's id and role. */
function element(
  name: string,
  node: { readonly id?: string; readonly role?: string },
  content: string,
  more: Readonly<Record<string, string | number | null>> = {},
): string {
  const own = { id: node.id, class: node.role === undefined ? null : roleClass(node.role) };
  return `<${name}${attributes({ ...own, ...more })}>${content}</${name}>`;
}
