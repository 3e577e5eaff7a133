import { Field, ID, InputType, Int, ObjectType } from "type-graphql";
import { Item, Location } from "../../catalogue/graphql/objects.ts";
import { enumOf } from "../../counting/graphql/enums.ts";
import { CountLine } from "../../counting/graphql/objects.ts";
import type { Decimal } from "../../shared/exact-decimal.ts";
import { rejectionOf, resultOf } from "../../shared/rejection-types.ts";
import { DateTimeScalar, DecimalScalar } from "../../shared/scalars.ts";
import {
  investigationRejections,
  type Fix,
  type InvestigationRow,
} from "../domain/investigation.ts";
import type { ParetoGrouping as Grouping } from "../domain/pareto-grouping.ts";
import type { CauseKind } from "../domain/suggest-causes.ts";
import { varianceReasonRejections } from "../domain/variance-reason.ts";

export const VarianceFix = enumOf<Fix>("VarianceFix", "What was done about a variance.", {
  CONFIRMED_CONSUMPTION: "It was used, and that is on paper now.",
  MOVED_TO_RIGHT_PLACE: "It was moved to where it belongs.",
  MOVED_TO_DISCREPANCY_LOCATION: "It was moved to where differences wait.",
  RETURNED_TO_STOCK: "It was put back into stock.",
});
export const SuggestedCauseKind = enumOf<CauseKind>(
  "SuggestedCauseKind",
  "What speaks for a cause.",
  {
    SERIAL_ELSEWHERE: "A piece that is missing here was seen or is booked in another place.",
    LATE_OR_OPEN_MOVE: "A move of just this quantity was booked around the time of counting.",
    OPPOSITE_VARIANCE: "The same stock differs the other way in another place: a move of both.",
    PACK_MULTIPLE: "The variance is a whole number of packs.",
    TRANSPOSED_DIGITS: "Two digits that stand together have changed places.",
    WRONG_BEFORE: "An earlier count found the same item wrong in the same place.",
  },
);
export const ParetoGrouping = enumOf<Grouping>(
  "ParetoGrouping",
  "What variances are gathered by.",
  {
    CAUSE: "The reason found; null for what nobody has explained.",
    PLACE: "The place.",
    ITEM: "The item.",
    CATEGORY: "The category; null for items without one.",
  },
);

@ObjectType("VarianceReason", { description: "Why a variance came to be." })
export class VarianceReasonObject {
  @Field(() => String, { description: "What programs call it; never changed." })
  code!: string;

  @Field(() => String, { description: "What people call it." })
  name!: string;

  @Field(() => Boolean, { description: "May be chosen." })
  isActive!: boolean;
}

@ObjectType({ description: "What somebody found out about a line; later revisions replace it." })
export class InvestigationRevision {
  recordedById!: string;

  @Field(() => Int, { description: "1, 2, 3, …; the greatest is what is known." })
  revision!: number;

  @Field(() => String, { nullable: true, description: "The code of the reason." })
  reasonCode!: string | null;

  @Field(() => String, { nullable: true, description: "In words." })
  notes!: string | null;

  @Field(() => VarianceFix, { nullable: true, description: "What was done about it." })
  fix!: Fix | null;

  @Field(() => DateTimeScalar, { description: "When." })
  recordedAt!: Date;
}

export function toRevision(row: InvestigationRow): InvestigationRevision {
  const { recordedById, revision, reasonCode, notes, fix, recordedAt } = row;
  const shown = { recordedById, revision, reasonCode, notes, fix, recordedAt };
  return Object.assign(new InvestigationRevision(), shown);
}

@ObjectType("SuggestedCause", {
  description: "A cause to look at, with what speaks for it; what does not apply is null.",
})
export class SuggestedCauseObject {
  @Field(() => SuggestedCauseKind, { description: "What speaks for it." })
  kind!: CauseKind;

  @Field(() => String, { description: "The code of the reason that it would be." })
  reasonCode!: string;

