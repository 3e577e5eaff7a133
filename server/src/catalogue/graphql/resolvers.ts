import "./register-nodes.ts";
import { CatalogueResolver } from "./catalogue.resolver.ts";
import { ProposedBarcodeResolver } from "./proposal.resolver.ts";
import { CatalogueChangesResolver } from "./changes.resolver.ts";
import * as relations from "./relations.resolver.ts";
import { SaveResolver } from "./save.resolver.ts";

export const catalogueResolvers = [
  CatalogueResolver,
  CatalogueChangesResolver,
  SaveResolver,
  ProposedBarcodeResolver,
  relations.ItemResolver,
  relations.ItemPackResolver,
  relations.ItemBarcodeResolver,
  relations.ItemSupplierResolver,
  relations.CategoryResolver,
  relations.LocationResolver,
] as const;
