import { graphql } from "../graphql.ts";

/** Every option with its values and whose is in force; without a warehouse, the company's. */
export const OptionSettings = graphql(`
  query OptionSettings($warehouseId: ID) {
    optionSettings(warehouseId: $warehouseId) {
      code
      number
      name
      effect
      kind
      choices
      least
      most
      source
      changedAt
      changedBy {
        id
        name
      }
      exceptions {
        id
        name
      }
      value {
        isOn
        number
        text
      }
      valueByDefault {
        isOn
        number
        text
      }
      valueOfCompany {
        isOn
        number
        text
      }
      valueOfWarehouse {
        isOn
        number
        text
      }
    }
  }
`);
