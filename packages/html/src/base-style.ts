/**
 * What every page has, whatever its theme: the sheet, the reading measure, Chinese setting on a
 * screen, tables that scroll in their own region, notes, focus, and paper.
 */
export const baseStyle = `*{box-sizing:border-box}
html{font-size:calc(100% * var(--size));-webkit-text-size-adjust:100%;text-size-adjust:100%;scroll-padding-top:1.5rem}
body{margin:0;background:#eceae5;color:var(--colour-ink,#1a1a1a);line-height:1.75;overflow-wrap:break-word;line-break:strict;text-autospace:normal;text-spacing-trim:trim-start;font-kerning:normal}
.sheet{max-width:calc(var(--measure) + 7em);margin:2.5rem auto;padding:3.25rem 3.5em 2.5rem;background:var(--colour-paper,#fff);box-shadow:0 1px 3px rgb(0 0 0/.14),0 10px 36px rgb(0 0 0/.06)}
h1,h2,h3,h4,h5,p,ul,ol,figure,blockquote,table{margin:0}
h1,h2,h3,h4,h5{font-size:inherit;font-weight:inherit;text-wrap:balance}
p{text-wrap:pretty}
section>p+p{margin-top:.35em}
a{color:var(--colour-link,#1f4e79);text-underline-offset:.22em;text-decoration-thickness:1px}
a:hover{text-decoration-thickness:2px}
:focus-visible{outline:3px solid var(--colour-link,#1f4e79);outline-offset:2px;border-radius:2px}
strong,b{font-weight:700}
sup,sub{font-size:.72em;line-height:0;font-variant-numeric:tabular-nums}
data,time,[data-period],table{font-variant-numeric:lining-nums tabular-nums}
data{white-space:nowrap}
data[id^="o-"]{background:#fdf0b8;padding-inline:.1em;white-space:normal}
.r-removed{text-decoration:line-through;color:var(--colour-muted,#555)}
.r-repaired{background:#fdf0b8}
.skip{position:absolute;left:1rem;top:-6rem;z-index:3;padding:.5rem 1rem;background:var(--colour-paper,#fff);text-decoration:none;border:2px solid}
.skip:focus{top:1rem}
.draft-mark{margin:0 0 1.5rem;padding:.45rem 1rem;border:1px dashed var(--colour-accent,#9b1c1c);color:var(--colour-accent,#9b1c1c);font-family:var(--family-heading,sans-serif);font-size:.857rem;font-weight:700;line-height:1.5;text-align:center;text-indent:0;letter-spacing:.08em}
h1.r-masthead{letter-spacing:.12em;text-indent:.12em}
figure{margin:1.4rem 0}
figcaption{margin-top:.4rem!important}
details.figures{margin-top:.4rem}
summary{min-height:24px;cursor:pointer;width:fit-content}
details.figures table{width:auto}
ul,ol{padding-inline-start:1.8em}
li>p{text-indent:0}
blockquote p{text-indent:2em}
blockquote{border-inline-start:3px solid var(--colour-rule,#9a9a9a)}
.scroll{overflow-x:auto;overscroll-behavior-x:contain;-webkit-overflow-scrolling:touch}
div.scroll{margin-block:.9rem}
table{border-collapse:collapse;width:100%;min-width:min(calc(var(--columns)*5.2rem),60rem);border-bottom:2px solid var(--colour-ink,#1a1a1a);text-indent:0;text-align:start}
caption{padding:0;text-align:start}
.caption{display:flex;flex-wrap:wrap;align-items:baseline;justify-content:space-between;gap:0 1em;position:sticky;left:0;max-width:calc(100vw - 3rem);padding-bottom:.3rem}
.caption>*{margin:0!important}
.caption .unit{margin-inline-start:auto!important}
thead th{vertical-align:middle}
th,td{text-wrap:balance;text-indent:0;font-weight:inherit;vertical-align:baseline;overflow-wrap:break-word}
tbody th{min-width:6.5em}
td.start{min-width:5em}
thead th{font-weight:700}
thead tr:not(:first-child)>*{border-top-width:0}
thead tr:not(:last-child)>:not([rowspan]){border-bottom-width:1px}
td.end,td time,td [data-period]{white-space:nowrap}
th.end,td.end{padding-inline-end:1.9em!important}
.hang{display:inline-block;width:0;white-space:nowrap;text-align:start}
td .figure,th .figure{display:inline-block;min-height:24px}
tbody tr:hover>*{background:var(--colour-shade,#f5f3ee)}
th.start,td.start{text-align:start}
th.center,td.center{text-align:center}
th.end,td.end{text-align:end}
svg{display:block;width:100%;min-width:30rem;height:auto;font-family:inherit;text-indent:0}
nav ol{list-style:none;padding:0}
nav ol ol{padding-inline-start:1.5em}
nav a{display:inline-block;min-height:24px;text-decoration:none;color:inherit}
nav a:hover{text-decoration:underline}
nav>ol{margin:1rem 0 1.6rem;padding:.7rem 1.2rem;background:var(--colour-shade,#f5f3ee)}
.figure{color:inherit;text-decoration:underline dotted var(--colour-rule,#9a9a9a) 1px;text-underline-offset:.3em}
.figure:hover{color:var(--colour-link,#1f4e79);text-decoration-style:solid}
.call{position:relative;margin-inline:.1em;padding-inline:.05em;text-decoration:none;font-weight:400;text-indent:0}
.call::before{content:"["}
.call::after{content:"]"}
.call:hover{text-decoration:underline}
.call>i{position:absolute;left:50%;top:50%;width:max(24px,100%);height:24px;transform:translate(-50%,-50%)}
.notes{margin-top:3rem;padding-top:.4rem;border-top:2px solid var(--colour-ink,#1a1a1a);text-indent:0;text-align:start;line-height:1.65}
.notes p{text-indent:0;text-align:start}
.notes>ol,.notes>ul{list-style:none;padding:0}
.notes>ol>li{position:relative;padding-inline-start:3em;margin-block:.8rem}
.notes>ol>li::before{content:"[" attr(value) "]";position:absolute;inset-inline-start:0;width:2.5em;text-align:end;font-variant-numeric:tabular-nums;color:var(--colour-link,#1f4e79)}
.notes>ul>li{margin-block:.8rem}
.source{font-weight:700}
.backs{font-family:var(--family-heading,sans-serif)}
.backs a{display:inline-block;min-width:24px;min-height:24px;text-align:center;text-decoration:none}
.backs a:hover{text-decoration:underline}
.quotes{list-style:none;margin:.2rem 0 0;padding:0}
.quotes li{margin-block:.3rem;padding-inline-start:.9em;border-inline-start:2px solid var(--colour-rule,#c9c5bb)}
.quotes .original{display:inline-block;min-height:24px;white-space:nowrap}
q{quotes:none}
mark{background:#fdf0b8;color:inherit;padding-inline:.1em}
mark a{color:inherit;text-decoration:underline dotted 1px}
:target{scroll-margin-top:1.5rem}
li:target,li:has(>:target),data:target,h2:target,h3:target{background:#fdf6dc}
.imprint{margin-top:2.5rem}
footer{margin-top:2.5rem;padding-top:.8rem;border-top:1px solid var(--colour-rule,#9a9a9a);color:var(--colour-muted,#555);font-family:var(--family-heading,sans-serif);font-size:.81rem;display:flex;flex-wrap:wrap;justify-content:space-between;gap:.2rem 2em}
footer p{text-indent:0;text-align:start}
#note-box{position:absolute;z-index:2;width:min(30rem,calc(100vw - 1.5rem));max-height:22rem;overflow:auto;padding:.8rem 1rem;background:var(--colour-paper,#fff);border:1px solid var(--colour-rule,#9a9a9a);box-shadow:0 6px 28px rgb(0 0 0/.2);font-size:.84rem;line-height:1.65;text-align:start}
#note-box[hidden]{display:none}
#note-box>button{float:inline-end;min-width:28px;min-height:28px;margin:-.3rem -.5rem 0 .5rem;border:0;background:none;color:inherit;font:inherit;cursor:pointer}
#note-box .source{margin-bottom:.2rem}
@media (max-width:48rem){tbody th[scope=row],thead tr:first-child>th:first-child{position:sticky;inset-inline-start:0;z-index:1}tbody th[scope=row]{background:var(--colour-paper,#fff)}.sheet{margin:0 auto;padding:1.5rem 1.25rem 2rem;box-shadow:none}body{background:var(--colour-paper,#fff)}h1.r-masthead{font-size:1.7rem;letter-spacing:.06em}}
@media (max-width:30rem){.notes>ol>li{padding-inline-start:2.4em}.notes>ol>li::before{width:2em}}
@media (prefers-reduced-motion:no-preference){html{scroll-behavior:smooth}}
@media print{html{font-size:10.5pt}body{background:none}.sheet{max-width:none;margin:0;padding:0;box-shadow:none}.skip,#note-box,.backs,.original{display:none!important}.scroll{overflow:visible}svg{min-width:0}a,.figure,.call{color:inherit;text-decoration:none}h1,h2,h3,h4,h5{break-after:avoid}tr,figure{break-inside:avoid}thead{display:table-header-group}}`;
