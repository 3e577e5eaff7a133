import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Problem } from "#lib/shared/api/problem.ts";
import type { FeedItem } from "./count-session.ts";
import { gentleSource } from "./gentle-source.ts";
import type { FeedListener, SessionSource } from "./session-source.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const resync: FeedItem = { __typename: "ResyncRequired", reason: "TOO_FAR_BEHIND" };

function follow() {
  const heard: string[] = [];
  let isBusy = false;
  let speak!: FeedListener;
  const source = { follow: (_: string, listener: FeedListener) => ((speak = listener), () => {}) };
  const unfollow = gentleSource(source as unknown as SessionSource, () => isBusy).follow("c", {
    onItem: () => heard.push("item"),
    onProblem: () => heard.push("problem"),
  });
  return { heard, speak, unfollow, scroll: (is: boolean) => (isBusy = is) };
}

test("while the page rests, everything is heard at once", () => {
  const { heard, speak } = follow();
  speak.onItem(resync);
  expect(heard).toEqual(["item"]);
});

test("while somebody scrolls, what arrives is gathered for half a second and no longer", () => {
  const { heard, speak, scroll } = follow();
  scroll(true);
  speak.onItem(resync);
  vi.advanceTimersByTime(250);
  speak.onItem(resync);
  vi.advanceTimersByTime(249);
  expect(heard).toEqual([]);
  vi.advanceTimersByTime(1);
  expect(heard).toEqual(["item", "item"]);
});

test("the next that arrives at rest brings what was gathered, in its order", () => {
  const { heard, speak, scroll } = follow();
  scroll(true);
  speak.onItem(resync);
  scroll(false);
  speak.onItem(resync);
  expect(heard).toEqual(["item", "item"]);
  vi.advanceTimersByTime(1_000);
  expect(heard).toHaveLength(2);
});

test("a problem comes after what was gathered; who no longer follows hears nothing", () => {
  const { heard, speak, scroll, unfollow } = follow();
  scroll(true);
  speak.onItem(resync);
  speak.onProblem(new Problem("network", "The network is gone."));
  expect(heard).toEqual(["item", "problem"]);
  speak.onItem(resync);
  unfollow();
  vi.advanceTimersByTime(1_000);
  expect(heard).toHaveLength(2);
});
