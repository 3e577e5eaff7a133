import { graphql } from "../graphql.ts";

export const Categories = graphql(`
  query Categories {
    categories {
      id
      name
      itemCount
    }
  }
`);
