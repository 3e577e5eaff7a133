import { Field, ID, InputType, ObjectType } from "type-graphql";
import { rejectionOf, resultOf } from "../../shared/rejection-types.ts";
import { DateTimeScalar } from "../../shared/scalars.ts";
import { proposalRejections, settlementRejections } from "../domain/judge-proposal.ts";
import type { ProposedBarcodeRow } from "../domain/judge-proposal.ts";

@ObjectType({
  description: "A code that a counter took for an item's, until a supervisor has decided.",
})
export class ProposedBarcode {
  itemRowId!: number;
  proposedById!: string;
  settledById!: string | null;

  @Field(() => String, { description: "The code as it was read." })
  code!: string;

  @Field(() => DateTimeScalar, { description: "When it was first proposed." })
  proposedAt!: Date;

  @Field(() => Boolean, {
    nullable: true,
    description: "Whether it became a barcode; null while nobody has decided.",
  })
  isAccepted!: boolean | null;

  @Field(() => DateTimeScalar, { nullable: true, description: "When it was decided." })
  settledAt!: Date | null;
}

export function toProposedBarcode({ itemId, ...shown }: ProposedBarcodeRow): ProposedBarcode {
  return Object.assign(new ProposedBarcode(), { ...shown, itemRowId: itemId });
}

@InputType({ description: "A code that nobody knew, and the item that somebody took it for." })
export class ProposeBarcodeInput {
  @Field(() => ID, { description: "The item." })
  itemId!: string;

  @Field(() => String, { description: "The code as it was read." })
  code!: string;
}

@ObjectType({ description: "A supervisor decides about it." })
export class BarcodeProposed {
  @Field(() => Boolean, { description: "Somebody had proposed it before; nothing has changed." })
  wasProposed!: boolean;
}
export const ProposeBarcodeRejected = rejectionOf("ProposeBarcode", proposalRejections);
export const ProposeBarcodeResult = resultOf("ProposeBarcode", [
  BarcodeProposed,
  ProposeBarcodeRejected,
]);

@InputType({ description: "What becomes of a proposed code." })
export class SettleProposedBarcodeInput {
  @Field(() => ID, { description: "The item." })
  itemId!: string;

  @Field(() => String, { description: "The code as it was proposed." })
  code!: string;

  @Field(() => Boolean, { description: "True makes it a barcode of the item." })
  isAccepted!: boolean;
}

@ObjectType({ description: "It is decided." })
export class ProposedBarcodeSettled {
  @Field(() => ProposedBarcode, { description: "The code as it is now." })
  proposal!: ProposedBarcode;
}
export const SettleProposedBarcodeRejected = rejectionOf(
  "SettleProposedBarcode",
  settlementRejections,
);
export const SettleProposedBarcodeResult = resultOf("SettleProposedBarcode", [
  ProposedBarcodeSettled,
  SettleProposedBarcodeRejected,
]);
