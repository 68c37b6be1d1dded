import { type Article, titleOf } from "./article.ts";

/** Writes an article as an export of a publishing system: front matter, emphasis, links, a line of navigation. */
export function toMarkdown(article: Article): string {
  const { publisher = "", published = "" } = article.facts;
  const title = titleOf(article);
  const body = article.blocks.map((block) => {
    switch (block.type) {
      case "title":
        return `# ${block.text}`;
      case "heading":
        return `## ${block.text}`;
      case "paragraph":
        return withLink(withEmphasis(block.text));
      case "table":
        return block.rows
          .map((row, i) => `| ${row.join(" | ")} |${i === 0 ? `\n|${" --- |".repeat(row.length)}` : ""}`)
          .join("\n");
    }
  });
  return [
    `---\ntitle: ${title}\ndate: ${published}\nsource: ${publisher}\n---`,
    ...body,
    "![宣传海报](poster-2022.jpg)",
    "[« 上一篇](previous.md) | [下一篇 »](next.md)",
    "",
  ].join("\n\n");
}

/** Sets the first figure of a paragraph in bold, number and unit: `**3291亿元**`. */
function withEmphasis(text: string): string {
  // Matches `5230起`, `3291亿元`; must not match `2022年` or `96110`.
  return text.replace(/\d+(?:\.\d+)?[万亿]?(?:起|元)/u, "**$&**");
}

function withLink(text: string): string {
  return text.replace("国家反诈中心App", "[国家反诈中心App](https://app.example.com/)");
}
