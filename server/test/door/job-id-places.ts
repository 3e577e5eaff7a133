import type { IdUse } from "./id-places.ts";

const job = (document: string): IdUse => ({ kind: "Job", document });
const warehouse = (document: string): IdUse => ({ kind: "Warehouse", document });

/** Places of jobs that take an id. */
export const jobIdUses: Record<string, IdUse[] | "company-wide"> = {
  "Query.job(id:)": [job("query ($id: ID!) { job(id: $id) { id state } }")],
  "Query.jobs(warehouseId:)": [
    warehouse("query ($id: ID!) { jobs(warehouseId: $id) { totalCount } }"),
  ],
  "CancelJobInput.jobId": [
    job(`mutation ($id: ID!) { cancelJob(input: { jobId: $id }) {
      ... on CancelJobRejected { reason message } } }`),
  ],
  "Subscription.jobFeed(warehouseId:)": [
    warehouse("subscription ($id: ID!) { jobFeed(warehouseId: $id) { cursor } }"),
  ],
};
