import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from "type-graphql";
import { User } from "../../accounts/graphql/objects.ts";
import { userOrNull } from "../../accounts/graphql/user-or-null.ts";
import { nullIfNotFound } from "../../catalogue/graphql/node-registry.ts";
import type { RequestContext } from "../../context.ts";
import { lookerOf } from "../../counting/graphql/looker.ts";
import { CountSession } from "../../counting/graphql/objects.ts";
import { toSession } from "../../counting/graphql/to-object.ts";
import { loadSession } from "../../counting/queries/load-one.ts";
import { PageArgs } from "../../shared/connection.ts";
import { keyOf, singleKeyOf } from "../../shared/opaque-id.ts";
import { forgetDevice } from "../commands/forget-device.ts";
import { offlineSince } from "../domain/heartbeat.ts";
import { listDevices } from "../queries/list-devices.ts";
import {
  Device,
  DeviceConnection,
  DeviceForgotten,
  ForgetDeviceInput,
  ForgetDeviceRejected,
  ForgetDeviceResult,
  HeldEntries,
} from "./device-objects.ts";

@Resolver(() => Device)
export class DeviceResolver {
  @Query(() => DeviceConnection, {
    description: "Devices that have taken part in counts of a warehouse, the last heard first.",
  })
  async devices(
    @Arg("warehouseId", () => ID, { description: "The warehouse." }) id: string,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() context: RequestContext,
  ): Promise<object> {
    const warehouseId = context.requireWarehouse(singleKeyOf(id, "Warehouse"));
    return DeviceConnection.from(await listDevices(context.db, warehouseId, page), (row) =>
      Object.assign(new Device(), {
        ...row,
        warehouseId,
        offlineSince: offlineSince(row.heartbeatAt, context.now),
      }),
    );
  }

  @Mutation(() => ForgetDeviceResult, {
    description: "Takes a device off the list; it comes back when it is heard again.",
  })
  async forgetDevice(
    @Arg("input", () => ForgetDeviceInput, { description: "The device." })
    input: ForgetDeviceInput,
    @Ctx() context: RequestContext,
  ): Promise<object> {
    const warehouseId = context.requireWarehouse(singleKeyOf(input.warehouseId, "Warehouse"));
    const { deviceId } = input;
    const rejection = await forgetDevice(context.em, {
      ...{ warehouseId, userId: keyOf(input.userId, "User")[0] ?? "", deviceId },
      ...{ actorId: context.actor.userId, now: context.now },
    });
    if (!rejection) return Object.assign(new DeviceForgotten(), { deviceId });
    return ForgetDeviceRejected.because(rejection.reason, rejection.message);
  }

  @FieldResolver(() => User, { nullable: true, description: "Who uses it." })
  user(@Root() { userId }: Device, @Ctx() { em }: RequestContext): Promise<User | null> {
    return userOrNull(em, userId);
  }

  @FieldResolver(() => [HeldEntries], {
    name: "holding",
    description: "Counts for which it holds entries, the latest first.",
  })
  heldEntries(@Root() { warehouseId, holding }: Device): HeldEntries[] {
    return holding.map(({ sessionId, ...held }) =>
      Object.assign(new HeldEntries(), { ...held, warehouseId, sessionRowId: sessionId }),
    );
  }
}

@Resolver(() => HeldEntries)
export class HeldEntriesResolver {
  @FieldResolver(() => CountSession, { nullable: true, description: "The count." })
  session(
    @Root() { warehouseId, sessionRowId }: HeldEntries,
    @Ctx() context: RequestContext,
  ): Promise<CountSession | null> {
    return nullIfNotFound(async () =>
      toSession(await loadSession(context.db, warehouseId, sessionRowId), lookerOf(context)),
    );
  }
}
