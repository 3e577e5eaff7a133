import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { makePgService } from "postgraphile/adaptors/pg";
import { grafserv } from "postgraphile/grafserv/node";
import { PostGraphileAmberPreset } from "postgraphile/presets/amber";
import { postgraphile } from "postgraphile";

/**
 * The child process of `postgraphile-peer.ts`: PostGraphile as its authors say for production, with
 * as many connections as our server has. Its parent tells it the database and is told the address.
 */
const [connectionString, connections] = process.argv.slice(2);

const pgl = postgraphile({
  extends: [PostGraphileAmberPreset],
  pgServices: [
    makePgService({
      connectionString,
      schemas: ["public"],
      poolConfig: { max: Number(connections) },
    }),
  ],
  grafserv: { watch: false, graphiql: false, graphqlPath: "/graphql" },
  grafast: { explain: false },
});
const server = createServer();
server.on("error", (error) => {
  throw error;
});
await pgl.createServ(grafserv).addTo(server);
server.listen(0, "127.0.0.1", () => {
  const { port } = server.address() as AddressInfo;
  process.send?.({ url: `http://127.0.0.1:${port}/graphql` });
});
// Nothing of it outlives the bench, however that ends.
process.once("disconnect", () => process.exit());
