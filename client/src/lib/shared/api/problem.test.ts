import { CombinedError } from "@urql/core";
import { expect, test } from "vitest";
import { problemFrom } from "./problem.ts";

const refused = (message: string, extensions: Record<string, unknown>) =>
  problemFrom(new CombinedError({ graphQLErrors: [{ message, extensions }] }));

test("a refusal is told in the server's own words", () => {
  const problem = refused("There is no such item.", { code: "NOT_FOUND" });
  expect(problem).toMatchObject({ kind: "not-found", message: "There is no such item." });
});

test("a fault hides the server's words and names its trace", () => {
  const problem = refused("Internal error", { code: "INTERNAL", traceId: "7f3a91c2" });
  expect(problem).toMatchObject({ kind: "internal", traceId: "7f3a91c2" });
  expect(problem.message).toMatch(/^Something went wrong on the server/);
});

test("a code of a newer server is taken for a fault, never for a success", () => {
  expect(refused("New", { code: "SOMETHING_NEW" }).kind).toBe("internal");
});

test("no answer at all is the network's problem", () => {
  const problem = problemFrom(new CombinedError({ networkError: new TypeError("fetch failed") }));
  expect(problem).toMatchObject({ kind: "network", traceId: undefined });
});

test("an ended session asks to sign in again", () => {
  expect(refused("Sign in first.", { code: "UNAUTHENTICATED" }).kind).toBe("unauthenticated");
});
