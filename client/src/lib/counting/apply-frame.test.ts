import fc from "fast-check";
import { expect, test } from "vitest";
import { applyFrame, newerOf, type FeedPlace } from "./apply-frame.ts";
import type { CountLine, Frame } from "./count-session.ts";
import { frameOf, lineNamed } from "./scripted-session.ts";

const start: FeedPlace = { cursor: "after-0", lastSequence: undefined };

/** What a follower has in the end: its place, the numbers it was told, and its lines. */
function follow(frames: readonly Frame[], { isCheckingNumbers = true } = {}) {
  let place = start;
  const told: number[] = [];
  const lines = new Map<string, CountLine>();
  for (const frame of frames) {
    const at = isCheckingNumbers ? place : { ...place, lastSequence: undefined };
    const applied = applyFrame(at, frame);
    if (!applied) throw new Error("a hole");
    place = applied.place;
    told.push(...applied.events.map(({ sequence }) => sequence));
    for (const line of frame.lines) lines.set(line.id, newerOf(lines.get(line.id), line));
  }
  return {
    place,
    told,
    lines: [...lines.values()].map(({ id, version }) => `${id} ${version}`).sort(),
  };
}

/** A history of events, each about one of five lines, as frames cut where one likes. */
const history = fc
  .array(fc.record({ line: fc.nat(4), isCut: fc.boolean() }), { minLength: 1, maxLength: 60 })
  .map((steps) => {
    const versions = new Map<number, number>();
    return steps.map(({ line, isCut }, at) => {
      const version = (versions.get(line) ?? 0) + 1;
      versions.set(line, version);
      return { sequence: at + 1, line: lineNamed(`L${line}`, { version }), isCut };
    });
  });

type Steps = typeof history extends fc.Arbitrary<infer Kind> ? Kind : never;

function framesOf(steps: Steps, cutAfter: (step: Steps[number]) => boolean): Frame[] {
  const frames: Frame[] = [];
  let gathered: Steps = [];
  for (const step of steps) {
    gathered.push(step);
    if (!cutAfter(step) && step !== steps.at(-1)) continue;
    const newest = new Map(gathered.map(({ line }) => [line.id, line]));
    const numbers = gathered.map(({ sequence }) => sequence);
    frames.push(frameOf(numbers, { lines: [...newest.values()] }));
    gathered = [];
  }
  return frames;
}

/** Each break tells some of the last frames once more. */
function withRepeats(frames: readonly Frame[], breaks: readonly number[]): Frame[] {
  return frames.flatMap((frame, at) => {
    const again = Math.min(breaks[at % breaks.length] ?? 0, at);
    return [...frames.slice(at - again, at), frame];
  });
}

test("however a history is cut into frames, and told again after breaks, it ends equal", () => {
  fc.assert(
    fc.property(history, fc.array(fc.nat(3), { minLength: 1 }), (steps, breaks) => {
      const whole = follow(framesOf(steps, () => false));
      const cut = follow(
        withRepeats(
          framesOf(steps, ({ isCut }) => isCut),
          breaks,
        ),
      );
      expect(cut).toEqual(whole);
      expect(cut.told).toEqual(steps.map(({ sequence }) => sequence));
    }),
  );
});

test("control: a follower that does not look at the numbers is told events twice", () => {
  const frames = [frameOf([1]), frameOf([2]), frameOf([1]), frameOf([2, 3])];
  expect(follow(frames).told).toEqual([1, 2, 3]);
  expect(follow(frames, { isCheckingNumbers: false }).told).not.toEqual([1, 2, 3]);
});

test("a missing event is noticed, before a frame and inside one", () => {
  const place = { cursor: "after-2", lastSequence: 2 };
  expect(applyFrame(place, frameOf([4]))).toBeUndefined();
  expect(applyFrame(place, frameOf([3, 5]))).toBeUndefined();
  expect(applyFrame(place, frameOf([3, 4]))?.place.lastSequence).toBe(4);
});

test("the first number after a snapshot is taken as it comes", () => {
  expect(applyFrame(start, frameOf([900]))?.place).toEqual({
    cursor: "after-900",
    lastSequence: 900,
  });
});

test("a frame that tells nothing new leaves the cursor where it is", () => {
  const place = { cursor: "after-7", lastSequence: 7 };
  expect(applyFrame(place, frameOf([6, 7], { cursor: "old" }))).toEqual({
    place,
    events: [],
    isOld: true,
  });
});
