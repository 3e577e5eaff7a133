import { Worker } from "node:worker_threads";
import { RefusedFile } from "../domain/refused-file.ts";
import {
  tableLimits,
  type FoundTable,
  type TableLayout,
  type TableRow,
} from "../domain/table-layout.ts";
import { checkArchive, isArchive } from "./check-archive.ts";
import type { ChosenLayout } from "./read-delimited.ts";
import type { TableMessage, TableToRead } from "./table-thread.ts";

/** What a reader may take before it is ended from outside. */
export interface ReaderLimits {
  deadlineMs: number;
  heapMegabytes: number;
}

const usualLimits: ReaderLimits = { deadlineMs: 20_000, heapMegabytes: 320 };
const previewRows = 8;

/**
 * A file from outside, read in a thread of its own: whatever it does there, the server goes on. The thread
 * has a heap that it cannot outgrow and a deadline, and is ended with the last row.
 */
export class OpenTable {
  readonly #worker: Worker;
  readonly #messages: AsyncMessages;
  #layout: TableLayout | null = null;

  private constructor(worker: Worker, messages: AsyncMessages) {
    this.#worker = worker;
    this.#messages = messages;
  }

  static async open(
    content: Buffer,
    chosen: ChosenLayout = {},
    limits = usualLimits,
  ): Promise<OpenTable> {
    if (content.length > tableLimits.bytes) throw new RefusedFile("TOO_LARGE");
    // The list of an archive is read before a thread is worth starting.
    if (isArchive(content)) checkArchive(content);
    const workerData: TableToRead = { bytes: content, chosen };
    const worker = new Worker(new URL("./table-thread.ts", import.meta.url), {
      workerData,
      resourceLimits: {
        maxOldGenerationSizeMb: limits.heapMegabytes,
        maxYoungGenerationSizeMb: 4,
      },
      env: {},
      stdout: true,
      stderr: true,
    });
    const table = new OpenTable(worker, new AsyncMessages(worker, limits.deadlineMs));
    try {
      const opened = await table.#messages.next();
      if (opened.kind !== "OPENED") throw new Error("A reader began with rows.");
      table.#layout = opened.layout;
      return table;
    } catch (error) {
      await table.close();
      throw error;
    }
  }

  get layout(): TableLayout {
    if (!this.#layout) throw new Error("A table is read before it was opened.");
    return this.#layout;
  }

  /** All rows below the headings, some thousand at a time. */
  async *batches(): AsyncGenerator<TableRow[]> {
    try {
      for (let isLast = false; !isLast;) {
        this.#worker.postMessage("more");
        const message = await this.#messages.next();
        if (message.kind !== "ROWS") throw new Error("A reader opened its table twice.");
        isLast = message.isLast;
        yield message.rows;
      }
    } finally {
      await this.close();
    }
  }

  async close(): Promise<void> {
    this.#messages.end();
    await this.#worker.terminate();
  }
}

/** The whole file once, for what there is to say about it before anybody has chosen anything. */
export async function findTable(content: Buffer, chosen?: ChosenLayout): Promise<FoundTable> {
  const table = await OpenTable.open(content, chosen);
  const preview: TableRow[] = [];
  let rowCount = 0;
  for await (const rows of table.batches()) {
    preview.push(...rows.slice(0, previewRows - preview.length));
    rowCount += rows.length;
  }
  if (rowCount === 0) throw new RefusedFile("EMPTY");
  return { layout: table.layout, preview, rowCount };
}

/** What the thread says, one at a time; its end and the deadline are said as refusals. */
class AsyncMessages {
  #waiting = Promise.withResolvers<TableMessage>();
  readonly #deadline: NodeJS.Timeout;

  constructor(worker: Worker, deadlineMs: number) {
    this.#waiting.promise.catch(() => undefined);
    this.#deadline = setTimeout(() => this.#refuse(new RefusedFile("TOO_SLOW")), deadlineMs);
    worker.on("message", (message: TableMessage) => this.#hear(message));
    worker.on("error", (error: NodeJS.ErrnoException) =>
      this.#refuse(
        error.code === "ERR_WORKER_OUT_OF_MEMORY" ? new RefusedFile("TOO_MUCH_MEMORY") : error,
      ),
    );
    worker.on("exit", () => this.#refuse(new Error("A reader ended before its table did.")));
  }

  async next(): Promise<TableMessage> {
    const message = await this.#waiting.promise;
    this.#renew();
    if (message.kind === "REFUSED") throw refusedAs(message);
    return message;
  }

  end(): void {
    clearTimeout(this.#deadline);
  }

  #hear(message: TableMessage): void {
    this.#waiting.resolve(message);
  }

  #refuse(error: Error): void {
    this.#waiting.reject(error);
  }

  #renew(): void {
    this.#waiting = Promise.withResolvers<TableMessage>();
    this.#waiting.promise.catch(() => undefined);
  }
}

function refusedAs({ reason, message }: TableMessage & { kind: "REFUSED" }): RefusedFile {
  return Object.assign(new RefusedFile(reason), { message });
}
