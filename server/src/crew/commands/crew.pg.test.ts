import "reflect-metadata";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { brokenInvariants } from "../../../test/broken-invariants.ts";
import { at, CountedWarehouse } from "../../../test/counted-warehouse.ts";
import { silentDoorbell } from "../../../test/silent-doorbell.ts";
import { openTestDatabase, type TestDatabase } from "../../../test/test-database.ts";
import { cancelCountSession } from "../../counting/commands/cancel-count-session.ts";
import { closeCountSession } from "../../counting/commands/close-count-session.ts";
import { submitCountSession } from "../../counting/commands/submit-count-session.ts";
import type { SessionRow } from "../../counting/domain/rows.ts";
import { rowsOf, sql } from "../../database/db.ts";
import { Decimal } from "../../shared/exact-decimal.ts";
import { listOwnNotices } from "../../notices/queries/list-own-notices.ts";
import { requestRecount } from "../../review/commands/request-recount.ts";
import { findNextPlace } from "../queries/find-next-place.ts";
import { readCrew } from "../queries/read-presence.ts";
import { readShares } from "../queries/read-shares.ts";
import { claimLocation, type ClaimLocation } from "./claim-location.ts";
import { excludeDevice } from "./exclude-device.ts";
import { releaseLocation } from "./release-location.ts";
import { reportPresence } from "./report-presence.ts";
import { shareOutWork } from "./share-out-work.ts";

let database: TestDatabase;
let warehouse: CountedWarehouse;
let session: SessionRow;
let shelf: number;

beforeAll(async () => {
  database = await openTestDatabase("crew");
  warehouse = await CountedWarehouse.open(database);
  for (const locationId of warehouse.stocked.places)
    await warehouse.move({ quantity: new Decimal(12), locationId, effectiveAt: at(-30) });
  shelf = warehouse.place(0);
});
beforeEach(async () => {
  session = await warehouse.openCount({ assigneeIds: [] });
});
afterEach(async () => {
  await cancelCountSession(database.orm.em, silentDoorbell, { ...request(), reason: "done" });
  expect(await brokenInvariants(database)).toEqual([]);
});
afterAll(() => database.close());

const place = () => ({ warehouseId: session.warehouseId, sessionId: session.id });
const request = (actorId = "ines") => ({ ...place(), actorId, now: at(30) });
const claim = (userId: string, given: Partial<ClaimLocation> = {}) =>
  claimLocation(database.orm.em, silentDoorbell, {
    ...place(),
    locationId: shelf,
    userId,
    claimedAt: given.now ?? at(10),
    takeOverReason: null,
    deviceId: `${userId}'s phone`,
    now: at(10),
    ...given,
  });
const beat = (userId: string, unsentCount: number, now = at(10)) =>
  reportPresence(database.orm.em, silentDoorbell, {
    ...place(),
    userId,
    deviceId: `${userId}'s phone`,
    deviceName: "Zebra 3",
    unsentCount,
    lastScanAt: null,
    now,
  });
const close = () =>
  closeCountSession(database.orm.em, silentDoorbell, { ...request(), notVisited: "LEAVE" });
const exclude = (reason: string) =>
  excludeDevice(database.orm.em, silentDoorbell, {
    ...request(),
    userId: "jonas",
    deviceId: "jonas's phone",
    reason,
  });
const kindsTold = async () =>
  (
    await rowsOf<{ kind: string }>(
      database.db,
      sql`select kind from session_event where session_id = ${session.id} order by sequence`,
    )
  ).map(({ kind }) => kind);

