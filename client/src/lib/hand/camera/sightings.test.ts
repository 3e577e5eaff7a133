import { describe, expect, test } from "vitest";
import { Sightings } from "./sightings.ts";

const middle = { x: 50, y: 50 };
const gtin = "]E05901234123457";
const inTheMiddle = (text: string) => ({ text, ...middle });

/** Frames of a camera: at which millisecond it shows what. Answers with what counts, and when. */
function watch(frames: readonly [at: number, ...codes: string[]][], sightings = new Sightings()) {
  return frames.flatMap(([at, ...codes]) => {
    const scan = sightings.see(codes.map(inTheMiddle), middle, at);
    return scan === null ? [] : [`${at} ${scan}`];
  });
}

describe("what counts of what a camera sees", () => {
  test("a code counts once, however long it is held before the camera", () => {
    const frames = Array.from({ length: 50 }, (_, at): [number, string] => [at * 100, gtin]);
    expect(watch(frames)).toEqual([`0 ${gtin}`]);
  });

  test("it counts again after 800 ms out of view, and not before", () => {
    expect(watch([[0, gtin], [100], [799, gtin]])).toEqual([`0 ${gtin}`]);
    expect(watch([[0, gtin], [100], [800, gtin]])).toEqual([`0 ${gtin}`, `800 ${gtin}`]);
  });

  test("a frame that misses it now and then does not count it twice", () => {
    const frames: [number, ...string[]][] = [[0, gtin], [300], [600, gtin], [900], [1_300, gtin]];
    expect(watch(frames)).toEqual([`0 ${gtin}`]);
  });

  test("another code counts at once, and the first does not count again behind it", () => {
    const other = "]C1010590123412345710L1";
    const frames: [number, string][] = [
      [0, gtin],
      [100, other],
      [200, gtin],
      [300, other],
    ];
    expect(watch(frames)).toEqual([`0 ${gtin}`, `100 ${other}`]);
  });

  test("of two labels in view, the one nearest to the middle is meant", () => {
    const beside = { text: "]C0BESIDE", x: 90, y: 50 };
    const meant = { text: "]C0MEANT", x: 55, y: 45 };
    expect(new Sightings().see([beside, meant], middle, 0)).toBe("]C0MEANT");
  });

  test("a code that can be read in part counts when a second frame says the same", () => {
    expect(
      watch([
        [0, "]I00829220875"],
        [100, "]I00829220875"],
      ]),
    ).toEqual(["100 ]I00829220875"]);
    expect(
      watch([
        [0, "]I0082922"],
        [100, "]I00829220875"],
        [900, "]A0ABC"],
      ]),
    ).toEqual([]);
  });

  test("what is still in view when a person has decided does not ask again", () => {
    const sightings = new Sightings();
    expect(watch([[0, gtin]], sightings)).toEqual([`0 ${gtin}`]);
    sightings.lookAgain(20_000);
    expect(watch([[20_050, gtin]], sightings)).toEqual([]);
    // It was put away in the meantime: the time out of view begins when the camera looks again.
    sightings.lookAgain(40_000);
    expect(watch([[40_100], [40_900, gtin]], sightings)).toEqual([`40900 ${gtin}`]);
  });
});
