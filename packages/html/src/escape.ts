const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** Escapes characters for text and for quoted attribute values; characters that HTML forbids become U+FFFD. */
export function escape(text: string): string {
  return text
    .replace(/[&<>"']/gu, (character) => entities[character] ?? character)
    .replace(/[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}]/gu, (character) =>
      character === "\n" || character === "\t" ? character : "\ufffd",
    );
}

/** Escapes text, and lets addresses and hashes, which have no spaces, break every twelve characters. */
export function escapeLong(text: string): string {
  // Matches a run such as `e940a3b175e1ecd5cfb3…`; must not match `telecommunication`.
  return text
    .split(/([!-~]{25,})/u)
    .map((part, i) => (i % 2 === 0 ? escape(part) : (part.match(/.{1,12}/gu) ?? []).map(escape).join("<wbr>")))
    .join("");
}

/** Writes attributes with a leading space each; absent, null and false ones are left out, `true` stands without a value. */
export function attributes(values: Readonly<Record<string, string | number | boolean | null | undefined>>): string {
  return Object.entries(values)
    .map(([name, value]) =>
      value === undefined || value === null || value === false
        ? ""
        : value === true
          ? ` ${name}`
          : ` ${name}="${escape(`${value}`)}"`,
    )
    .join("");
}

/** An address that may stand in a link: a fragment, a relative one, or http, https and mailto; null for any other scheme. */
export function safeAddress(href: string): string | null {
  const plain = href.replace(/[\p{Cc} ]/gu, "");
  // Matches `javascript:` and `https:`; must not match the colon of `a/b:c` or `#a:b`.
  const scheme = /^([^/?#:]*):/u.exec(plain)?.[1]?.toLowerCase();
  if (plain === "" || plain.startsWith("//")) return null;
  return scheme === undefined || scheme === "http" || scheme === "https" || scheme === "mailto" ? href.trim() : null;
}
