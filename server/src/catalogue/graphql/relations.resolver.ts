import { Ctx, FieldResolver, Int, Resolver, Root } from "type-graphql";
import type { RequestContext } from "../../context.ts";
import * as load from "../queries/load-one.ts";
import * as objects from "./objects.ts";
import { toCategory, toLocation, toSupplier, toUnit, toWarehouse } from "./to-object.ts";

@Resolver(() => objects.Item)
export class ItemResolver {
  @FieldResolver(() => objects.Category, {
    nullable: true,
    description: "The group it belongs to.",
  })
  async category(@Root() { categoryId }: objects.Item, @Ctx() { em }: RequestContext) {
    return categoryId === null ? null : toCategory(await load.loadCategory(em, categoryId));
  }

  @FieldResolver(() => objects.Unit, { description: "The unit it is counted in." })
  async unit(@Root() { unitCode }: objects.Item, @Ctx() { em }: RequestContext) {
    return toUnit(await load.loadUnit(em, unitCode));
  }

  @FieldResolver(() => [objects.ItemPack], { description: "Its packs, the smallest first." })
  async packs(@Root() { itemId }: objects.Item, @Ctx() { em }: RequestContext) {
    const packs = await load.loadPacks(em, itemId);
    return packs.map((pack) => Object.assign(new objects.ItemPack(), pack));
  }

  @FieldResolver(() => [objects.ItemBarcode], { description: "The codes that mean it." })
  async barcodes(@Root() { itemId }: objects.Item, @Ctx() { em }: RequestContext) {
    const barcodes = await load.loadBarcodes(em, itemId);
    return barcodes.map((barcode) => Object.assign(new objects.ItemBarcode(), barcode));
  }

  @FieldResolver(() => [objects.ItemSupplier], { description: "Who delivers it." })
  async suppliers(@Root() { itemId }: objects.Item, @Ctx() { em }: RequestContext) {
    const suppliers = await load.loadItemSuppliers(em, itemId);
    return suppliers.map((supplier) => Object.assign(new objects.ItemSupplier(), supplier));
  }
}

@Resolver(() => objects.ItemPack)
export class ItemPackResolver {
  @FieldResolver(() => objects.Unit, { description: "The unit of the pack." })
  async unit(@Root() { unitCode }: objects.ItemPack, @Ctx() { em }: RequestContext) {
    return toUnit(await load.loadUnit(em, unitCode));
  }
}

@Resolver(() => objects.ItemBarcode)
export class ItemBarcodeResolver {
  @FieldResolver(() => objects.ItemPack, {
    nullable: true,
    description: "The pack it means; null where it means the item itself.",
  })
  async pack(@Root() barcode: objects.ItemBarcode, @Ctx() { em }: RequestContext) {
    if (barcode.packUnitCode === null) return null;
    const packs = await load.loadPacks(em, barcode.itemId);
    const pack = packs.find(({ unitCode }) => unitCode === barcode.packUnitCode);
    return pack ? Object.assign(new objects.ItemPack(), pack) : null;
  }
}

@Resolver(() => objects.ItemSupplier)
export class ItemSupplierResolver {
  @FieldResolver(() => objects.Supplier, { description: "The supplier." })
  async supplier(@Root() { supplierId }: objects.ItemSupplier, @Ctx() { em }: RequestContext) {
    return toSupplier(await load.loadSupplier(em, supplierId));
  }
}

@Resolver(() => objects.Category)
export class CategoryResolver {
  @FieldResolver(() => Int, { description: "How many items belong to it." })
  async itemCount(@Root() { categoryId }: objects.Category, @Ctx() { loaders }: RequestContext) {
    return loaders.itemCount.load(categoryId);
  }
}

@Resolver(() => objects.Location)
export class LocationResolver {
  @FieldResolver(() => objects.Warehouse, { description: "The warehouse it lies in." })
  async warehouse(@Root() { warehouseId }: objects.Location, @Ctx() { em }: RequestContext) {
    return toWarehouse(await load.loadWarehouse(em, warehouseId));
  }

  @FieldResolver(() => objects.Location, {
    nullable: true,
    description: "The place it lies in; null at the top.",
  })
  async parent(@Root() location: objects.Location, @Ctx() { loaders }: RequestContext) {
    const { warehouseId, parentRowId: locationId } = location;
    if (locationId === null) return null;
    return toLocation(await loaders.location.load({ warehouseId, locationId }));
  }
}
