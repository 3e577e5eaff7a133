import {
  createSourceEventStream,
  execute,
  type ExecutionArgs,
  type ExecutionResult,
} from "graphql";
import type { RequestContext } from "../context.ts";
import { SharedAnswers } from "../shared/shared-answers.ts";

/** Ends what runs; the socket calls it when it closes. */
type End = () => Promise<unknown>;

/** Handed on as the root value of a subscription. */
export interface SubscriptionRoot {
  freshContext: () => RequestContext;
  /** Like it, for an answer that is given to others too. */
  contextOfAnybody: () => RequestContext;
  /** Equal for those whom one answer serves. */
  question: string;
  /** The payload of a message, with errors as the outside may see them. */
  serialise: (result: ExecutionResult) => string;
  /** Resolves when the socket has taken it. */
  sendNext: (payload: string) => Promise<void>;
  /** What runs on the socket; this subscription is in it from its admission to its end. */
  running: Set<SubscriptionRoot>;
  end: End | null;
}

/** Every event is answered with a context of its own: a shared one would serve stale rows. */
export async function subscribeWithFreshContext(
  args: ExecutionArgs,
): Promise<AsyncIterableIterator<ExecutionResult> | ExecutionResult> {
  const root = args.rootValue as SubscriptionRoot;
  const leave = () => root.running.delete(root);
  let source: Awaited<ReturnType<typeof createSourceEventStream>> | null = null;
  try {
    source = await createSourceEventStream(args);
  } finally {
    if (!source || !(Symbol.asyncIterator in source)) leave();
  }
  if (!(Symbol.asyncIterator in source)) return source;
  return new AnsweredEvents(args, root, source[Symbol.asyncIterator]());
}

class AnsweredEvents implements AsyncIterableIterator<ExecutionResult> {
  #isOver = false;

  constructor(
    private readonly args: ExecutionArgs,
    private readonly root: SubscriptionRoot,
    private readonly events: AsyncIterator<unknown>,
  ) {
    root.end = () => this.return();
  }

  async next(): Promise<IteratorResult<ExecutionResult, undefined>> {
    for (;;) {
      const event = await this.events.next().catch(async (error: unknown) => {
        await this.return();
        throw error;
      });
      if (event.done || this.#isOver) return this.return();
      const { value } = event;
      if (!(value instanceof SharedAnswers))
        return { done: false, value: await this.#answer(value, this.root.freshContext()) };
      const text = await value.answerOnce(this.root.question, async () =>
        this.root.serialise(await this.#answer(value, this.root.contextOfAnybody())),
      );
      // Sent from here, because the library would write it out anew for each of them.
      if (!this.#isOver) await this.root.sendNext(text);
    }
  }

  async return(): Promise<IteratorResult<ExecutionResult, undefined>> {
    this.#isOver = true;
    this.root.running.delete(this.root);
    await this.events.return?.();
    return { done: true, value: undefined };
  }

  throw(): Promise<IteratorResult<ExecutionResult, undefined>> {
    return this.return();
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  async #answer(event: unknown, contextValue: RequestContext): Promise<ExecutionResult> {
    return execute({ ...this.args, rootValue: event, contextValue });
  }
}
