import pg from "pg";
import { judgeInvariants, readInvariants } from "../../../tools/verify/run-invariants.ts";
import type { Caller } from "./caller.ts";

interface Explained {
  warehouseId: string;
  itemIds: readonly string[];
}

const rowOf = (id: string) => Number(Buffer.from(id, "base64url").toString().split(":").at(-1));

/** What the API says is on hand must be the sum of all moves from nothing on; answers which counts made. */
export async function explain(
  caller: Caller,
  databaseUrl: string,
  { warehouseId, itemIds }: Explained,
): Promise<string[]> {
  const kinds = new Set<string>();
  for (const itemId of new Set(itemIds)) {
    const { data } = await caller.ask(
      `query ($w: ID!, $i: ID!) {
        stockMoves(warehouseId: $w, filter: { itemId: { eq: $i } }, first: 250) { nodes { kind } }
        quants(warehouseId: $w, filter: { itemId: { eq: $i } }, first: 250) {
          nodes { quantityOnHand } } }`,
      { w: warehouseId, i: itemId },
    );
    const quantities: { quantityOnHand: string }[] = data.quants.nodes;
    const onHand = quantities.reduce((sum, each) => sum + Number(each.quantityOnHand), 0);
    const moved = await sumOfLedger(databaseUrl, rowOf(warehouseId), rowOf(itemId));
    if (onHand !== moved) throw new Error(`${onHand} are on hand, and ${moved} have moved.`);
    for (const { kind } of data.stockMoves.nodes) kinds.add(kind);
  }
  return [...kinds].filter((kind) => kind === "COUNT_ADJUSTMENT" || kind === "REVERSAL").sort();
}

async function sumOfLedger(url: string, warehouseId: number, itemId: number): Promise<number> {
  const rows = await withClient(url, async (client) => {
    const found = await client.query<{ moved: string }>(
      `select sum(m.quantity)::text as moved from stock_move m
       join quant q on q.warehouse_id = m.warehouse_id and q.id = m.quant_id
       where q.warehouse_id = $1 and q.item_id = $2`,
      [warehouseId, itemId],
    );
    return found.rows;
  });
  return Number(rows[0]?.moved);
}

/** The names of all invariants that do not hold in the database of a server. */
export function brokenIn(url: string): Promise<string[]> {
  return withClient(url, async (client) => {
    const names: string[] = [];
    await judgeInvariants(client, readInvariants(), ({ name, violations }) => {
      if (violations.length > 0) names.push(name);
    });
    return names;
  });
}

async function withClient<Result>(url: string, work: (client: pg.Client) => Promise<Result>) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
