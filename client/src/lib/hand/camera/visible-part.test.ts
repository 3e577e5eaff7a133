import { expect, test } from "vitest";
import { decodedSize, visiblePart } from "./visible-part.ts";

const box = { width: 360, height: 240 };

test.each([
  ["a wide picture loses its sides", { width: 1280, height: 720 }, 1, [100, 0, 1080, 720]],
  ["a high picture loses top and bottom", { width: 720, height: 1280 }, 1, [0, 400, 720, 480]],
  ["one of the box's shape is whole", { width: 720, height: 480 }, 1, [0, 0, 720, 480]],
  ["magnified twice, half of it is left", { width: 720, height: 480 }, 2, [180, 120, 360, 240]],
])("%s", (_what, picture, magnified, [x, y, width, height]) => {
  expect(visiblePart(picture, box, magnified)).toEqual({ x, y, width, height });
});

test("a box that is not laid out yet shows all of it", () => {
  const picture = { width: 640, height: 480 };
  expect(visiblePart(picture, { width: 0, height: 0 })).toEqual({ x: 0, y: 0, ...picture });
});

test("a large picture is decoded smaller, and a small one as it is", () => {
  expect(decodedSize({ width: 4_000, height: 3_000 })).toEqual({ width: 1_280, height: 960 });
  expect(decodedSize({ width: 640, height: 480 })).toEqual({ width: 640, height: 480 });
});
