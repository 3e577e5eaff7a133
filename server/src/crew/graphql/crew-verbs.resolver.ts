import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import type { RequestContext } from "../../context.ts";
import { loadSession } from "../../counting/queries/load-one.ts";
import { keyOf, warehouseKeyOf } from "../../shared/opaque-id.ts";
import { Refusal } from "../../shared/refusal.ts";
import { claimLocation } from "../commands/claim-location.ts";
import { excludeDevice } from "../commands/exclude-device.ts";
import { releaseLocation } from "../commands/release-location.ts";
import { reportPresence } from "../commands/report-presence.ts";
import { shareOutWork } from "../commands/share-out-work.ts";
import { heartbeatMs } from "../domain/heartbeat.ts";
import { rejectForceRelease } from "../domain/reject-force-release.ts";
import { seeCrew } from "../live/follow-crew.ts";
import { readShares } from "../queries/read-shares.ts";
import { placeOf } from "./crew.resolver.ts";
import * as inputs from "./inputs.ts";
import * as results from "./results.ts";
import { toClaim, toCrew, toShare } from "./to-object.ts";

const longestName = 100;

@Resolver()
export class CrewVerbsResolver {
  @Mutation(() => results.PresenceReported, {
    description:
      "A device says that it is there and what it holds back; its user's places stay theirs.",
  })
  async reportPresence(
    @Arg("input", () => inputs.ReportPresenceInput, { description: "The device." })
    input: inputs.ReportPresenceInput,
    @Ctx() context: RequestContext,
  ): Promise<results.PresenceReported> {
    const session = await sessionOf(context, input.sessionId);
    const claims = await reportPresence(context.em, context.server.doorbell, {
      ...session,
      userId: context.actor.userId,
      deviceId: nameIn(input.deviceId, "deviceId"),
      deviceName: nameIn(input.deviceName, "deviceName"),
      unsentCount: wholeNumber(input.unsentCount),
      lastScanAt: input.lastScanAt ?? null,
      appVersion: input.appVersion?.trim() ? nameIn(input.appVersion, "appVersion") : null,
      now: context.now,
    });
    return Object.assign(new results.PresenceReported(), {
      serverTime: context.now,
      heartbeatMs,
      claims: claims.map((claim) => toClaim(session.warehouseId, claim)),
    });
  }

  @Mutation(() => results.ClaimLocationResult, { description: "A counter takes a place." })
  async claimLocation(
    @Arg("input", () => inputs.ClaimLocationInput, { description: "The place." })
    input: inputs.ClaimLocationInput,
    @Ctx() context: RequestContext,
  ): Promise<object> {
    const session = await sessionOf(context, input.sessionId);
    const { now, actor } = context;
    const locationId = await placeOf(context, session.warehouseId, input.locationId);
    const deviceId = input.deviceId?.trim() || null;
    const claimed = (input.claimedAt ?? now).valueOf() + (input.clockOffsetMs ?? 0);
    const claimedAt = new Date(Math.min(claimed, now.valueOf()));
    const asked = { ...session, locationId, userId: actor.userId, deviceId, claimedAt, now };
    const takeOverReason = input.takeOverReason?.trim() || null;
    const { doorbell } = context.server;
    const outcome = await claimLocation(context.em, doorbell, { ...asked, takeOverReason });
    if ("rejection" in outcome)
      return Object.assign(new results.ClaimLocationRejected(), {
        ...outcome.rejection,
        holderId: outcome.holder?.userId ?? null,
        heldUntil: outcome.holder?.expiresAt ?? null,
      });
    const claim = toClaim(session.warehouseId, { ...asked, ...outcome });
    return Object.assign(new results.LocationClaimed(), { claim });
  }

  @Mutation(() => results.LocationReleased, { description: "A counter leaves a place." })
  async releaseLocation(
    @Arg("input", () => inputs.ReleaseLocationInput, { description: "The place." })
    input: inputs.ReleaseLocationInput,
    @Ctx() context: RequestContext,
  ): Promise<results.LocationReleased> {
    return this.#release(input, null, context);
  }

