import { Field, ObjectType } from "type-graphql";
import { rejectionOf, resultOf } from "../../shared/rejection-types.ts";
import { itemRejections } from "../domain/reject-item.ts";
import { locationRejections } from "../domain/reject-location.ts";
import { unitRejections } from "../domain/reject-unit.ts";
import { warehouseRejections } from "../domain/reject-warehouse.ts";
import { Item, Location, Unit, Warehouse } from "./objects.ts";

@ObjectType({ description: "The warehouse is saved." })
export class WarehouseSaved {
  @Field(() => Warehouse, { description: "The warehouse as it is now." })
  warehouse!: Warehouse;
}
export const SaveWarehouseRejected = rejectionOf("SaveWarehouse", warehouseRejections);
export const SaveWarehouseResult = resultOf("SaveWarehouse", [
  WarehouseSaved,
  SaveWarehouseRejected,
]);

@ObjectType({ description: "The place is saved." })
export class LocationSaved {
  @Field(() => Location, { description: "The place as it is now." })
  location!: Location;
}
export const SaveLocationRejected = rejectionOf("SaveLocation", locationRejections);
export const SaveLocationResult = resultOf("SaveLocation", [LocationSaved, SaveLocationRejected]);

@ObjectType({ description: "The unit is saved." })
export class UnitSaved {
  @Field(() => Unit, { description: "The unit as it is now." })
  unit!: Unit;
}
export const SaveUnitRejected = rejectionOf("SaveUnit", unitRejections);
export const SaveUnitResult = resultOf("SaveUnit", [UnitSaved, SaveUnitRejected]);

@ObjectType({ description: "The item is saved." })
export class ItemSaved {
  @Field(() => Item, { description: "The item as it is now." })
  item!: Item;
}
export const SaveItemRejected = rejectionOf("SaveItem", itemRejections);
export const SaveItemResult = resultOf("SaveItem", [ItemSaved, SaveItemRejected]);
