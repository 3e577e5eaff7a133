import { describe, expect, test } from "vitest";
import { CLIENT_RULES } from "./tools/tidy/client-rules.ts";
import { DOCUMENT_RULES } from "./tools/tidy/document-rules.ts";
import { GENERAL_RULES } from "./tools/tidy/general-rules.ts";
import { judge } from "./tools/tidy/rule.ts";
import { SERVER_RULES } from "./tools/tidy/server-rules.ts";
import { readSources, toSource } from "./tools/tidy/source.ts";

const rules = [...SERVER_RULES, ...CLIENT_RULES, ...GENERAL_RULES, ...DOCUMENT_RULES];
const sources = readSources(import.meta.dirname);

describe.each(rules)("$name", (rule) => {
  test("in every file", () => {
    expect(judge([rule], sources)).toEqual([]);
  });

  test("and a file that breaks it is found", () => {
    const { path, text } = rule.planted;
    const [finding] = judge([rule], [toSource(path, text)]);
    expect(finding).toMatch(/^.+:\d+: .+; to fix: .+$/);
  });
});

test("the rules have read the project", () => {
  const paths = sources.map(({ path }) => path);
  expect(paths).toEqual(expect.arrayContaining(["tidy.test.ts", "pnpm-lock.yaml"]));
  const imports = sources.find(({ path }) => path === "tidy.test.ts")?.imports;
  expect(imports).toContainEqual({ line: 3, target: "tools/tidy/document-rules.ts" });
});
