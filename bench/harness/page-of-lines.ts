import type { BenchApi } from "./bench-api.ts";
import type { Figure } from "./figure.ts";
import type { OpenCount } from "./observe-api.ts";
import type { PostgraphilePeer } from "./postgraphile-peer.ts";
import { requestsPerSecond } from "./requests-per-second.ts";

const LINES = 100;
const COLUMNS = "lineNumber state quantityCounted quantityExpected quantityVariance version";
const ITEM = "sku description";
const LOCATION = "code name";

const OURS = `query Page($id: ID!, $first: Int!) {
  countSession(id: $id) {
    lines(first: $first) {
      nodes { id ${COLUMNS} item { ${ITEM} } location { ${LOCATION} } }
    }
  }
}`;
const PEER = `query Page($warehouseId: Int!, $sessionId: BigInt!, $first: Int!) {
  allCountLines(
    first: $first
    condition: { warehouseId: $warehouseId, sessionId: $sessionId }
    orderBy: [LINE_NUMBER_ASC, ROW_ID_ASC]
  ) {
    nodes {
      id ${COLUMNS}
      item: itemByItemId { ${ITEM} }
      location: locationByWarehouseIdAndLocationId { ${LOCATION} }
    }
  }
}`;

interface Line {
  lineNumber: number;
  item: { sku: string };
  location: { code: string };
}

/** The first page of a count as a grid asks for it: the same columns of the same rows from both. */
export async function pageOfLines(
  api: BenchApi,
  peer: PostgraphilePeer,
  count: OpenCount,
  connections: number,
): Promise<Figure> {
  const [, warehouseId, rowId] = atob(count.sessionId).split(":");
  const ours = { id: count.sessionId, first: LINES };
  const theirs = { warehouseId: Number(warehouseId), sessionId: rowId, first: LINES };
  type Ours = { countSession: { lines: { nodes: Line[] } } };
  const { countSession } = await api.ask<Ours>(OURS, ours);
  const { allCountLines } = await peer.ask<{ allCountLines: { nodes: Line[] } }>(PEER, theirs);
  const shown = ({ lineNumber, item, location }: Line) =>
    `${lineNumber} ${item.sku} ${location.code}`;
  const [here, there] = [countSession.lines.nodes.map(shown), allCountLines.nodes.map(shown)];
  if (here.length !== LINES || here.join() !== there.join())
    throw new Error("The two sides read different lines.");
  const pagesPerSecond = (from: BenchApi | PostgraphilePeer, query: string, variables: object) =>
    requestsPerSecond({
      endpoint: from.endpoint,
      headers: from.headers,
      connections,
      seconds: 3,
      body: JSON.stringify({ query, variables }),
    });
  return {
    figure: `pages a second, ${LINES} lines with item and location, ${connections} connections`,
    limit: 1,
    bound: "at least",
    rounds: 5,
    ours: () => pagesPerSecond(api, OURS, ours),
    peer: () => pagesPerSecond(peer, PEER, theirs),
  };
}
