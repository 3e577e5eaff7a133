import { describe, expect, test } from "vitest";
import { decideClaim, type ClaimFacts, type AskedClaim } from "./decide-claim.ts";

const at = (minute: number, second = 0) => new Date(Date.UTC(2026, 10, 21, 10, minute, second));
const now = at(30);
const free: ClaimFacts = {
  mayCount: true,
  isInCount: true,
  holder: null,
  countedByOthersAt: null,
};
const maria: AskedClaim = { userId: "maria", claimedAt: now, takeOverReason: null };
const held = (userId: string, expiresAt = at(33)) => ({ userId, claimedAt: at(28), expiresAt });

describe("reasons, in their order", () => {
  test.each([
    ["SESSION_NOT_OPEN", { mayCount: false, isInCount: false, holder: held("jonas") }],
    ["LOCATION_NOT_IN_COUNT", { isInCount: false, holder: held("jonas") }],
    ["HELD_BY_ANOTHER", { holder: held("jonas") }],
  ])("%s", (reason, given) => {
    expect(decideClaim(maria, { ...free, ...given }, now)).toMatchObject({
      kind: "REJECTED",
      rejection: { reason },
    });
  });

  test("who holds the place is said, so that one can walk over", () => {
    const holder = held("jonas");
    expect(decideClaim(maria, { ...free, holder }, now)).toMatchObject({ holder });
  });
});

describe("granted", () => {
  test("a free place, for five minutes", () => {
    expect(decideClaim(maria, free, now)).toEqual({
      kind: "GRANTED",
      purpose: "COUNT",
      expiresAt: at(35),
      takenFrom: null,
    });
  });

  test("a place whose holder was not heard of any more", () => {
    const facts = { ...free, holder: held("jonas", at(29, 59)) };
    expect(decideClaim(maria, facts, now)).toMatchObject({ kind: "GRANTED", purpose: "COUNT" });
  });

  test("to its holder it is renewed", () => {
    const facts = { ...free, holder: held("maria") };
    expect(decideClaim(maria, facts, now)).toEqual({ kind: "RENEWED", expiresAt: at(35) });
  });

  test("with a reason it is taken over", () => {
    const facts = { ...free, holder: held("jonas") };
    const asked = { ...maria, takeOverReason: "he went home" };
    expect(decideClaim(asked, facts, now)).toMatchObject({ kind: "GRANTED", takenFrom: "jonas" });
  });
});

describe("taken offline", () => {
  const offline = { ...maria, claimedAt: at(20) };
  const second = { kind: "GRANTED", purpose: "VERIFY" };

  test("while another held it, it becomes a second count", () => {
    expect(decideClaim(offline, { ...free, holder: held("jonas") }, now)).toMatchObject(second);
    const gone = { ...free, holder: held("jonas", at(25)) };
    expect(decideClaim(offline, gone, now)).toMatchObject(second);
  });

  test("where another has counted since, it becomes a second count", () => {
    expect(decideClaim(offline, { ...free, countedByOthersAt: at(22) }, now)).toMatchObject(second);
  });

  test("where nobody was since, it is a count like any other", () => {
    const before = { ...free, holder: held("jonas", at(10)), countedByOthersAt: at(9) };
    expect(decideClaim(offline, before, now)).toMatchObject({ purpose: "COUNT" });
    expect(decideClaim(offline, free, now)).toMatchObject({ purpose: "COUNT" });
  });

  test("a request that was only slow waits its turn", () => {
    const slow = { ...maria, claimedAt: at(29, 50) };
    const decision = decideClaim(slow, { ...free, holder: held("jonas") }, now);
    expect(decision).toMatchObject({ rejection: { reason: "HELD_BY_ANOTHER" } });
  });
});
