import { Field, ID, InputType, ObjectType } from "type-graphql";
import { connectionOf } from "../../shared/connection.ts";
import type { Decimal } from "../../shared/exact-decimal.ts";
import { idOf } from "../../shared/opaque-id.ts";
import { rejectionOf, resultOf } from "../../shared/rejection-types.ts";
import { DateTimeScalar, DecimalScalar } from "../../shared/scalars.ts";
import { QuantStatus } from "../../stock/graphql/objects.ts";
import type * as stock from "../../stock/domain/words.ts";
import { dismissalRejections } from "../domain/decide-dismissal.ts";
import { matchRejections } from "../domain/decide-match.ts";
import type { LooseEntryKind, LooseEntryState } from "../domain/loose-entry.ts";
import type { ObservationMode as Mode } from "../domain/words.ts";
import type { LooseEntryRow } from "../queries/list-loose-entries.ts";
import { LooseObservationKind, LooseObservationState, ObservationMode } from "./enums.ts";
import { CountLine } from "./objects.ts";

@ObjectType({
  description:
    "An entry that stands on no line: nobody knew what was seen, or it came after the count was handed in.",
})
export class LooseObservation {
  warehouseId!: number;
  recordedById!: string;
  settledById!: string | null;
  itemRowId!: number | null;
  locationRowId!: number | null;
  lineRowId!: number | null;
  /** The looker may not learn what the books say of the line it was matched with. */
  isBlindHere!: boolean;

  @Field(() => ID, { description: "Opaque: give it to match or to dismiss the entry." })
  id!: string;

  @Field(() => String, { description: "The id its device gave it." })
  externalId!: string;

  @Field(() => LooseObservationKind, { description: "Why it stands on no line." })
  kind!: LooseEntryKind;

  @Field(() => LooseObservationState, { description: "What has become of it." })
  state!: LooseEntryState;

  @Field(() => ObservationMode, { description: "What it says." })
  mode!: Mode;

  @Field(() => String, { nullable: true, description: "The scan that meant nothing." })
  rawScan!: string | null;

  @Field(() => String, { nullable: true, description: "The lot, as far as it was told." })
  lotCode!: string | null;

  @Field(() => DecimalScalar, { nullable: true, description: "How many, as it was typed." })
  quantityTyped!: string | null;

  @Field(() => String, { nullable: true, description: "The unit typed." })
  unitCode!: string | null;

  @Field(() => [String], { description: "The pieces seen." })
  serials!: string[];

  @Field(() => String, { nullable: true, description: "What its counter noted." })
  note!: string | null;

  @Field(() => String, { nullable: true, description: "The device." })
  deviceId!: string | null;

  @Field(() => DateTimeScalar, { description: "When it was seen." })
  countedAt!: Date;

  @Field(() => DateTimeScalar, { description: "When the server heard of it." })
  receivedAt!: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: "When it was matched or let go." })
  settledAt!: Date | null;

  @Field(() => String, { nullable: true, description: "Why it was let go." })
  dismissedBecause!: string | null;
}
export const LooseObservationConnection = connectionOf("LooseObservation", () => LooseObservation);

export function toLooseObservation(row: LooseEntryRow, isBlindHere: boolean): LooseObservation {
  const { id, itemId, locationId, lineId, ...shown } = row;
  return Object.assign(new LooseObservation(), {
    ...shown,
    id: idOf("Observation", row.warehouseId, id),
    itemRowId: itemId,
    locationRowId: locationId,
    lineRowId: lineId,
    isBlindHere,
  });
}

@InputType({
  description:
    "What an entry was: a line, or an item at a place; what it named itself when left out. What its counter typed stays.",
})
export class MatchObservationInput {
  @Field(() => ID, { description: "The entry." })
  observationId!: string;

  @Field(() => ID, { nullable: true, description: "The line; or name item and place." })
  lineId?: string | null;

  @Field(() => ID, { nullable: true, description: "The item, where no line is named." })
  itemId?: string | null;

  @Field(() => ID, { nullable: true, description: "The place; the entry's own when left out." })
  locationId?: string | null;

  @Field(() => String, { nullable: true, description: "The lot, for items told apart by lots." })
  lotCode?: string | null;

  @Field(() => QuantStatus, { nullable: true, description: "AVAILABLE when left out." })
  stockStatus?: stock.QuantStatus | null;

  @Field(() => DecimalScalar, { nullable: true, description: "For a scan without a number." })
  quantity?: Decimal | null;

  @Field(() => String, { nullable: true, description: "For a number without a unit." })
  unitCode?: string | null;

  @Field(() => [String], { nullable: true, description: "For pieces: which ones." })
  serials?: string[] | null;
}

@ObjectType({ description: "The entry counts on its line." })
export class ObservationMatched {
  @Field(() => CountLine, { description: "The line as it is now." })
  line!: CountLine;

  @Field(() => Boolean, { description: "It had been matched so before; nothing has changed." })
  wasMatched!: boolean;
}
export const MatchObservationRejected = rejectionOf("MatchObservation", matchRejections);
export const MatchObservationResult = resultOf("MatchObservation", [
  ObservationMatched,
  MatchObservationRejected,
]);

@InputType({ description: "An entry that belongs to nothing." })
export class DismissObservationInput {
  @Field(() => ID, { description: "The entry." })
  observationId!: string;

  @Field(() => String, { description: "Why." })
  reason!: string;
}

@ObjectType({ description: "The entry is let go; it stays where it is, and counts for nothing." })
export class ObservationDismissed {
  @Field(() => ID, { description: "The entry." })
  observationId!: string;

  @Field(() => Boolean, { description: "It had been let go before; nothing has changed." })
  wasDismissed!: boolean;
}
export const DismissObservationRejected = rejectionOf("DismissObservation", dismissalRejections);
export const DismissObservationResult = resultOf("DismissObservation", [
  ObservationDismissed,
  DismissObservationRejected,
]);
