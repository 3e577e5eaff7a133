import pg from "pg";
import { GatheringDoorbell } from "./gathering-doorbell.ts";

const channel = "tallyroom_bell";

/**
 * Rings through NOTIFY on a connection of its own, outside every writing transaction, at most once
 * in 20 ms for all topics together: a notification inside a commit takes a lock on the whole cluster.
 */
export class PostgresDoorbell extends GatheringDoorbell {
  #client: pg.Client | null = null;
  #ownProcessId = 0;

  constructor(private readonly url: string) {
    super();
    void this.begin();
  }

  protected async connect(): Promise<void> {
    const client = new pg.Client({
      connectionString: this.url,
      application_name: "tallyroom doorbell",
      connectionTimeoutMillis: 5_000,
      keepAlive: true,
    });
    client.on("notification", ({ processId, payload }) => {
      if (processId !== this.#ownProcessId && payload) this.heard(payload);
    });
    client.on("error", () => undefined);
    client.on("end", () => {
      if (this.#client === client) this.#client = null;
      this.connectAgain();
    });
    this.#client = client;
    await client.connect();
    const { rows } = await client.query<{ id: number }>("select pg_backend_pid() as id");
    await client.query(`listen ${channel}`);
    this.#ownProcessId = rows[0]?.id ?? 0;
    // Hung up meanwhile: what was just laid has nobody to belong to.
    if (this.#client !== client) await client.end();
  }

  protected async send(payload: string): Promise<void> {
    await this.#client?.query("select pg_notify($1, $2)", [channel, payload]);
  }

  protected async hangUp(): Promise<void> {
    const client = this.#client;
    this.#client = null;
    await client?.end();
  }
}
