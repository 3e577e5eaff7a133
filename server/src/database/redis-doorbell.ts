import { createClient } from "@redis/client";
import { GatheringDoorbell } from "./gathering-doorbell.ts";

const channel = "tallyroom_bell";

type Client = ReturnType<typeof connectionTo>;

/** Never by itself again: the doorbell lays its wire anew, and then looks once for what it missed. */
function connectionTo(url: string) {
  return createClient({
    url,
    disableOfflineQueue: true,
    socket: { connectTimeout: 5_000, reconnectStrategy: false },
  });
}

/**
 * Rings through PUBLISH of a Redis or Valkey server, for installations whose PostgreSQL should not
 * be asked to carry rings as well. What happened is still read from PostgreSQL alone.
 */
export class RedisDoorbell extends GatheringDoorbell {
  readonly #name = crypto.randomUUID();
  #clients: readonly Client[] = [];

  constructor(private readonly url: string) {
    super();
    void this.begin();
  }

  protected async connect(): Promise<void> {
    const clients = [connectionTo(this.url), connectionTo(this.url)] as const;
    for (const client of clients) {
      client.on("error", () => this.#broke(clients));
      client.on("end", () => this.#broke(clients));
    }
    this.#clients = clients;
    const [speaker, listener] = clients;
    try {
      await Promise.all([speaker.connect(), listener.connect()]);
      await this.#listenAt(listener);
    } finally {
      // Hung up meanwhile: what was just laid has nobody to belong to.
      if (this.#clients !== clients) destroy(clients);
    }
  }

  protected async send(payload: string): Promise<void> {
    const [speaker] = this.#clients;
    if (speaker?.isReady) await speaker.publish(channel, `${this.#name} ${payload}`);
  }

  protected hangUp(): Promise<void> {
    destroy(this.#clients);
    this.#clients = [];
    return Promise.resolve();
  }

  async #listenAt(listener: Client): Promise<void> {
    await listener.subscribe(channel, (message) => {
      const [name, ...topics] = message.split(" ");
      if (name !== this.#name) this.heard(topics.join(" "));
    });
  }

  #broke(clients: readonly Client[]): void {
    if (this.#clients !== clients) return;
    void this.hangUp();
    this.connectAgain();
  }
}

function destroy(clients: readonly Client[]): void {
  for (const client of clients) if (client.isOpen) client.destroy();
}
