import { graphql } from "../graphql.ts";
import { ImportParts } from "./import-parts.ts";
import { JobParts } from "./job-parts.ts";

/** One file: how it is read, what was found, what became of it. */
export const ImportFile = graphql(
  `
    query ImportFile($id: ID!) {
      importTemplates {
        kind
        isAllowed
        fields {
          name
          label
          isRequired
          about
        }
      }
      node(id: $id) {
        __typename
        ... on Import {
          ...ImportParts
          layout {
            format
            encoding
            delimiter
            decimalSign
            sheet
            sheets
            headerRow
            columns
          }
          preview {
            number
            cells
          }
          mapping {
            field
            column
          }
          replacements {
            field
            from
            to
          }
          leftOutRows
          errorGroups {
            code
            name
            rows
            values
          }
          earlier {
            id
            fileName
            committedAt
          }
          job {
            ...JobParts
          }
          sessions {
            id
            number
            title
          }
        }
      }
    }
  `,
  [ImportParts, JobParts],
);
