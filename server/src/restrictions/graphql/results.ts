import { Field, ObjectType } from "type-graphql";
import { rejectionOf, resultOf } from "../../shared/rejection-types.ts";
import { placeHoldRejections, releaseHoldRejections } from "../domain/hold.ts";
import { changeCloseOffRejections, closeOffRejections } from "../domain/reject-close-off.ts";
import { CloseOff, StockHold } from "./objects.ts";

@ObjectType({ description: "The place is closed off." })
export class LocationClosedOff {
  @Field(() => CloseOff, { description: "The close-off." })
  closeOff!: CloseOff;
}

@ObjectType({ description: "The close-off ends at another time, or has ended." })
export class CloseOffChanged {
  @Field(() => CloseOff, { description: "The close-off." })
  closeOff!: CloseOff;
}

@ObjectType({ description: "The stock is on hold." })
export class HoldPlaced {
  @Field(() => StockHold, { description: "The hold." })
  hold!: StockHold;
}

@ObjectType({ description: "The stock is on hold no longer." })
export class HoldReleased {
  @Field(() => StockHold, { description: "The hold." })
  hold!: StockHold;
}

export const CloseOffLocationRejected = rejectionOf("CloseOffLocation", closeOffRejections);
export const CloseOffLocationResult = resultOf("CloseOffLocation", [
  LocationClosedOff,
  CloseOffLocationRejected,
]);

export const ChangeCloseOffRejected = rejectionOf("ChangeCloseOff", changeCloseOffRejections);
export const ChangeCloseOffResult = resultOf("ChangeCloseOff", [
  CloseOffChanged,
  ChangeCloseOffRejected,
]);

export const PlaceHoldRejected = rejectionOf("PlaceHold", placeHoldRejections);
export const PlaceHoldResult = resultOf("PlaceHold", [HoldPlaced, PlaceHoldRejected]);

export const ReleaseHoldRejected = rejectionOf("ReleaseHold", releaseHoldRejections);
export const ReleaseHoldResult = resultOf("ReleaseHold", [HoldReleased, ReleaseHoldRejected]);
