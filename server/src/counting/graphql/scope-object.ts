import { Field, Int, ObjectType } from "type-graphql";
import { DecimalScalar } from "../../shared/scalars.ts";
import type { CountScope } from "../domain/count-scope.ts";

@ObjectType("CountScope", { description: "What a count covers. What is empty restricts nothing." })
export class CountScopeObject {
  warehouseId!: number;
  locationRowIds!: readonly number[];
  itemRowIds!: readonly number[];
  supplierRowId!: number | null;
  categoryRowId!: number | null;

  @Field(() => String, { nullable: true, description: "An ABC class: A, B or C." })
  abcClass!: string | null;

  @Field(() => Boolean, { description: "Also places that hold none by the books." })
  includesEmpty!: boolean;

  @Field(() => Int, { nullable: true, description: "For types that choose: how many lots." })
  lotsToCount!: number | null;

  @Field(() => String, { nullable: true, description: "What a random choice is made with." })
  seed!: string | null;

  @Field(() => DecimalScalar, { nullable: true, description: "For types that choose by value." })
  valueThreshold!: string | null;
}

export function toScope(warehouseId: number, scope: CountScope): CountScopeObject {
  return Object.assign(new CountScopeObject(), {
    warehouseId,
    locationRowIds: scope.locationIds,
    itemRowIds: scope.itemIds,
    supplierRowId: scope.supplierId,
    categoryRowId: scope.categoryId,
    abcClass: scope.abcClass,
    includesEmpty: scope.includesEmpty,
    lotsToCount: scope.lotsToCount,
    seed: scope.seed,
    valueThreshold: scope.valueThreshold,
  });
}
