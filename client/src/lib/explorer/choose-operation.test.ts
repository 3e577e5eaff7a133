import { parse } from "graphql";
import { expect, test } from "vitest";
import { chooseOperation } from "./choose-operation.ts";

const text =
  "query First { viewer { permissions } }\n\nsubscription Second { stockFeed { cursor } }";
const document = parse(text);

test("the operation at the cursor runs", () => {
  const cursor = text.indexOf("stockFeed");
  expect(chooseOperation(document, cursor)).toEqual({ name: "Second", kind: "subscription" });
});

test("between operations the first one runs", () => {
  const cursor = text.indexOf("\n\n") + 1;
  expect(chooseOperation(document, cursor)).toEqual({ name: "First", kind: "query" });
});

test("a document of fragments alone has nothing to run", () => {
  const fragments = parse("fragment Names on Viewer { user { name } }");
  expect(() => chooseOperation(fragments, 0)).toThrow("There is no operation to run.");
});
