import { expect, test } from "vitest";
import { decideCancelJob } from "./decide-cancel-job.ts";
import type { JobState } from "./job.ts";

test.each<[JobState, boolean, string]>([
  ["WAITING", false, "STOP"],
  ["RUNNING", false, "ASK"],
  ["RUNNING", true, "REPEATED"],
  ["CANCELLED", true, "REPEATED"],
])("a job that is %s (asked before: %s) is answered with %s", (state, isCancelAsked, kind) => {
  expect(decideCancelJob({ state, isCancelAsked })).toEqual({ kind });
});

test.each<[JobState, string]>([
  ["DONE", "JOB_DONE"],
  ["REJECTED", "JOB_ENDED"],
  ["FAILED", "JOB_ENDED"],
])("a job that is %s cannot be stopped: %s", (state, reason) => {
  expect(decideCancelJob({ state, isCancelAsked: false })).toMatchObject({ rejection: { reason } });
});
