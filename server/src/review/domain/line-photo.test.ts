import { expect, test } from "vitest";
import { mediaTypeOf, photoBytesAtMost, rejectLinePhoto } from "./line-photo.ts";

const jpeg = Uint8Array.of(0xff, 0xd8, 0xff, 0xe0);
const none = { isCancelled: false, photos: 0 };

test("a picture is known by how it begins", () => {
  const riff = (kind: string) => new TextEncoder().encode(`RIFF1234${kind}VP8 `);
  expect(mediaTypeOf(jpeg)).toBe("image/jpeg");
  expect(mediaTypeOf(Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0))).toBe(
    "image/png",
  );
  expect(mediaTypeOf(riff("WEBP"))).toBe("image/webp");
  expect(mediaTypeOf(riff("WAVE"))).toBeNull();
  expect(mediaTypeOf(new TextEncoder().encode("<svg onload='alert(1)'>"))).toBeNull();
  expect(mediaTypeOf(new Uint8Array())).toBeNull();
});

test("each refusal has its reason", () => {
  const large = new Uint8Array(photoBytesAtMost + 1);
  large.set(jpeg);
  expect(rejectLinePhoto(jpeg, none)).toBeNull();
  expect(rejectLinePhoto(jpeg, { ...none, isCancelled: true })?.reason).toBe("SESSION_CANCELLED");
  expect(rejectLinePhoto(jpeg.slice(1), none)?.reason).toBe("NOT_A_PICTURE");
  expect(rejectLinePhoto(large, none)?.reason).toBe("PICTURE_TOO_LARGE");
  expect(rejectLinePhoto(jpeg, { ...none, photos: 8 })?.reason).toBe("TOO_MANY_PICTURES");
});