describe("F7: closing with 3 unsent scans on a phone", () => {
  test("is refused naming whose; exclude with a reason; the late batch lands in quarantine", async () => {
    await beat("jonas", 3);
    expect(await close()).toMatchObject({
      rejection: {
        reason: "UNSENT_ENTRIES",
        message: expect.stringContaining("jonas, Zebra 3 (3 entries)") as string,
      },
    });
    expect(await submitCountSession(database.orm.em, silentDoorbell, request())).toMatchObject({
      rejection: { reason: "UNSENT_ENTRIES" },
    });
    expect(await exclude("")).toMatchObject({ reason: "REASON_MISSING" });
    expect(await exclude("fell into the river")).toBeNull();
    expect(await exclude("again")).toMatchObject({ reason: "ALREADY_EXCLUDED" });
    expect(await close()).toMatchObject({ session: { isSubmitted: true } });
    const late = ["a", "b", "c"].map((externalId) =>
      warehouse.observation({
        externalId: `late ${session.id} ${externalId}`,
        actorId: "jonas",
        count: 1,
      }),
    );
    const kept = await warehouse.record(session, late, at(40));
    expect(kept).toMatchObject(
      Array.from({ length: 3 }, () => ({ kind: "KEPT", kept: { outcome: "QUARANTINED" } })),
    );
    expect(await kindsTold()).toContain("DEVICE_EXCLUDED");
  });

  test("control: with all sent, nothing is in the way, and an exclusion is over", async () => {
    await beat("jonas", 3);
    await exclude("flat battery");
    await beat("jonas", 0, at(11));
    await beat("jonas", 1, at(12));
    expect(await close()).toMatchObject({ rejection: { reason: "UNSENT_ENTRIES" } });
    await beat("jonas", 0, at(13));
    expect(await close()).toMatchObject({ session: { isSubmitted: true } });
  });

  test("a beat that a later one overtook hides nothing", async () => {
    await beat("jonas", 3, at(11));
    await beat("jonas", 0, at(10));
    expect(await close()).toMatchObject({ rejection: { reason: "UNSENT_ENTRIES" } });
    await beat("jonas", 0, at(12));
  });

  test("a device nobody has heard of, or that holds nothing, is not excluded", async () => {
    expect(await exclude("why not")).toMatchObject({ reason: "DEVICE_UNKNOWN" });
    await beat("jonas", 0);
    expect(await exclude("why not")).toMatchObject({ reason: "NOTHING_UNSENT" });
  });
});

describe("claims", () => {
  test("twenty at once: one has the place, the others are told who", async () => {
    const people = Array.from({ length: 20 }, (_, each) => `counter ${each}`);
    const outcomes = await Promise.all(people.map((userId) => claim(userId)));
    const winners = people.filter((_, each) => "purpose" in (outcomes[each] ?? {}));
    expect(winners).toHaveLength(1);
    const [winner] = winners;
    for (const outcome of outcomes)
      if ("rejection" in outcome)
        expect(outcome).toMatchObject({
          rejection: { reason: "HELD_BY_ANOTHER" },
          holder: { userId: winner },
        });
  });

  test("a lease lasts while the device is heard, and no longer", async () => {
    await claim("maria");
    await beat("maria", 0, at(14));
    expect(await claim("jonas", { now: at(18) })).toMatchObject({ holder: { userId: "maria" } });
    expect(await claim("jonas", { now: at(20) })).toMatchObject({ purpose: "COUNT" });
  });

  test("a take-over needs a reason, and is told", async () => {
    await claim("maria");
    expect(await claim("jonas", { takeOverReason: "she went home" })).toMatchObject({
      purpose: "COUNT",
      takenFrom: "maria",
    });
    const { claims } = await readCrew(database.db, session, at(11));
    expect(claims).toMatchObject([{ userId: "jonas", locationId: shelf }]);
    expect(await kindsTold()).toContain("CLAIM_TAKEN_OVER");
  });

  test("released by its holder, or by a supervisor with a reason", async () => {
    const release = (actorId: string, forcedBecause: string | null) =>
      releaseLocation(database.orm.em, silentDoorbell, {
        ...request(actorId),
        locationId: shelf,
        forcedBecause,
      });
    await claim("maria");
    expect(await release("jonas", null)).toBe(false);
    expect(await release("ines", "aisle is closed")).toBe(true);
    expect(await claim("jonas")).toMatchObject({ purpose: "COUNT" });
    expect(await release("jonas", null)).toBe(true);
    expect(await kindsTold()).toContain("CLAIM_FORCE_RELEASED");
  });

  test("taken offline where another was meanwhile: both stand, the second one verifies", async () => {
    await claim("jonas", { now: at(20) });
    await warehouse.record(session, [
      warehouse.observation({ actorId: "jonas", count: 12, minute: 21, locationId: shelf }),
    ]);
    const second = await claim("maria", { claimedAt: at(15), now: at(30) });
    expect(second).toMatchObject({ purpose: "VERIFY" });
    const { claims } = await readCrew(database.db, session, at(24));
    expect(claims.map(({ userId, purpose }) => [userId, purpose])).toEqual([
      ["maria", "VERIFY"],
      ["jonas", "COUNT"],
    ]);
  });

  test("a place without lines, and a count that is over, are not claimed", async () => {
    expect(await claim("maria", { locationId: 0 })).toMatchObject({
      rejection: { reason: "LOCATION_NOT_IN_COUNT" },
    });
    await close();
    expect(await claim("maria")).toMatchObject({ rejection: { reason: "SESSION_NOT_OPEN" } });
  });
});

