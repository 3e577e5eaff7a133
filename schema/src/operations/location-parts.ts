import { graphql } from "../graphql.ts";

export const LocationParts = graphql(`
  fragment LocationParts on Location {
    id
    code
    name
    kind
    barcode
    checkDigits
    walkOrder
    isActive
    isClosedOff
    parent {
      id
      code
    }
  }
`);
