import { graphql } from "../graphql.ts";
import { WarehouseParts } from "./warehouse-parts.ts";

export const ViewerParts = graphql(
  `
    fragment ViewerParts on Viewer {
      user {
        id
        name
        email
        seesAllWarehouses
        roles {
          code
          name
        }
      }
      permissions
      warehouses {
        ...WarehouseParts
      }
    }
  `,
  [WarehouseParts],
);
