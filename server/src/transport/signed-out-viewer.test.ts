import { buildSchema, getOperationAST, parse } from "graphql";
import { expect, test } from "vitest";
import { createAccessCheck } from "./access-check.ts";
import type { AccessRules } from "./access-rules.ts";

const schema = buildSchema(`
  type Query { viewer: Viewer colleague: Viewer }
  type Viewer { name: String wage: String }
`);
const rules: AccessRules = {
  Query: { viewer: "anyone", colleague: "anyone" },
  Viewer: { name: "signed-in", wage: "view:cost" },
};

function askSignedOut(source: string) {
  const document = parse(source);
  const operation = getOperationAST(document);
  if (!operation) throw new Error("The document has no operation.");
  const checkAccess = createAccessCheck(schema, rules);
  return () => checkAccess({ document, operation, variables: {}, identity: null });
}

test("whoever has not signed in may ask who they are", () => {
  expect(askSignedOut("{ viewer { name } }")).not.toThrow();
  expect(
    askSignedOut("query { viewer { ...Parts } } fragment Parts on Viewer { name }"),
  ).not.toThrow();
});

test("and for nothing of somebody else, nor what needs a permission", () => {
  expect(askSignedOut("{ colleague { name } }")).toThrow("Sign in first.");
  expect(askSignedOut("{ viewer { wage } }")).toThrow("Sign in first.");
  expect(
    askSignedOut(
      "{ viewer { ...Parts } colleague { ...Parts } } fragment Parts on Viewer { name }",
    ),
  ).toThrow("Sign in first.");
});
