import { Field, Int, ObjectType } from "type-graphql";
import { User } from "../../accounts/graphql/objects.ts";
import { reasonsOf, rejectionOf, resultOf } from "../../shared/rejection-types.ts";
import { DateTimeScalar } from "../../shared/scalars.ts";
import { claimRejections, type ClaimRejectionReason } from "../domain/decide-claim.ts";
import { exclusionRejections } from "../domain/reject-exclusion.ts";
import { forceReleaseRejections } from "../domain/reject-force-release.ts";
import { sharingRejections } from "../domain/reject-sharing.ts";
import { Crew, LocationClaim, WorkShare } from "./objects.ts";

@ObjectType({ description: "The device was heard." })
export class PresenceReported {
  @Field(() => DateTimeScalar, {
    description: "The server's clock, for the device to measure its own by.",
  })
  serverTime!: Date;

  @Field(() => Int, { description: "After how many milliseconds to report again." })
  heartbeatMs!: number;

  @Field(() => [LocationClaim], { description: "The places its user holds." })
  claims!: LocationClaim[];
}

@ObjectType({ description: "Others are told." })
export class EditingReported {
  @Field(() => Int, { description: "After how many milliseconds to say so again." })
  heartbeatMs!: number;
}

@ObjectType({ description: "The place is taken." })
export class LocationClaimed {
  @Field(() => LocationClaim, { description: "The claim." })
  claim!: LocationClaim;
}

const claimReasons = reasonsOf("ClaimLocation", claimRejections);

@ObjectType({ description: "Why the place was not taken." })
export class ClaimLocationRejected {
  holderId!: string | null;

  @Field(() => claimReasons, { description: "The reason, for programs." })
  reason!: ClaimRejectionReason;

  @Field(() => String, { description: "The reason in one sentence, for people." })
  message!: string;

  @Field(() => User, { nullable: true, description: "Who holds it." })
  heldBy!: User | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: "Until when, if not heard any more.",
  })
  heldUntil!: Date | null;
}
export const ClaimLocationResult = resultOf("ClaimLocation", [
  LocationClaimed,
  ClaimLocationRejected,
]);

@ObjectType({ description: "The place is free." })
export class LocationReleased {
  @Field(() => Boolean, { description: "False where nobody held it." })
  wasHeld!: boolean;
}
export const ForceReleaseLocationRejected = rejectionOf(
  "ForceReleaseLocation",
  forceReleaseRejections,
);
export const ForceReleaseLocationResult = resultOf("ForceReleaseLocation", [
  LocationReleased,
  ForceReleaseLocationRejected,
]);

@ObjectType({ description: "The count goes on without what the device holds." })
export class DeviceExcluded {
  @Field(() => Crew, { description: "Who takes part now." })
  crew!: Crew;
}
export const ExcludeDeviceRejected = rejectionOf("ExcludeDevice", exclusionRejections);
export const ExcludeDeviceResult = resultOf("ExcludeDevice", [
  DeviceExcluded,
  ExcludeDeviceRejected,
]);

@ObjectType({ description: "What nobody has visited is divided." })
export class WorkSharedOut {
  @Field(() => [WorkShare], { description: "Everybody's part." })
  shares!: WorkShare[];
}
export const ShareOutWorkRejected = rejectionOf("ShareOutWork", sharingRejections);
export const ShareOutWorkResult = resultOf("ShareOutWork", [WorkSharedOut, ShareOutWorkRejected]);
