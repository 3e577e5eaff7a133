import { createUnionType, Field, ObjectType, registerEnumType } from "type-graphql";
import { itemRejections, type ItemRejectionReason } from "../domain/reject-item.ts";
import { locationRejections, type LocationRejectionReason } from "../domain/reject-location.ts";
import { warehouseRejections, type WarehouseRejectionReason } from "../domain/reject-warehouse.ts";
import { Item, Location, Warehouse } from "./objects.ts";

/** The enum of a verb's reasons, each described by its sentence. */
function reasonEnum<Reason extends string>(
  name: string,
  sentences: Readonly<Record<Reason, string>>,
): Record<Reason, Reason> {
  const reasons = Object.keys(sentences) as Reason[];
  const values = Object.fromEntries(reasons.map((reason) => [reason, reason]));
  registerEnumType(values as object, {
    name,
    description: "Why it was not saved, in the order in which the reasons are looked for.",
    valuesConfig: Object.fromEntries(
      reasons.map((reason) => [reason, { description: sentences[reason] }]),
    ),
  });
  return values as Record<Reason, Reason>;
}

export const SaveWarehouseRejectionReason = reasonEnum(
  "SaveWarehouseRejectionReason",
  warehouseRejections,
);

@ObjectType({ description: "The warehouse is saved." })
export class WarehouseSaved {
  @Field(() => Warehouse, { description: "The warehouse as it is now." })
  warehouse!: Warehouse;
}

@ObjectType({ description: "The warehouse was not saved." })
export class SaveWarehouseRejected {
  @Field(() => SaveWarehouseRejectionReason, { description: "Why, for a program." })
  reason!: WarehouseRejectionReason;

  @Field(() => String, { description: "Why, for a person." })
  message!: string;
}

export const SaveWarehouseResult = createUnionType({
  name: "SaveWarehouseResult",
  description: "What became of a warehouse to save.",
  types: () => [WarehouseSaved, SaveWarehouseRejected] as const,
  resolveType: (value) =>
    value instanceof WarehouseSaved ? WarehouseSaved : SaveWarehouseRejected,
});

export const SaveLocationRejectionReason = reasonEnum(
  "SaveLocationRejectionReason",
  locationRejections,
);

@ObjectType({ description: "The place is saved." })
export class LocationSaved {
  @Field(() => Location, { description: "The place as it is now." })
  location!: Location;
}

@ObjectType({ description: "The place was not saved." })
export class SaveLocationRejected {
  @Field(() => SaveLocationRejectionReason, { description: "Why, for a program." })
  reason!: LocationRejectionReason;

  @Field(() => String, { description: "Why, for a person." })
  message!: string;
}

export const SaveLocationResult = createUnionType({
  name: "SaveLocationResult",
  description: "What became of a place to save.",
  types: () => [LocationSaved, SaveLocationRejected] as const,
  resolveType: (value) => (value instanceof LocationSaved ? LocationSaved : SaveLocationRejected),
});

export const SaveItemRejectionReason = reasonEnum("SaveItemRejectionReason", itemRejections);

@ObjectType({ description: "The item is saved." })
export class ItemSaved {
  @Field(() => Item, { description: "The item as it is now." })
  item!: Item;
}

@ObjectType({ description: "The item was not saved." })
export class SaveItemRejected {
  @Field(() => SaveItemRejectionReason, { description: "Why, for a program." })
  reason!: ItemRejectionReason;

  @Field(() => String, { description: "Why, for a person." })
  message!: string;
}

export const SaveItemResult = createUnionType({
  name: "SaveItemResult",
  description: "What became of a item to save.",
  types: () => [ItemSaved, SaveItemRejected] as const,
  resolveType: (value) => (value instanceof ItemSaved ? ItemSaved : SaveItemRejected),
});
