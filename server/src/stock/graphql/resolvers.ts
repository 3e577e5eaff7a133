import "./register-nodes.ts";
import * as relations from "./relations.resolver.ts";
import { StockResolver } from "./stock.resolver.ts";

export const stockResolvers = [
  StockResolver,
  relations.ItemStockResolver,
  relations.QuantResolver,
  relations.StockMoveResolver,
] as const;
