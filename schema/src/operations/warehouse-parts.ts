import { graphql } from "../graphql.ts";

export const WarehouseParts = graphql(`
  fragment WarehouseParts on Warehouse {
    id
    code
    name
    timeZone
    currency
    isActive
  }
`);
