import { expect, test } from "vitest";
import { sentenceOf, type JobRow } from "./job.ts";

const job = {
  ...{ kind: "POST_SESSION", state: "RUNNING", done: 200, total: 1_009 },
  ...{ isCancelAsked: false, errorFacts: null },
} as JobRow;

test.each<[string, Partial<JobRow>, string]>([
  ["how far it is", {}, "200 of 1009 lines."],
  ["that it will stop", { isCancelAsked: true }, "Stopping."],
  ["what was posted", { state: "DONE" }, "1009 lines posted."],
  ["what was read", { kind: "CHECK_IMPORT", state: "DONE", total: 1 }, "1 row checked."],
  ["what was imported", { kind: "COMMIT_IMPORT", state: "DONE", total: 20 }, "20 rows done."],
  ["that it was analysed", { kind: "ANALYSE_ABC", state: "DONE" }, "The analysis is made."],
])("a long task says %s", (_what, given, sentence) => {
  expect(sentenceOf({ ...job, ...given })).toBe(sentence);
});
