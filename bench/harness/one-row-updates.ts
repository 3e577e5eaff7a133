import type { OpenCount } from "./observe-api.ts";
import type { PostgraphilePeer } from "./postgraphile-peer.ts";
import { requestsPerSecond } from "./requests-per-second.ts";

const UPDATE = `mutation Update($input: UpdateCountLineByWarehouseIdAndRowIdInput!) {
  updateCountLineByWarehouseIdAndRowId(input: $input) { clientMutationId }
}`;

let made = 0;

/** Updates a second of the lines that ours counts, each in a request and a commit of its own. */
export function oneRowUpdates(
  { endpoint, headers }: PostgraphilePeer,
  { lineIds }: OpenCount,
  load: { connections: number; seconds: number },
): Promise<number> {
  const lines = lineIds.map((id) => atob(id).split(":").slice(1) as [string, string]);
  const body = () => {
    made += 1;
    const [warehouseId, rowId] = lines[made % lines.length] as [string, string];
    const quantity = String(made % 50);
    const countLinePatch = {
      state: "COUNTED",
      quantityCounted: quantity,
      quantityExpected: quantity,
      quantityVariance: "0",
      version: made,
    };
    const input = { warehouseId: Number(warehouseId), rowId, countLinePatch };
    return JSON.stringify({ query: UPDATE, variables: { input } });
  };
  return requestsPerSecond({ endpoint, headers, ...load, body });
}
