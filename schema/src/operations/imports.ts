import { graphql } from "../graphql.ts";
import { ImportParts } from "./import-parts.ts";

/** What can be imported, and the files that came. */
export const Imports = graphql(
  `
    query Imports($warehouseId: ID!) {
      importTemplates {
        kind
        path
        workbookPath
        isAllowed
        fields {
          name
          label
          isRequired
          about
        }
      }
      imports(warehouseId: $warehouseId, first: 50) {
        totalCount
        nodes {
          ...ImportParts
        }
      }
    }
  `,
  [ImportParts],
);
