import { graphql } from "../graphql.ts";

/** What the filters of the stock page offer. */
export const StockChoices = graphql(`
  query StockChoices($warehouseId: ID!) {
    categories {
      id
      name
      itemCount
    }
    locations(
      warehouseId: $warehouseId
      first: 100
      filter: { kind: { eq: ZONE } }
      orderBy: { field: WALK_ORDER, direction: ASC }
    ) {
      nodes {
        id
        code
        name
      }
    }
  }
`);
