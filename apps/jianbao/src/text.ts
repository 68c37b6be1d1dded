/** A message in the two languages that the command line speaks. */
export interface Message {
  readonly zh: string;
  readonly en: string;
}

/** The language of messages: Chinese where the locale is Chinese, else English. */
export type Tongue = keyof Message;

/** Reads the language of messages from the environment, as POSIX orders it: LC_ALL, LC_MESSAGES, LANG. */
export function tongueOf(env: Readonly<Record<string, string | undefined>>): Tongue {
  // Matches `zh_CN.UTF-8`, `zh` and `zh-TW`; must not match `zha`.
  const locale = env["LC_ALL"] || env["LC_MESSAGES"] || env["LANG"] || "";
  return /^zh(?![a-z])/iu.test(locale) ? "zh" : "en";
}
