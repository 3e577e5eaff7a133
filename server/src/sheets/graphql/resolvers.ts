import { CountSheetFindResolver, FindsOfSheetResolver } from "./finds.resolver.ts";
import { PrintSheetResolver } from "./print.resolver.ts";
import "./register-nodes.ts";
import {
  CountSheetEntryResolver,
  CountSheetLineResolver,
  CountSheetResolver,
  SheetsOfCountResolver,
} from "./sheet.resolver.ts";

export const sheetResolvers = [
  SheetsOfCountResolver,
  CountSheetResolver,
  CountSheetLineResolver,
  CountSheetEntryResolver,
  FindsOfSheetResolver,
  CountSheetFindResolver,
  PrintSheetResolver,
] as const;
