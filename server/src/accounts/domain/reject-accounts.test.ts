import { describe, expect, it } from "vitest";
import { rejectAcceptance } from "./accept-invitation.ts";
import { createApiKeyMessages, rejectNewApiKey } from "./create-api-key.ts";
import type { Identity } from "./identity.ts";
import { inviteUserMessages, rejectInvite } from "./invite-user.ts";
import { rejectSetUp, setUpMessages } from "./set-up-installation.ts";
import { rejectUserChange } from "./update-user.ts";

const now = new Date("2026-11-20T12:00:00.000Z");
const later = new Date("2026-11-21T12:00:00.000Z");
const password = "count-the-shelf";

/** Mends the first fault after another: each reason must come up in the order of the list. */
function reasonsInOrder<Input>(
  faulty: Input,
  repairs: Partial<Input>[],
  reject: (input: Input) => string | null,
): (string | null)[] {
  let input = faulty;
  const reasons = [reject(input)];
  for (const repair of repairs) reasons.push(reject((input = { ...input, ...repair })));
  return reasons;
}

it("setting up names its reasons in their order", () => {
  const faulty = {
    needsSetUp: false,
    name: "",
    email: "ada",
    password: "short",
    warehouseCode: "",
    warehouseName: "Main",
    timeZone: "+01:00",
    currency: "QQQ",
  };
  const repairs = [
    { needsSetUp: true },
    { name: "Ada" },
    { email: "ada@tallyroom.example" },
    { password: "a".repeat(129) },
    { password },
    { warehouseCode: "MAIN" },
    { timeZone: "Europe/Berlin" },
    { currency: "EUR" },
  ];
  expect(reasonsInOrder(faulty, repairs, (input) => rejectSetUp(input, input.needsSetUp))).toEqual([
    ...Object.keys(setUpMessages),
    null,
  ]);
});

it("inviting names its reasons in their order", () => {
  const faulty = {
    email: "maria",
    name: "",
    roleCodes: ["emperor"],
    seesAllWarehouses: false,
    warehouseIds: [] as number[],
    isEmailTaken: true,
  };
  const repairs = [
    { email: "maria@tallyroom.example" },
    { name: "Maria" },
    { roleCodes: [] },
    { roleCodes: ["counter"] },
    { warehouseIds: [1] },
    { isEmailTaken: false },
  ];
  const reject = (input: typeof faulty) =>
    rejectInvite(input, { roleCodes: ["counter"], isEmailTaken: input.isEmailTaken });
  expect(reasonsInOrder(faulty, repairs, reject)).toEqual([
    ...Object.keys(inviteUserMessages),
    null,
  ]);
});

it("making a key names its reasons in their order", () => {
  const owner: Identity = {
    userId: "ines",
    name: "Ines",
    credential: { kind: "session", id: "s" },
    permissions: new Set(["view:stock"]),
    warehouseIds: new Set([1]),
  };
  const faulty = {
    name: "",
    permissions: ["fly:away"],
    seesAllWarehouses: false,
    warehouseIds: [2] as (number | null)[],
    expiresAt: now,
  };
  const repairs = [
    { name: "Scales" },
    { permissions: ["manage:users"] },
    { permissions: [] },
    { permissions: ["view:stock"] },
    { expiresAt: later },
    { warehouseIds: [1] },
  ];
  const reject = (input: typeof faulty) => rejectNewApiKey(input, owner, now);
  expect(reasonsInOrder(faulty, repairs, reject)).toEqual([
    ...Object.keys(createApiKeyMessages),
    null,
  ]);
  const sound = { ...faulty, name: "Scales", permissions: ["view:stock"], expiresAt: later };
  expect(reject({ ...sound, warehouseIds: [null] })).toBe("WAREHOUSE_NOT_OWNED");
  expect(reject({ ...sound, warehouseIds: [], seesAllWarehouses: true })).toBe(
    "WAREHOUSE_NOT_OWNED",
  );
});

describe("an invitation", () => {
  const sent = { expiresAt: later, acceptedAt: null, revokedAt: null, isEmailTaken: false };
  const acceptance = { name: "Maria", password };
  it.each([
    ["that nobody sent", null, acceptance, "INVITATION_NOT_USABLE"],
    ["accepted before", { ...sent, acceptedAt: now }, acceptance, "INVITATION_NOT_USABLE"],
    ["taken back", { ...sent, revokedAt: now }, acceptance, "INVITATION_NOT_USABLE"],
    ["too old to the instant", { ...sent, expiresAt: now }, acceptance, "INVITATION_NOT_USABLE"],
    ["to a taken address", { ...sent, isEmailTaken: true }, acceptance, "INVITATION_NOT_USABLE"],
    ["without a name", sent, { name: "", password: "" }, "NAME_MISSING"],
    ["with a short password", sent, { name: "Maria", password: "a" }, "PASSWORD_TOO_SHORT"],
    ["in order", sent, acceptance, null],
  ])("%s", (_sentence, invitation, given, expected) => {
    expect(rejectAcceptance(invitation, given, now)).toBe(expected);
  });
});

describe("the last administrator", () => {
  const last = { roleCodes: ["administrator"], isDisabled: false, otherAdministratorCount: 0 };
  const roles = ["administrator", "viewer"];
  it.each([
    ["cannot be disabled", { isDisabled: true }, last, "LAST_ADMINISTRATOR"],
    ["cannot take another role", { roleCodes: ["viewer"] }, last, "LAST_ADMINISTRATOR"],
    ["can take a second role", { roleCodes: roles }, last, null],
    ["can be renamed", { name: "Ada" }, last, null],
    [
      "can go when there is another",
      { isDisabled: true },
      { ...last, otherAdministratorCount: 1 },
      null,
    ],
    ["is told of an unknown role first", { roleCodes: ["emperor"] }, last, "ROLE_UNKNOWN"],
    ["is told of a missing role first", { roleCodes: [] }, last, "NO_ROLE"],
    ["is told of a missing name first", { name: "", roleCodes: [] }, last, "NAME_MISSING"],
  ])("%s", (_sentence, change, before, expected) => {
    expect(rejectUserChange(change, before, roles)).toBe(expected);
  });
});
