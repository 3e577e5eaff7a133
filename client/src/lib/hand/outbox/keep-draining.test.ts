import { expect, test, vi } from "vitest";
import { Problem } from "#lib/shared/api/problem.ts";
import { keepDraining, Wake } from "./keep-draining.ts";
import type { Drained } from "./sender.ts";

const later: Drained = {
  kind: "LATER",
  delayMs: 60_000,
  problem: new Problem("network", "Not reached."),
};

function start(script: Drained[]) {
  const wake = new Wake();
  const stop = new AbortController();
  const drained: string[] = [];
  const drain = vi.fn(async () => script.shift() ?? { kind: "EMPTY" as const });
  const onDrained = ({ kind }: Drained) => void drained.push(kind);
  const ended = keepDraining(drain, { wake, signal: stop.signal, onDrained });
  return { wake, drained, end: () => (stop.abort(), ended) };
}

test("what is new is sent at once, but not while the server is not reached", async () => {
  const { wake, drained, end } = start([{ kind: "EMPTY" }, later]);
  await vi.waitFor(() => expect(drained).toEqual(["EMPTY"]));
  wake.poke();
  await vi.waitFor(() => expect(drained).toEqual(["EMPTY", "LATER"]));
  wake.poke();
  await Promise.resolve();
  expect(drained).toHaveLength(2);
  wake.hurry();
  await vi.waitFor(() => expect(drained).toEqual(["EMPTY", "LATER", "EMPTY"]));
  await end();
});

test("a poke that comes while it drains is not lost", async () => {
  const { wake, drained, end } = start([]);
  wake.poke();
  await vi.waitFor(() => expect(drained).toEqual(["EMPTY", "EMPTY"]));
  await end();
});
