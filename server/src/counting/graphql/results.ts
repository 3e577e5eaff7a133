import { createUnionType, Field, ID, ObjectType } from "type-graphql";
import { reasonsOf, rejectionOf, resultOf } from "../../shared/rejection-types.ts";
import {
  observationRejections,
  type ObservationRejectionReason,
} from "../domain/observation-rejections.ts";
import { countSessionRejections } from "../domain/reject-count-session.ts";
import type { LineKey } from "../queries/line.loader.ts";
import { sessionVerbRejections, startRejections } from "../domain/session-verb-rejections.ts";
import { CountSession } from "./objects.ts";

@ObjectType({ description: "The count is planned." })
export class CountSessionCreated {
  @Field(() => CountSession, { description: "The draft." })
  session!: CountSession;
}
export const CreateCountSessionRejected = rejectionOf("CreateCountSession", countSessionRejections);
export const CreateCountSessionResult = resultOf("CreateCountSession", [
  CountSessionCreated,
  CreateCountSessionRejected,
]);

@ObjectType({ description: "Counting has begun." })
export class CountSessionStarted {
  @Field(() => CountSession, { description: "The count." })
  session!: CountSession;
}
export const StartCountSessionRejected = rejectionOf("StartCountSession", startRejections);
export const StartCountSessionResult = resultOf("StartCountSession", [
  CountSessionStarted,
  StartCountSessionRejected,
]);

@ObjectType({ description: "The count has changed." })
export class CountSessionChanged {
  @Field(() => CountSession, { description: "The count as it is now." })
  session!: CountSession;
}
export const ChangeCountSessionRejected = rejectionOf("ChangeCountSession", sessionVerbRejections);
export const ChangeCountSessionResult = resultOf("ChangeCountSession", [
  CountSessionChanged,
  ChangeCountSessionRejected,
]);

@ObjectType({ description: "The entry is stored." })
export class ObservationRecorded {
  @Field(() => Boolean, {
    description:
      "Others have changed the line since its counter looked at it, by seenLineVersion. Nothing is overwritten.",
  })
  isBehind!: boolean;

  @Field(() => String, { description: "The id its device gave it." })
  externalId!: string;

  line!: LineKey | null;
  isBlindHere!: boolean;
}

@ObjectType({ description: "The entry had been stored before; nothing has changed." })
export class ObservationAlreadyRecorded {
  @Field(() => String, { description: "The id its device gave it." })
  externalId!: string;

  line!: LineKey | null;
  isBlindHere!: boolean;
}

@ObjectType({ description: "The entry is stored apart, for a supervisor to merge or reject." })
export class ObservationQuarantined {
  @Field(() => String, { description: "The id its device gave it." })
  externalId!: string;
}

const observationReasons = reasonsOf("Observation", observationRejections);

@ObjectType({ description: "The entry was not stored." })
export class ObservationRejected {
  @Field(() => String, { description: "The id its device gave it." })
  externalId!: string;

  @Field(() => observationReasons, { description: "The reason, for programs." })
  reason!: ObservationRejectionReason;

  @Field(() => String, { description: "The reason in one sentence, for people." })
  message!: string;
}

export const ObservationResult = createUnionType({
  name: "ObservationResult",
  description: "What became of one entry.",
  types: () =>
    [
      ObservationRecorded,
      ObservationAlreadyRecorded,
      ObservationQuarantined,
      ObservationRejected,
    ] as const,
  resolveType: (value) => value.constructor as never,
});

@ObjectType({ description: "An answer for each entry." })
export class ObservationsRecorded {
  @Field(() => [ObservationResult], { description: "In the order of the batch." })
  results!: object[];

  @Field(() => ID, { description: "The count." })
  sessionId!: string;
}
