import type { ProblemWording } from "./chinese.ts";

/** Problems of signing, of signed issues and of decisions, in Chinese. */
export const signProblems: Readonly<Record<string, ProblemWording>> = {
  "app/issues": {
    message: () => "issues.yaml 有误，签发的各期无从确认",
    hint: "从版本管理里取回这个文件：它只由 jianbao sign 写",
  },
  "app/issue-record": {
    // Matches `missing or changed record of the signed issue 2024-01`.
    values: /(\d{4}(?:-[\dQH]+)?)$/u,
    message: (period = "") => `已签发的 ${period} 的记录不见了，或被改过`,
    hint: "从版本管理里取回这个文件：签发了什么，以它为准",
  },
  "app/unsignable": { message: () => "issues.yaml 读不出，不能在它上面签发", hint: "从版本管理里取回这个文件" },
  "app/already-signed": {
    // Matches `already signed issue 2024-01: by 王主任 on 2024-02-05`.
    values: /issue (\S+): by (.+) on (\S+)$/u,
    message: (period = "", by = "", on = "") => `${period} 已由${by}于 ${on} 签发`,
    hint: "印错的数由下一期更正；确要重签：--again 理由",
  },
  "app/not-signed": {
    values: /issue (\S+):/u,
    message: (period = "") => `${period} 还没有签发，谈不上重签`,
    hint: "去掉 --again",
  },
  "app/empty-issue": {
    // Matches `empty issue 2024-01: no article was published in it` and `…: its articles give no figure`.
    values: /issue (\S+): (no article|its articles)/u,
    message: (period = "", what = "") =>
      what === "no article" ? `${period} 是空的：没有发表的文章` : `${period} 是空的：文章里没有统计数字`,
    hint: "放入这一期的文章，或换一期",
  },
  "app/unended-period": {
    // Matches `unended period 2024-01: it ends on 2024-01-31, and is signed on 2024-01-20`.
    values: /period (\S+): it ends on (\S+), and is signed on (\S+)$/u,
    message: (period = "", end = "", on = "") => `${period} 到 ${end} 才满，签发日期是 ${on}`,
    hint: "等到期满，或写明理由：--despite 理由",
  },
  "app/open-errors": {
    // Matches `unsigned issue 2024-01: 3 open errors`.
    values: /issue (\S+): (\d+) open/u,
    message: (period = "", count = "") => `${period} 没有签：有 ${count} 处错误没有处理`,
    hint: "jianbao check 列出各处和处理的命令；确要签：--despite 理由",
  },
  "briefing/corrections-left-out": {
    message: () => "模板没有“更正”，前几期印错的数字没有更正",
    hint: "从 monthly 模板抄来 partials/corrections.hbs，并在 briefing.hbs 里调用",
  },
};
