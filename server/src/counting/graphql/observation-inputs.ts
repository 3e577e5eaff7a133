import { Field, Float, ID, InputType, Int } from "type-graphql";
import type { Decimal } from "../../shared/exact-decimal.ts";
import { DateTimeScalar, DecimalScalar } from "../../shared/scalars.ts";
import { QuantStatus } from "../../stock/graphql/objects.ts";
import type * as stock from "../../stock/domain/words.ts";
import type * as words from "../domain/words.ts";
import { ObservationMode, TimeSource } from "./enums.ts";

@InputType({ description: "The entry that is taken back." })
export class VoidedObservationInput {
  @Field(() => ID, { nullable: true, description: "Whose; your own when left out." })
  userId?: string | null;

  @Field(() => String, { description: "The id its device gave it." })
  externalId!: string;
}

@InputType({ description: "What one person saw at one instant." })
export class ObservationInput {
  @Field(() => String, {
    description: "The device's own id of this entry: sending it again changes nothing.",
  })
  externalId!: string;

  @Field(() => ObservationMode, { description: "What it says about its line." })
  mode!: words.ObservationMode;

  @Field(() => ID, { nullable: true, description: "The line; or name item and place." })
  lineId?: string | null;

  @Field(() => ID, { nullable: true, description: "The item, where no line is named." })
  itemId?: string | null;

  @Field(() => ID, { nullable: true, description: "The place, where no line is named." })
  locationId?: string | null;

  @Field(() => String, { nullable: true, description: "The lot, for items told apart by lots." })
  lotCode?: string | null;

  @Field(() => QuantStatus, { nullable: true, description: "AVAILABLE when left out." })
  stockStatus?: stock.QuantStatus | null;

  @Field(() => String, {
    nullable: true,
    description:
      "A scan that means nothing to the device. The radio tag of a piece counts that piece.",
  })
  rawScan?: string | null;

  @Field(() => DecimalScalar, {
    nullable: true,
    description: "How many, in the unit named; 0 is a count. Left out for pieces told by serial.",
  })
  quantity?: Decimal | null;

  @Field(() => String, {
    nullable: true,
    description: "The unit typed; the item's own when left out. Packs are converted exactly.",
  })
  unitCode?: string | null;

  @Field(() => [String], {
    nullable: true,
    description: "The pieces seen, by serial or by radio tag.",
  })
  serials?: string[] | null;

  @Field(() => String, { nullable: true, description: "Why it was not counted." })
  reason?: string | null;

  @Field(() => String, { nullable: true, description: "Anything worth telling." })
  note?: string | null;

  @Field(() => VoidedObservationInput, { nullable: true, description: "For VOID alone." })
  voids?: VoidedObservationInput | null;

  @Field(() => DateTimeScalar, { description: "When it was seen, by the clock named." })
  countedAt!: Date;

  @Field(() => TimeSource, { nullable: true, description: "DEVICE when left out." })
  timeSource?: "DEVICE" | "WRITTEN" | null;

  @Field(() => Float, {
    nullable: true,
    description: "The server's clock less the device's, in milliseconds; left out if not measured.",
  })
  clockOffsetMs?: number | null;

  @Field(() => Int, {
    nullable: true,
    description:
      "The version of the line as its counter saw it, to be told if others were there since.",
  })
  seenLineVersion?: number | null;

  @Field(() => String, { nullable: true, description: "The device." })
  deviceId?: string | null;

  @Field(() => ID, {
    nullable: true,
    description:
      "Who has counted, where somebody else types it in; whoever sends it when left out. Keep it when sending again.",
  })
  countedById?: string | null;

  @Field(() => ID, {
    nullable: true,
    description:
      "The sheet of paper that it was written on; a line that is named must stand on it. Without one, as ADD, it was found beside its lines.",
  })
  sheetId?: string | null;
}

@InputType({ description: "Entries of one count, each judged by itself." })
export class RecordObservationsInput {
  @Field(() => ID, { description: "The count." })
  sessionId!: string;

  @Field(() => [ObservationInput], { description: "The entries, at most 200." })
  observations!: ObservationInput[];
}