  @Mutation(() => results.ForceReleaseLocationResult, {
    description: "A supervisor frees a place, whoever holds it.",
  })
  async forceReleaseLocation(
    @Arg("input", () => inputs.ForceReleaseLocationInput, { description: "The place." })
    input: inputs.ForceReleaseLocationInput,
    @Ctx() context: RequestContext,
  ): Promise<object> {
    const no = rejectForceRelease(input.reason);
    if (no) return results.ForceReleaseLocationRejected.because(no.reason, no.message);
    return this.#release(input, input.reason.trim(), context);
  }

  async #release(
    input: inputs.ReleaseLocationInput,
    forcedBecause: string | null,
    context: RequestContext,
  ): Promise<results.LocationReleased> {
    const session = await sessionOf(context, input.sessionId);
    const wasHeld = await releaseLocation(context.em, context.server.doorbell, {
      ...session,
      locationId: await placeOf(context, session.warehouseId, input.locationId),
      actorId: context.actor.userId,
      forcedBecause,
      now: context.now,
    });
    return Object.assign(new results.LocationReleased(), { wasHeld });
  }

  @Mutation(() => results.ExcludeDeviceResult, {
    description:
      "The count may be closed without what a device still holds; what it sends later is kept apart.",
  })
  async excludeDevice(
    @Arg("input", () => inputs.ExcludeDeviceInput, { description: "The device." })
    input: inputs.ExcludeDeviceInput,
    @Ctx() context: RequestContext,
  ): Promise<object> {
    const { warehouseId, sessionId } = await sessionOf(context, input.sessionId);
    const no = await excludeDevice(context.em, context.server.doorbell, {
      warehouseId,
      sessionId,
      userId: keyOf(input.userId, "User")[0] ?? "",
      deviceId: input.deviceId.trim(),
      actorId: context.actor.userId,
      reason: input.reason.trim(),
      now: context.now,
    });
    if (no) return results.ExcludeDeviceRejected.because(no.reason, no.message);
    const { db, server } = context;
    const seen = await seeCrew(db, { warehouseId, id: sessionId, now: server.now });
    const crew = toCrew({ warehouseId, rowId: sessionId }, seen);
    return Object.assign(new results.DeviceExcluded(), { crew });
  }

  @Mutation(() => results.ShareOutWorkResult, {
    description: "Divides what nobody has visited among the assignees, in stretches of the walk.",
  })
  async shareOutWork(
    @Arg("input", () => inputs.ShareOutWorkInput, { description: "The count." })
    input: inputs.ShareOutWorkInput,
    @Ctx() context: RequestContext,
  ): Promise<object> {
    const { warehouseId, sessionId } = await sessionOf(context, input.sessionId);
    const { actor, now, server } = context;
    const request = { warehouseId, sessionId, actorId: actor.userId, now };
    const no = await shareOutWork(context.em, server.doorbell, request);
    if (no) return results.ShareOutWorkRejected.because(no.reason, no.message);
    const shares = await readShares(context.db, { warehouseId, id: sessionId });
    return Object.assign(new results.WorkSharedOut(), { shares: shares.map(toShare) });
  }
}

/** Asked for before anything else that an input names, so that an unknown count answers first. */
export async function sessionOf(context: RequestContext, id: string) {
  const { warehouseId, rowId } = warehouseKeyOf(id, "CountSession");
  context.requireWarehouse(warehouseId, "count session");
  await loadSession(context.db, warehouseId, rowId);
  return { warehouseId, sessionId: rowId };
}

function nameIn(text: string, field: string): string {
  const name = text.trim();
  if (name !== "" && name.length <= longestName) return name;
  throw new Refusal("BAD_USER_INPUT", `${field} is a text of 1 to ${longestName} characters.`);
}

function wholeNumber(count: number): number {
  if (count >= 0) return count;
  throw new Refusal("BAD_USER_INPUT", "unsentCount is 0 or more.");
}