  @Field(() => Int, { description: "1 to 100; the likeliest comes first." })
  score!: number;

  @Field(() => DecimalScalar, {
    nullable: true,
    description: "Of the move, of the pair, in packs, as it was meant, or as it was before.",
  })
  quantity!: Decimal | null;

  @Field(() => CountLine, { nullable: true, description: "The other line of a pair." })
  line!: CountLine | null;

  @Field(() => Location, { nullable: true, description: "The other place." })
  location!: Location | null;

  @Field(() => Int, { nullable: true, description: "The move, by its position in the ledger." })
  moveSequence!: number | null;

  @Field(() => String, { nullable: true, description: "The paper of the move." })
  reference!: string | null;

  @Field(() => String, { nullable: true, description: "The pack." })
  unitCode!: string | null;

  @Field(() => String, { nullable: true, description: "The piece." })
  serial!: string | null;

  @Field(() => Int, { nullable: true, description: "The number of the earlier count." })
  sessionNumber!: number | null;
}

@ObjectType("VarianceParetoBar", { description: "What one cause, place, item or category makes." })
export class VarianceParetoBar {
  @Field(() => String, { nullable: true, description: "The code of the reason." })
  reasonCode!: string | null;

  @Field(() => Location, { nullable: true, description: "The place." })
  location!: Location | null;

  @Field(() => Item, { nullable: true, description: "The item." })
  item!: Item | null;

  @Field(() => String, { nullable: true, description: "The category." })
  categoryName!: string | null;

  @Field(() => Int, { description: "How many lines differ." })
  lines!: number;

  @Field(() => DecimalScalar, { description: "Values of the variances without their signs." })
  valueGross!: string;

  @Field(() => DecimalScalar, { description: "With their signs." })
  valueNet!: string;

  @Field(() => Int, { description: "Lines of which no cost is known; the values leave them out." })
  withoutCost!: number;

  @Field(() => DecimalScalar, {
    nullable: true,
    description: "Percent of the gross value of all bars, up to this one.",
  })
  cumulativePercent!: string | null;
}

@InputType({ description: "A reason to make, or to change by its code." })
export class SaveVarianceReasonInput {
  @Field(() => String, { description: "Its code, such as UNIT_SLIP." })
  code!: string;

  @Field(() => String, { description: "What people call it." })
  name!: string;

  @Field(() => Boolean, { description: "May be chosen." })
  isActive!: boolean;
}

@ObjectType({ description: "The reason is saved." })
export class VarianceReasonSaved {
  @Field(() => VarianceReasonObject, { description: "The reason." })
  reason!: VarianceReasonObject;
}
export const SaveVarianceReasonRejected = rejectionOf(
  "SaveVarianceReason",
  varianceReasonRejections,
);
export const SaveVarianceReasonResult = resultOf("SaveVarianceReason", [
  VarianceReasonSaved,
  SaveVarianceReasonRejected,
]);

@InputType({ description: "What somebody found out about a line, whole." })
export class RecordInvestigationInput {
  @Field(() => ID, { description: "The line." })
  lineId!: string;

  @Field(() => Int, { description: "The revision that you have looked at; 0 if there is none." })
  basedOnRevision!: number;

  @Field(() => String, { nullable: true, description: "The code of the reason." })
  reasonCode?: string | null;

  @Field(() => String, { nullable: true, description: "In words." })
  notes?: string | null;

  @Field(() => VarianceFix, { nullable: true, description: "What was done about it." })
  fix?: Fix | null;
}

@ObjectType({ description: "It stands as the latest revision." })
export class InvestigationRecorded {
  @Field(() => CountLine, { description: "The line." })
  line!: CountLine;
}
export const RecordInvestigationRejected = rejectionOf(
  "RecordInvestigation",
  investigationRejections,
);
export const RecordInvestigationResult = resultOf("RecordInvestigation", [
  InvestigationRecorded,
  RecordInvestigationRejected,
]);
