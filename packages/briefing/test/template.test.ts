import { describe, expect, test } from "vitest";
import { compose } from "../src/index.ts";
import { fullAnalysis, options, workbench } from "./fixture.ts";

async function problems(files: Record<string, string>): Promise<string[]> {
  const { document, diagnostics } = await compose(
    workbench().analysis(),
    options({ template: { name: "mine", files } }),
  );
  expect(document === null).toBe(diagnostics.length > 0);
  return diagnostics.map((one) => `${one.rule}: ${one.message}${one.hint === undefined ? "" : ` — ${one.hint}`}`);
}

describe("a template", () => {
  test("names file, line and element of wrong markup, in a partial too", async () => {
    expect(
      await problems({
        "briefing.hbs": "<section>\n  {{> rows}}\n</section>",
        "partials/rows.hbs": "\n\n{{#if draft}}\n  <p>a\n{{/if}}",
      }),
    ).toEqual([
      "briefing/markup-unclosed: unclosed <p> (mine/partials/rows.hbs:4, section > p) — add </p> before </section>",
    ]);
  });

  test.each([
    ["{{tilte}}", "briefing/template-field: unknown field tilte (mine/briefing.hbs:1) — did you mean title?"],
    [
      "\n{{#each sectoins}}x{{/each}}",
      "briefing/template-field: unknown field sectoins (mine/briefing.hbs:2) — did you mean sections?",
    ],
    [
      "<p>{{{title}}}</p>",
      "briefing/template-unescaped: unescaped output {{{ (mine/briefing.hbs:1) — write {{…}}, or {{phrase …}} for a generated sentence",
    ],
    [
      "<p>{{&title}}</p>",
      "briefing/template-unescaped: unescaped output {{{ (mine/briefing.hbs:1) — write {{…}}, or {{phrase …}} for a generated sentence",
    ],
    [
      "{{#eahc lead}}{{/eahc}}",
      "briefing/template-helper: unknown helper eahc (mine/briefing.hbs:1) — did you mean each?",
    ],
    [
      "{{lookup words 'key'}}",
      "briefing/template-helper: unknown helper lookup (mine/briefing.hbs:1) — helpers: if unless each with phrase",
    ],
    [
      "{{> mastheda}}",
      "briefing/template-partial: unknown partial mastheda (mine/briefing.hbs:1) — did you mean masthead?",
    ],
    [
      "<p>{{phrase title}}</p>",
      "briefing/template-failed: failed template: {{phrase}} writes generated sentences only (mine/briefing.hbs:1:title) (mine/briefing.hbs)",
    ],
  ])("refuses %s", async (text, problem) => {
    expect(await problems({ "briefing.hbs": text, "partials/masthead.hbs": "" })).toEqual([problem]);
  });

  test("is refused where it cannot be read or is not there", async () => {
    expect((await problems({ "briefing.hbs": "{{#if draft}}" }))[0]).toMatch(
      /^briefing\/template-syntax: unreadable template: /u,
    );
    expect(await problems({})).toEqual(["briefing/template-missing: missing file mine/briefing.hbs"]);
  });

  test("escapes what a view says", async () => {
    const { issue } = options();
    const { document } = await compose(
      workbench().analysis(),
      options({
        issue: { ...issue, title: '<b>甲&乙"' },
        template: { name: "mine", files: { "briefing.hbs": "<p>{{title}}</p>" } },
      }),
    );
    expect(document?.children).toEqual([{ type: "paragraph", children: [{ type: "text", value: '<b>甲&乙"' }] }]);
  });

  test("may leave the conflicts out: a disputed figure's mark then leads nowhere", async () => {
    const files = { "briefing.hbs": "{{#each sections}}{{#each paragraphs}}<p>{{phrase this}}</p>{{/each}}{{/each}}" };
    const { document, diagnostics } = await compose(fullAnalysis(), options({ template: { name: "mine", files } }));
    expect(diagnostics).toEqual([]);
    expect(JSON.stringify(document)).toContain('{"type":"superscript","children":[{"type":"text","value":"*"}]}');
  });

  test("may leave sections out: links and charts go with them", async () => {
    expect(
      await problems({ "briefing.hbs": "<h1>{{title}}</h1>{{#each lead}}<p>{{phrase this}}</p>{{/each}}" }),
    ).toEqual([]);
  });
});
