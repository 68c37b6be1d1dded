/** A template with the files of its gallery. */
export interface GalleryEntry {
  readonly name: string;
  /** The heading and the first paragraph of its README. */
  readonly title: string;
  readonly summary: string;
  readonly pages: number;
}

/** The page that leads to the galleries of all templates: plain HTML, nothing to load but the PDFs themselves. */
export function galleryIndex(entries: readonly GalleryEntry[]): string {
  const cards = entries.map(
    ({ name, title, summary, pages }) => `<section>
<h2>${escaped(title)}</h2>
<p>${escaped(summary)}</p>
<p><a href="${encodeURIComponent(name)}.pdf">PDF（${pages} 页）</a>　<a href="${encodeURIComponent(name)}.html">网页</a></p>
<object data="${encodeURIComponent(name)}.pdf" type="application/pdf" aria-label="${escaped(title)}">这里显示不了 PDF，请用上面的链接打开。</object>
</section>`,
  );
  return `<!DOCTYPE html>
<html lang="zh-Hans">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>样张：每种版式里的每一样东西</title>
<style>
body{max-width:60rem;margin:2rem auto;padding:0 1rem;font-family:"Noto Sans SC","PingFang SC","Microsoft YaHei",sans-serif;line-height:1.7;color:#1a1a1a}
section{margin:2rem 0;padding-top:1rem;border-top:1px solid #8c8c8c}
object{display:block;width:100%;height:32rem;border:1px solid #8c8c8c}
a{color:#1f4e79}
</style>
</head>
<body>
<h1>样张</h1>
<p>每种版式里能排的东西各排一次；数字是编的。改了 theme.yaml，再运行 <code>jianbao gallery</code> 就看得到变化。</p>
${cards.join("\n")}
</body>
</html>
`;
}

/** The first heading and the first paragraph of a README, its marks taken off; the name where there is none. */
export function introductionOf(
  readme: string | null,
  name: string,
): { readonly title: string; readonly summary: string } {
  const title = /^# (.+)$/mu.exec(readme ?? "")?.[1] ?? name;
  const summary = /^(?!#|\||```|\s*$)(.+)$/mu.exec((readme ?? "").replace(/^# .+$/mu, ""))?.[1] ?? "";
  return { title, summary: summary.replaceAll(/\[([^\]]*)\]\([^)]*\)/gu, "$1").replaceAll("`", "") };
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}
