import { expect, test, vi } from "vitest";
import { keepFollowing } from "./keep-following.ts";
import { Problem } from "./problem.ts";

const atOnce = vi.fn(() => Promise.resolve());
const fault = new Problem("internal", "Something went wrong.");
const refusal = new Problem("forbidden", "Not for you.");

function script(problems: readonly (Problem | undefined)[]) {
  let begun = 0;
  const stop = vi.fn();
  const end = keepFollowing(
    ({ onProblem }) => {
      const problem = problems[begun++];
      if (problem) queueMicrotask(() => onProblem(problem));
      return stop;
    },
    { wait: atOnce },
  );
  return { begun: () => begun, stop, end };
}

test("a feed that ends with a fault is begun anew, each time after a longer wait", async () => {
  atOnce.mockClear();
  const { begun } = script([fault, fault, undefined]);
  await vi.waitFor(() => expect(begun()).toBe(3));
  expect(atOnce.mock.calls).toEqual([[0], [1]]);
});

test("a refusal is no reason to ask again", async () => {
  const { begun, stop } = script([refusal, undefined]);
  await vi.waitFor(() => expect(stop).toHaveBeenCalled());
  expect(begun()).toBe(1);
});

test("whoever has stopped does not come back", async () => {
  const { begun, stop, end } = script([fault, undefined]);
  end();
  await vi.waitFor(() => expect(stop).toHaveBeenCalledTimes(2));
  expect(begun()).toBe(1);
});
