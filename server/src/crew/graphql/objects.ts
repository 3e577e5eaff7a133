import { Field, ID, Int, ObjectType, registerEnumType } from "type-graphql";
import { User } from "../../accounts/graphql/objects.ts";
import { Location } from "../../catalogue/graphql/objects.ts";
import { DateTimeScalar } from "../../shared/scalars.ts";
import type { ClaimPurpose } from "../domain/decide-claim.ts";
import type { EditedPart } from "../domain/rows.ts";

export const ClaimPurposes = { COUNT: "COUNT", VERIFY: "VERIFY" } as const;
registerEnumType(ClaimPurposes, {
  name: "ClaimPurpose",
  description: "What a counter does at a claimed place.",
  valuesConfig: {
    COUNT: { description: "Counts it." },
    VERIFY: {
      description:
        "Counts it a second time, to be compared: another was there meanwhile. Send entries with mode VERIFY.",
    },
  },
});

@ObjectType({
  description: "A place that a counter has taken, for as long as the device is heard.",
})
export class LocationClaim {
  warehouseId!: number;
  locationRowId!: number;
  userId!: string;

  @Field(() => User, { nullable: true, description: "Who took it." })
  user!: User | null;

  @Field(() => Location, { nullable: true, description: "The place." })
  location!: Location | null;

  @Field(() => ClaimPurposes, { description: "What for." })
  purpose!: ClaimPurpose;

  @Field(() => String, { nullable: true, description: "With which device." })
  deviceId!: string | null;

  @Field(() => DateTimeScalar, { description: "Since when." })
  claimedAt!: Date;

  @Field(() => DateTimeScalar, { description: "Until when, if the device is not heard any more." })
  expiresAt!: Date;
}

@ObjectType({ description: "A counter's device in a count." })
export class CounterPresence {
  userId!: string;

  @Field(() => User, { nullable: true, description: "Who uses it." })
  user!: User | null;

  @Field(() => String, { description: "The id it gave itself." })
  deviceId!: string;

  @Field(() => String, { description: "What its user calls it." })
  deviceName!: string;

  @Field(() => Int, { description: "How many entries it holds that the server has not seen." })
  unsentCount!: number;

  @Field(() => DateTimeScalar, { nullable: true, description: "When something was last scanned." })
  lastScanAt!: Date | null;

  @Field(() => DateTimeScalar, { description: "When it was last heard." })
  heartbeatAt!: Date;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: "Since when it has not been heard; null while it is.",
  })
  offlineSince!: Date | null;

  @Field(() => String, {
    nullable: true,
    description: "Why the count goes on without what it holds; null where it does not.",
  })
  excludedReason!: string | null;
}

export const EditedParts = { FOUND: "FOUND", INVESTIGATION: "INVESTIGATION" } as const;
registerEnumType(EditedParts, {
  name: "EditedPart",
  description: "What of a line somebody writes into.",
  valuesConfig: {
    FOUND: { description: "The quantity that was found." },
    INVESTIGATION: { description: "Why it differs." },
  },
});

@ObjectType({ description: "Somebody writes into a line at this moment." })
export class LineEditing {
  userId!: string;

  @Field(() => User, { nullable: true, description: "Who." })
  user!: User | null;

  @Field(() => ID, { description: "Into which line." })
  lineId!: string;

  @Field(() => EditedParts, { description: "Into what of it." })
  part!: EditedPart;
}

@ObjectType({ description: "Who takes part in a count at this moment." })
export class Crew {
  @Field(() => ID, { description: "The count." })
  sessionId!: string;

  @Field(() => [CounterPresence], { description: "The devices that have taken part." })
  devices!: CounterPresence[];

  @Field(() => [LocationClaim], { description: "The places that are taken." })
  claims!: LocationClaim[];

  @Field(() => [LineEditing], { description: "Who writes into which line; each into one." })
  editing!: LineEditing[];
}

@ObjectType({ description: "The part of the work that is one person's." })
export class WorkShare {
  userId!: string;

  @Field(() => User, { nullable: true, description: "Whose it is." })
  user!: User | null;

  @Field(() => Int, { description: "How many places." })
  locations!: number;

  @Field(() => Int, { description: "How many lines lie there." })
  lines!: number;

  @Field(() => Int, { description: "How many of them nobody has visited." })
  notVisited!: number;
}

@ObjectType({ description: "How many people count." })
export class CountersOnline {
  @Field(() => Int, { description: "Those who are heard at this moment." })
  online!: number;

  @Field(() => Int, { description: "All who have taken part." })
  total!: number;
}
