import { Field, ID, InputType, Int, ObjectType } from "type-graphql";
import { User } from "../../accounts/graphql/objects.ts";
import { CountSession } from "../../counting/graphql/objects.ts";
import { connectionOf } from "../../shared/connection.ts";
import { rejectionOf, resultOf } from "../../shared/rejection-types.ts";
import { DateTimeScalar } from "../../shared/scalars.ts";
import { forgetDeviceRejections, type DeviceInCount } from "../domain/device.ts";

@ObjectType({ description: "A count for which a device holds entries." })
export class HeldEntries {
  warehouseId!: number;
  sessionRowId!: number;

  @Field(() => CountSession, { nullable: true, description: "The count." })
  session!: CountSession | null;

  @Field(() => Int, { description: "How many entries the server has not seen." })
  unsentCount!: number;

  @Field(() => String, { nullable: true, description: "Why the count goes on without them." })
  excludedReason!: string | null;
}

@ObjectType({ description: "A device of one person, in all counts in which it took part." })
export class Device {
  warehouseId!: number;
  userId!: string;
  holding!: DeviceInCount[];

  @Field(() => User, { nullable: true, description: "Who uses it." })
  user!: User | null;

  @Field(() => String, { description: "The id it gave itself." })
  deviceId!: string;

  @Field(() => String, { description: "What its user calls it." })
  deviceName!: string;

  @Field(() => String, { nullable: true, description: "The app it runs; null: it does not say." })
  appVersion!: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: "When something was last scanned." })
  lastScanAt!: Date | null;

  @Field(() => DateTimeScalar, { description: "When it was last heard." })
  heartbeatAt!: Date;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: "Since when it has not been heard; null while it is.",
  })
  offlineSince!: Date | null;

  @Field(() => Int, { description: "Entries that somebody still waits for." })
  unsentCount!: number;

  @Field(() => Int, { description: "In how many counts it took part." })
  countsTotal!: number;
}
export const DeviceConnection = connectionOf("Device", () => Device);

@InputType({ description: "A device that is no longer in use." })
export class ForgetDeviceInput {
  @Field(() => ID, { description: "The warehouse." })
  warehouseId!: string;

  @Field(() => ID, { description: "Whose device." })
  userId!: string;

  @Field(() => String, { description: "Which one." })
  deviceId!: string;
}

@ObjectType({ description: "The device is off the list until it is heard again." })
export class DeviceForgotten {
  @Field(() => String, { description: "Which one." })
  deviceId!: string;
}
export const ForgetDeviceRejected = rejectionOf("ForgetDevice", forgetDeviceRejections);
export const ForgetDeviceResult = resultOf("ForgetDevice", [DeviceForgotten, ForgetDeviceRejected]);
