import { Field, ID, InputType } from "type-graphql";
import { DateTimeScalar } from "../../shared/scalars.ts";
import type { CloseOffMode as Mode } from "../domain/close-off.ts";
import { CloseOffMode } from "./objects.ts";

@InputType({ description: "A place to close off." })
export class CloseOffLocationInput {
  @Field(() => ID, { description: "The place; everything below it is meant, too." })
  locationId!: string;

  @Field(() => CloseOffMode, { description: "How strictly." })
  mode!: Mode;

  @Field(() => String, { description: "Why." })
  reason!: string;

  @Field(() => DateTimeScalar, { description: "When it ends by itself: within 30 days." })
  expiresAt!: Date;
}

@InputType({ description: "A close-off that is to end at another time." })
export class ExtendCloseOffInput {
  @Field(() => ID, { description: "The close-off." })
  closeOffId!: string;

  @Field(() => DateTimeScalar, { description: "When it ends by itself: within 30 days." })
  expiresAt!: Date;
}

@InputType({ description: "A close-off that is to end now." })
export class EndCloseOffInput {
  @Field(() => ID, { description: "The close-off." })
  closeOffId!: string;

  @Field(() => String, {
    nullable: true,
    description: "Why; its owner may leave it out, and nobody else.",
  })
  reason?: string | null;
}

@InputType({ description: "Stock to hold: an item, a lot or a place, or one of the former there." })
export class PlaceHoldInput {
  @Field(() => ID, { description: "The warehouse." })
  warehouseId!: string;

  @Field(() => ID, { nullable: true, description: "The item." })
  itemId?: string | null;

  @Field(() => ID, { nullable: true, description: "The lot." })
  lotId?: string | null;

  @Field(() => ID, { nullable: true, description: "The place, with everything below it." })
  locationId?: string | null;

  @Field(() => String, { description: "Why." })
  reason!: string;
}

@InputType({ description: "A hold to release." })
export class ReleaseHoldInput {
  @Field(() => ID, { description: "The hold." })
  holdId!: string;

  @Field(() => String, { description: "Why." })
  reason!: string;
}
