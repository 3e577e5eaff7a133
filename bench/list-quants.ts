import pg from "pg";
import { BenchApi } from "./harness/bench-api.ts";
import { type Bench, type BenchScope, type Figure, secondsOf } from "./harness/figure.ts";
import { largeServer } from "./harness/seeded-server.ts";

const ROWS = 50;
const PAGES_PER_ROUND = 40;

const PAGE = `query Page($warehouseId: ID!, $first: Int, $after: String, $last: Int) {
  quants(warehouseId: $warehouseId, first: $first, after: $after, last: $last) {
    nodes {
      id
      status
      quantityOnHand
      item { sku description }
      location { code name }
      lot { code expiresOn }
    }
    pageInfo { startCursor hasNextPage }
  }
}`;

interface Answer {
  quants: {
    nodes: { id: string; item: { sku: string }; location: { code: string } }[];
    pageInfo: { startCursor: string };
  };
}

/** The keyset that a page continues behind. */
type Key = [code: string, sku: string, id: string];
const BEFORE_ALL: Key = ["", "", "0"];

/**
 * A page of the stock list through the API (HTTP, session, access check, three relations), beside
 * one hand-written statement that reads the same columns.
 */
const listQuants: Bench = async (scope) => {
  const server = await largeServer(scope);
  const api = await BenchApi.signIn(server);
  const warehouseId = await api.warehouseId("LARGE");
  const peer = await byHand(scope, server.databaseUrl);
  const ask = async (page: object) =>
    (await api.ask<Answer>(PAGE, { warehouseId, ...page })).quants;

  const end = await ask({ last: 250 });
  const after = end.pageInfo.startCursor;
  const [behind] = end.nodes;
  if (!behind) throw new Error("The large warehouse is empty.");
  const deep = await peer.keyOf(behind.location.code, behind.item.sku);

  const pages = (figure: string, page: object, key: Key): Figure => ({
    figure,
    limit: 0.15,
    bound: "at least",
    rounds: 5,
    ours: () => pagesPerSecond(async () => (await ask({ first: ROWS, ...page })).nodes.length),
    peer: () => pagesPerSecond(() => peer.page(key)),
  });
  return [
    pages(`first pages a second, ${ROWS} of 100,000 quants`, {}, BEFORE_ALL),
    pages(`pages a second behind 99,750 of 100,000 quants`, { after }, deep),
  ];
};

async function pagesPerSecond(readPage: () => Promise<number>): Promise<number> {
  const seconds = await secondsOf(async () => {
    for (let page = 0; page < PAGES_PER_ROUND; page += 1) {
      if ((await readPage()) !== ROWS) throw new Error("A page was not full.");
    }
  });
  return PAGES_PER_ROUND / seconds;
}

async function byHand(scope: BenchScope, databaseUrl: string) {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  scope.defer(() => client.end());
  const page = async (key: Key) => {
    const { rows } = await client.query(
      `select q.id, q.status, q.quantity_on_hand, i.sku, i.description, l.code, l.name,
         t.code as lot, t.expires_on
       from quant q
       join item i on i.id = q.item_id
       join location l on l.warehouse_id = q.warehouse_id and l.id = q.location_id
       left join lot t on t.id = q.lot_id
       where q.warehouse_id = (select id from warehouse where code = 'LARGE')
         and l.code >= $1 and (l.code, i.sku, q.id) > ($1, $2, $3)
       order by l.code, i.sku, q.id limit ${ROWS}`,
      key,
    );
    return rows.length;
  };
  const keyOf = async (code: string, sku: string): Promise<Key> => {
    const { rows } = await client.query<{ id: string }>(
      `select q.id from quant q
       join item i on i.id = q.item_id
       join location l on l.warehouse_id = q.warehouse_id and l.id = q.location_id
       where l.code = $1 and i.sku = $2 order by q.id limit 1`,
      [code, sku],
    );
    return [code, sku, rows[0]?.id ?? "0"];
  };
  return { page, keyOf };
}

export default listQuants;
