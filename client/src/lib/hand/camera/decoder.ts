import type { DecoderAnswer, DecoderQuestion } from "./decoder-worker.ts";
import type { SeenCode } from "./read-codes.ts";

/** Reads codes in pictures, beside the page: a slow picture never keeps a finger waiting. */
export class Decoder {
  #worker: Worker | undefined;
  #asked = 0;
  readonly #waiting = new Map<number, PromiseWithResolvers<SeenCode[]>>();

  /** The picture is given away and must not be used again. */
  read(picture: ImageBitmap): Promise<SeenCode[]> {
    this.#worker ??= this.#start();
    const number = ++this.#asked;
    const answer = Promise.withResolvers<SeenCode[]>();
    this.#waiting.set(number, answer);
    this.#worker.postMessage({ number, picture } satisfies DecoderQuestion, [picture]);
    return answer.promise;
  }

  close(): void {
    this.#worker?.terminate();
    this.#worker = undefined;
    this.#fail("The decoder was closed.");
  }

  #start(): Worker {
    const worker = new Worker(new URL("./decoder-worker.ts", import.meta.url), { type: "module" });
    worker.onmessage = ({ data }: MessageEvent<DecoderAnswer>) => {
      const answer = this.#waiting.get(data.number);
      this.#waiting.delete(data.number);
      if ("codes" in data) answer?.resolve(data.codes);
      else answer?.reject(new Error(data.fault));
    };
    // It could not be loaded, or its memory is gone: the next picture starts another.
    worker.onerror = ({ message }) => {
      worker.terminate();
      this.#worker = undefined;
      this.#fail(message);
    };
    return worker;
  }

  #fail(message: string): void {
    for (const answer of this.#waiting.values()) answer.reject(new Error(message));
    this.#waiting.clear();
  }
}
