import * as accounts from "../accounts/storage/entities.ts";
import * as catalogue from "../catalogue/storage/entities.ts";

export const entities = [
  catalogue.Warehouse,
  catalogue.Unit,
  catalogue.Category,
  catalogue.Supplier,
  catalogue.Item,
  catalogue.ItemPack,
  catalogue.ItemBarcode,
  catalogue.ItemSupplier,
  catalogue.Lot,
  catalogue.Location,
  accounts.AppUser,
  accounts.Role,
  accounts.Invitation,
  accounts.ApiKey,
];
