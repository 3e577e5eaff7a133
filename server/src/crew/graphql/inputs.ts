import { Field, Float, ID, InputType, Int } from "type-graphql";
import { DateTimeScalar } from "../../shared/scalars.ts";
import type { EditedPart } from "../domain/rows.ts";
import { EditedParts } from "./objects.ts";

@InputType({ description: "A device that says it is there." })
export class ReportPresenceInput {
  @Field(() => ID, { description: "The count." })
  sessionId!: string;

  @Field(() => String, { description: "The id that the device gave itself." })
  deviceId!: string;

  @Field(() => String, { description: "What its user calls it." })
  deviceName!: string;

  @Field(() => Int, { description: "How many of its user's entries it still has to send." })
  unsentCount!: number;

  @Field(() => DateTimeScalar, { nullable: true, description: "When something was last scanned." })
  lastScanAt?: Date | null;

  @Field(() => String, { nullable: true, description: "Which version of the app it runs." })
  appVersion?: string | null;
}

@InputType({ description: "A place to take." })
export class ClaimLocationInput {
  @Field(() => ID, { description: "The count." })
  sessionId!: string;

  @Field(() => ID, { description: "The place." })
  locationId!: string;

  @Field(() => String, { nullable: true, description: "With which device." })
  deviceId?: string | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: "When it was taken, by the device's clock, if it was offline; now when left out.",
  })
  claimedAt?: Date | null;

  @Field(() => Float, {
    nullable: true,
    description: "The server's clock less the device's, in milliseconds; left out if not measured.",
  })
  clockOffsetMs?: number | null;

  @Field(() => String, {
    nullable: true,
    description: "Why it is taken from whoever holds it; left out, it is not.",
  })
  takeOverReason?: string | null;
}

@InputType({ description: "A place to leave." })
export class ReleaseLocationInput {
  @Field(() => ID, { description: "The count." })
  sessionId!: string;

  @Field(() => ID, { description: "The place." })
  locationId!: string;
}

@InputType({ description: "A place to free, whoever holds it." })
export class ForceReleaseLocationInput {
  @Field(() => ID, { description: "The count." })
  sessionId!: string;

  @Field(() => ID, { description: "The place." })
  locationId!: string;

  @Field(() => String, { description: "Why." })
  reason!: string;
}

@InputType({ description: "A device to go on without." })
export class ExcludeDeviceInput {
  @Field(() => ID, { description: "The count." })
  sessionId!: string;

  @Field(() => ID, { description: "Whose entries." })
  userId!: string;

  @Field(() => String, { description: "On which device." })
  deviceId!: string;

  @Field(() => String, { description: "Why the count goes on without them." })
  reason!: string;
}

@InputType({ description: "What somebody writes into." })
export class ReportEditingInput {
  @Field(() => ID, { description: "The count." })
  sessionId!: string;

  @Field(() => ID, { nullable: true, description: "The line; left out, none any more." })
  lineId?: string | null;

  @Field(() => EditedParts, { nullable: true, description: "What of it; FOUND when left out." })
  part?: EditedPart | null;
}

@InputType({ description: "A count whose work is to be shared out." })
export class ShareOutWorkInput {
  @Field(() => ID, { description: "The count." })
  sessionId!: string;
}