describe("the walk", () => {
  const next = (userId: string, fromLocationId: number | null = null) =>
    findNextPlace(database.db, {
      warehouseId: session.warehouseId,
      id: session.id,
      userId,
      fromLocationId,
      now: at(11),
    });

  test("leads past where others stand, and ends when all was visited", async () => {
    const first = await next("maria");
    await claim("jonas", { locationId: first ?? 0 });
    const second = await next("maria");
    expect(second).not.toBe(first);
    expect(await next("jonas")).toBe(first);
    const counts = warehouse.stocked.places.map((locationId) =>
      warehouse.observation({ count: 12, locationId }),
    );
    await warehouse.record(session, counts);
    expect(await next("maria")).toBeNull();
  });

  test("what is to be counted again is work for whoever was asked, and never for who counted it", async () => {
    const [first = 0, second = 0] = warehouse.stocked.places;
    const counts = warehouse.stocked.places.map((locationId) =>
      warehouse.observation({ count: 12, locationId, actorId: "maria" }),
    );
    await warehouse.record(session, counts, at(10));
    await sql`insert into app_user (id, name, email, email_verified, created_at, updated_at,
        is_disabled, sees_all_warehouses)
      values ('aiko', 'Aiko', 'aiko@example.org', true, now(), now(), false, true)`.execute(
      database.ownerDb,
    );
    const ask = async (place: number, assigneeId: string | null) => {
      const { id } = await warehouse.line(session, place);
      return requestRecount(database.orm.em, silentDoorbell, {
        ...{ warehouseId: session.warehouseId, sessionId: session.id, key: `again ${place}` },
        target: { kind: "LINES", lineIds: [id] },
        ...{ assigneeId, reason: "too few", actorId: "ines", now: at(10) },
      });
    };
    await ask(first, null);
    await ask(second, "aiko");
    const told = await listOwnNotices(database.db, session.warehouseId, "aiko", {});
    expect(told.rows).toMatchObject([{ kind: "RECOUNT_ASKED", lineCount: 1, sequence: 1 }]);
    expect(await next("maria")).toBeNull();
    expect(await next("jonas")).toBe(first);
    expect(await next("aiko")).toBe(second);
    // Also when the count has been handed in.
    await submitCountSession(database.orm.em, silentDoorbell, { ...request("maria"), now: at(10) });
    expect(await claim("jonas", { locationId: first, now: at(11) })).toHaveProperty("purpose");
    const again = { count: 12, locationId: first, actorId: "jonas", minute: 11 };
    await warehouse.record(session, [warehouse.observation(again)], at(12));
    expect(await next("jonas")).toBeNull();
  });

  test("work is shared out among the assignees, and each is led to their own", async () => {
    const share = () => shareOutWork(database.orm.em, silentDoorbell, request());
    expect(await share()).toMatchObject({ reason: "NOBODY_ASSIGNED" });
    await sql`insert into count_session_assignee (warehouse_id, session_id, user_id)
      values (${session.warehouseId}, ${session.id}, 'jonas'),
        (${session.warehouseId}, ${session.id}, 'maria')`.execute(database.ownerDb);
    expect(await share()).toBeNull();
    const shares = await readShares(database.db, session);
    expect(shares.map(({ userId }) => userId)).toEqual(["jonas", "maria"]);
    const lines = shares.reduce((sum, each) => sum + each.lines, 0);
    expect(lines).toBe(session.linesTotal);
    expect(await next("jonas")).not.toBe(await next("maria"));
  });
});
