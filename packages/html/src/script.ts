import { createHash } from "node:crypto";

/**
 * Shows a note or a figure's evidence beside it on hover and focus: a copy of what stands in the
 * list at the end, so that nothing is lost without script. Dismissable (Escape, the button),
 * hoverable, and persistent (WCAG 1.4.13). A click pins the box; Enter follows the link.
 */
export const script = `(()=>{
const box=document.getElementById("note-box");if(!box)return;
const body=box.querySelector("div"),close=box.querySelector("button");
let owner=null,pinned=false,timer=0;
const hide=()=>{clearTimeout(timer);box.hidden=true;owner=null;pinned=false};
const copy=(node)=>{const c=node.cloneNode(true);for(const e of [c,...c.querySelectorAll("[id]")])e.removeAttribute("id");for(const e of c.querySelectorAll(".backs,.place"))e.remove();return c};
const show=(link)=>{
clearTimeout(timer);if(owner===link)return;
const ids=new Set((link.closest("[data-observations]")?.dataset.observations||"").split(" ").filter(Boolean));
const items=[...document.querySelectorAll("[data-quotes]")].filter(li=>li.dataset.quotes.split(" ").some(id=>ids.has(id)));
const heads=new Map();
if(link.classList.contains("call")){const li=document.getElementById(link.hash.slice(1));if(li)heads.set(li,[])}
for(const item of items){const li=item.parentElement.closest("li");if(!li)continue;if(!heads.has(li))heads.set(li,[]);heads.get(li).push(item)}
if(heads.size===0)return hide();
body.replaceChildren();
for(const [li,list] of heads){const source=li.querySelector(".source");const p=document.createElement("p");if(source)p.append(...copy(source).childNodes);p.className="source";body.append(p);
if(list.length){const ul=document.createElement("ul");ul.className="quotes";ul.append(...list.map(copy));body.append(ul)}}
owner=link;pinned=false;box.hidden=false;
const r=link.getBoundingClientRect(),w=box.offsetWidth,h=box.offsetHeight,vw=document.documentElement.clientWidth;
const left=Math.max(12,Math.min(r.left,vw-w-12)),below=r.bottom+8+h<innerHeight||r.top<h+8;
box.style.left=left+scrollX+"px";box.style.top=(below?r.bottom+6:r.top-h-6)+scrollY+"px"};
const soon=(link)=>{clearTimeout(timer);if(!pinned&&owner!==link)timer=setTimeout(()=>show(link),120)};
const later=()=>{clearTimeout(timer);if(!pinned)timer=setTimeout(hide,350)};
for(const link of document.querySelectorAll(".call,.figure")){
link.addEventListener("mouseenter",()=>soon(link));
link.addEventListener("mouseleave",later);
link.addEventListener("focus",()=>{if(!pinned)show(link)});
link.addEventListener("blur",later);
link.addEventListener("click",(event)=>{if(event.detail===0||event.ctrlKey||event.metaKey||event.shiftKey)return;event.preventDefault();if(pinned&&owner===link)return hide();pinned=false;show(link);pinned=owner===link})}
box.addEventListener("mouseenter",()=>clearTimeout(timer));
box.addEventListener("mouseleave",later);
box.addEventListener("focusin",()=>clearTimeout(timer));
box.addEventListener("focusout",later);
close.addEventListener("click",hide);
document.addEventListener("keydown",(event)=>{if(event.key==="Escape"&&!box.hidden)hide()});
document.addEventListener("click",(event)=>{if(pinned&&!box.contains(event.target)&&!event.target.closest(".call,.figure"))hide()});
})();`;

/** The script's hash for the page's content security policy. */
export const scriptHash: string = createHash("sha256").update(script, "utf8").digest("base64");
