import { describe, expect, it } from "vitest";
import { attributes, escape, escapeLong, safeAddress } from "../src/escape.ts";

describe("escaping", () => {
  it("makes characters of markup", () => {
    expect(escape(`<a href="x">'&'</a>`)).toBe("&lt;a href=&quot;x&quot;&gt;&#39;&amp;&#39;&lt;/a&gt;");
  });

  it("replaces what HTML forbids", () => {
    expect(escape("\u0000甲\ud800乙\u000b")).toBe("\ufffd甲\ufffd乙\ufffd");
    expect(escape("𠮷\n\t")).toBe("𠮷\n\t");
  });

  it("lets long runs without spaces break, and no others", () => {
    expect(escapeLong("见<https://example.org/2024/01/05/a>。")).toBe(
      "见&lt;https://exa<wbr>mple.org/202<wbr>4/01/05/a&gt;。",
    );
    expect(escapeLong("telecommunication 43.7万")).toBe("telecommunication 43.7万");
  });

  it("leaves out attributes without a value", () => {
    expect(attributes({ a: "1", b: null, c: undefined, d: true, e: false, f: 0 })).toBe(' a="1" d f="0"');
  });

  it.each(["#a:b", "evidence/a.html#x", "https://example.org/a?b=c", "mailto:a@example.org", "a/b:c", "?x:y"])(
    "lets the address %s stand",
    (href) => {
      expect(safeAddress(href)).toBe(href);
    },
  );
});
