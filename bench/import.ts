import pg from "pg";
import { BenchApi } from "./harness/bench-api.ts";
import { type Bench, median, secondsOf } from "./harness/figure.ts";
import { ImportApi } from "./harness/import-api.ts";
import { itemsByHand, itemsFile } from "./harness/items-by-hand.ts";
import { largeServer } from "./harness/seeded-server.ts";

const DRY_ROWS = 20_000;
const ROWS = 100_000;
const BAD_EVERY = 66;

/** Files with very many rows: what the check takes, what doing it takes, and in how much memory. */
const importFiles: Bench = async (scope) => {
  const server = await largeServer(scope);
  const api = await BenchApi.signIn(server);
  const owner = new pg.Client({ connectionString: server.databaseUrl });
  await owner.connect();
  scope.defer(() => owner.end());
  const large = await ImportApi.open(api, server.url, "LARGE");
  const counts = await countsFile(owner, DRY_ROWS);
  const byHand = await itemsByHand(scope, owner);
  let round = 0;
  let peakMegabytes = 0;
  const committed: number[] = [];
  return [
    {
      figure: `seconds for the dry run of ${DRY_ROWS} rows of counts, some of them wrong`,
      limit: 10,
      bound: "at most",
      ours: async () => {
        const id = await large.send(counts);
        return secondsOf(() => large.check(id));
      },
    },
    {
      figure: `seconds to commit ${ROWS} rows of CSV, beside COPY and INSERT … SELECT`,
      limit: 3,
      bound: "at most",
      ours: async () => {
        round += 1;
        const id = await large.send(itemsFile(`A${round}`, ROWS));
        await large.check(id);
        const watched = large.watchMemory();
        const seconds = await secondsOf(() => large.commit(id));
        peakMegabytes = Math.max(peakMegabytes, await watched.stop());
        committed.push(seconds);
        return seconds;
      },
      peer: async () => {
        round += 1;
        return byHand(itemsFile(`B${round}`, ROWS));
      },
    },
    {
      figure: `seconds to commit ${ROWS} rows of CSV`,
      limit: 30,
      bound: "at most",
      ours: () => Promise.resolve(median(committed)),
    },
    {
      figure: "MB that the server holds at most meanwhile, its reading thread included",
      limit: 512,
      bound: "at most",
      ours: () => Promise.resolve(peakMegabytes),
    },
  ];
};

/** What lies in the large warehouse as its counters would find it, and a row in every so many wrong. */
async function countsFile(owner: pg.Client, count: number): Promise<string> {
  const { rows } = await owner.query<{ sku: string; code: string }>(
    `select i.sku, l.code from quant q
     join warehouse w on w.id = q.warehouse_id and w.code = 'LARGE'
     join item i on i.id = q.item_id and i.tracking = 'BULK'
     join location l on l.warehouse_id = q.warehouse_id and l.id = q.location_id
     order by q.id limit $1`,
    [count],
  );
  const lines = rows.map(({ sku, code }, at) => {
    const units = at % BAD_EVERY === 0 ? "n/a" : at % 10 === 0 ? "" : String(at % 40);
    return `LARGE,${sku},${units},${code},Bench`;
  });
  if (lines.length < count) throw new Error(`Only ${lines.length} rows to count.`);
  return ["Warehouse,Item ID,Units,Location,Count Session", ...lines].join("\n");
}

export default importFiles;
