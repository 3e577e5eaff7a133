import { request } from "node:http";
import { brotliDecompressSync } from "node:zlib";
import pg from "pg";
import { BenchApi } from "./harness/bench-api.ts";
import { type Bench, secondsOf } from "./harness/figure.ts";
import { seededServer } from "./harness/seeded-server.ts";
import { fillWideCatalogue } from "./harness/wide-catalogue.ts";

const ITEMS = 50_000;
const CHANGED = 100;
const QUESTION = `query ($after: String) {
  catalogueChanges(after: $after) { items units { code decimals } cursor hasMore startsAnew }
}`;

interface Read {
  items: number;
  bytes: number;
  cursor: string | null;
}

/** What a device takes to know every item, and to know what is new. */
const catalogue: Bench = async (scope) => {
  const server = await seededServer(scope);
  scope.tell(`filling a catalogue of ${ITEMS} items`);
  await fillWideCatalogue(server.databaseUrl, ITEMS);
  const api = await BenchApi.signIn(server);
  let known: Read = { items: 0, bytes: 0, cursor: null };
  return [
    {
      figure: `MB on the wire for ${ITEMS} items`,
      limit: 3,
      bound: "at most",
      ours: async () => {
        known = await readAll(api, null);
        if (known.items < ITEMS) throw new Error(`Only ${known.items} items came.`);
        return known.bytes / 1e6;
      },
    },
    {
      figure: `seconds for ${ITEMS} items`,
      limit: 10,
      bound: "at most",
      ours: () => secondsOf(() => readAll(api, null)),
    },
    {
      figure: `kB on the wire for ${CHANGED} items that changed`,
      limit: 30,
      bound: "at most",
      ours: async () => {
        await changeSome(server.databaseUrl);
        const { items, bytes, cursor } = await readAll(api, known.cursor);
        if (items !== CHANGED) throw new Error(`${items} items came for ${CHANGED}.`);
        known = { ...known, cursor };
        return bytes / 1e3;
      },
    },
  ];
};

export default catalogue;

async function readAll(api: BenchApi, after: string | null): Promise<Read> {
  const read: Read = { items: 0, bytes: 0, cursor: after };
  for (let hasMore = true; hasMore;) {
    const { bytes, answer } = await askPacked(api, { after: read.cursor });
    const { items, cursor, hasMore: more } = answer.data.catalogueChanges;
    read.items += items.length;
    read.bytes += bytes;
    read.cursor = cursor;
    hasMore = more;
  }
  return read;
}

interface Answer {
  data: { catalogueChanges: { items: unknown[]; cursor: string; hasMore: boolean } };
}

/** The bytes as they come, which fetch does not tell. */
function askPacked({ endpoint, headers }: BenchApi, variables: object) {
  return new Promise<{ bytes: number; answer: Answer }>((resolve, reject) => {
    const asked = request(endpoint, {
      method: "POST",
      headers: { ...headers, "accept-encoding": "br" },
    });
    asked.on("error", reject);
    asked.on("response", (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("error", reject);
      response.on("end", () => {
        const body = Buffer.concat(chunks);
        const isPacked = response.headers["content-encoding"] === "br";
        const text = (isPacked ? brotliDecompressSync(body) : body).toString();
        resolve({ bytes: body.length, answer: JSON.parse(text) as Answer });
      });
    });
    asked.end(JSON.stringify({ query: QUESTION, variables }));
  });
}

async function changeSome(databaseUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  await client.query(
    `update item set description = description || '!' where id in
       (select id from item where is_active order by md5(id::text) limit ${CHANGED})`,
  );
  await client.end();
}
