import { type Console, say } from "./console.ts";
import type { InputChange, InputKind } from "./inputs.ts";
import type { Message } from "./text.ts";

const kinds: Readonly<Record<InputKind, Message>> = {
  source: { zh: "来稿", en: "sources" },
  sidecar: { zh: "旁证文件", en: "sidecars" },
  decision: { zh: "裁定", en: "decisions" },
  setting: { zh: "设置", en: "settings" },
  pack: { zh: "主题包", en: "subject pack" },
  template: { zh: "模板", en: "template" },
  font: { zh: "字体", en: "fonts" },
  issue: { zh: "前几期", en: "issues before" },
  program: { zh: "程序", en: "program" },
};

const changes: Readonly<Record<InputChange["change"], Message>> = {
  added: { zh: "新增", en: "added" },
  changed: { zh: "改过", en: "changed" },
  removed: { zh: "撤下", en: "removed" },
};

/** Words what of an issue's inputs is not as it was, a line a kind, by name; `most` names a line, the rest counted. */
export function inputChangeLines(console: Console, list: readonly InputChange[], most = 8): readonly string[] {
  const byKind = new Map<InputKind, InputChange[]>();
  for (const change of list) byKind.set(change.kind, [...(byKind.get(change.kind) ?? []), change]);
  return [...byKind].map(([kind, members]) => {
    const words = (["added", "changed", "removed"] as const).flatMap((change) => {
      const names = members.filter((member) => member.change === change).map(({ name }) => name);
      if (names.length === 0) return [];
      const more = names.length - most;
      const rest = more > 0 ? say(console, { zh: ` 等 ${names.length} 个`, en: ` and ${more} more` }) : "";
      return [`${say(console, changes[change])} ${names.slice(0, most).join(", ")}${rest}`];
    });
    return `${say(console, kinds[kind])}${say(console, { zh: "：", en: ": " })}${words.join(say(console, { zh: "；", en: "; " }))}`;
  });
}
