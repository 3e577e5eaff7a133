import type { BenchApi } from "./bench-api.ts";

const LOOK = `query Look($id: ID!) { node(id: $id) { ... on Import {
  kind state rowsReady rowsWrong mapping { field column } } } }`;
const CHECK = `mutation Check($input: CheckImportInput!) { checkImport(input: $input) {
  ... on ImportCheckAskedFor { job { id } } ... on CheckImportRejected { message } } }`;
const COMMIT = `mutation Commit($input: CommitImportInput!) { commitImport(input: $input) {
  ... on ImportCommitAskedFor { job { id } } ... on CommitImportRejected { message } } }`;
const JOB = "query Job($id: ID!) { job(id: $id) { state message } }";

const lookEveryMs = 20;
const memoryEveryMs = 100;

interface Look {
  kind: string;
  mapping: { field: string; column: number }[];
}

/** Files as a script would send them. */
export class ImportApi {
  readonly #api: BenchApi;
  readonly #url: string;
  readonly #warehouseId: string;

  private constructor(api: BenchApi, url: string, warehouseId: string) {
    this.#api = api;
    this.#url = url;
    this.#warehouseId = warehouseId;
  }

  static async open(api: BenchApi, url: string, warehouse: string): Promise<ImportApi> {
    return new ImportApi(api, url, await api.warehouseId(warehouse));
  }

  async send(text: string): Promise<string> {
    const address = new URL("/import-files", this.#url);
    address.search = new URLSearchParams({
      ...{ warehouse: this.#warehouseId, name: "bench.csv" },
    }).toString();
    const headers = { ...this.#api.headers, "content-type": "application/octet-stream" };
    const answer = await fetch(address, { method: "POST", headers, body: text });
    const said = (await answer.json()) as { id?: string };
    if (!said.id) throw new Error(JSON.stringify(said));
    return said.id;
  }

  async check(importId: string): Promise<void> {
    const { node } = await this.#api.ask<{ node: Look }>(LOOK, { id: importId });
    const input = { importId, kind: node.kind, mapping: node.mapping };
    type Answer = { checkImport: { job?: { id: string }; message?: string } };
    const { checkImport } = await this.#api.ask<Answer>(CHECK, { input });
    await this.#ended(checkImport.job?.id, checkImport.message);
  }

  async commit(importId: string): Promise<void> {
    type Answer = { commitImport: { job?: { id: string }; message?: string } };
    const { commitImport } = await this.#api.ask<Answer>(COMMIT, { input: { importId } });
    await this.#ended(commitImport.job?.id, commitImport.message);
  }

  /** The most that the server has held, as it says so itself. */
  watchMemory(): { stop: () => Promise<number> } {
    let peakBytes = 0;
    let isOver = false;
    const look = async () => {
      while (!isOver) {
        const text = await (await fetch(new URL("/metrics", this.#url))).text();
        const [, bytes = "0"] = /^process_resident_memory_bytes (\S+)$/mu.exec(text) ?? [];
        peakBytes = Math.max(peakBytes, Number(bytes));
        await new Promise((resolve) => setTimeout(resolve, memoryEveryMs));
      }
    };
    const looking = look();
    return {
      stop: async () => {
        isOver = true;
        await looking;
        return peakBytes / 1024 / 1024;
      },
    };
  }

  async #ended(id: string | undefined, message: string | undefined): Promise<void> {
    if (!id) throw new Error(message ?? "No job was asked for.");
    for (;;) {
      const { job } = await this.#api.ask<{ job: { state: string; message: string } }>(JOB, { id });
      if (job.state === "DONE") return;
      if (job.state !== "WAITING" && job.state !== "RUNNING") throw new Error(job.message);
      await new Promise((resolve) => setTimeout(resolve, lookEveryMs));
    }
  }
}
