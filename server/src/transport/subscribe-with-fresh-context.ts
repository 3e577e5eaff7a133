import {
  createSourceEventStream,
  execute,
  type ExecutionArgs,
  type ExecutionResult,
} from "graphql";
import type { RequestContext } from "../context.ts";

/** Handed on as the root value of a subscription. */
export interface SubscriptionRoot {
  freshContext: () => RequestContext;
  /** Called once, when the subscription is over however it ended. */
  onOver: () => void;
}

/** Every event is answered with a context of its own: a shared one would serve stale rows. */
export async function subscribeWithFreshContext(
  args: ExecutionArgs,
): Promise<AsyncIterableIterator<ExecutionResult> | ExecutionResult> {
  const { freshContext, onOver } = args.rootValue as SubscriptionRoot;
  let source: Awaited<ReturnType<typeof createSourceEventStream>> | null = null;
  try {
    source = await createSourceEventStream(args);
  } finally {
    if (!source || !(Symbol.asyncIterator in source)) onOver();
  }
  if (!(Symbol.asyncIterator in source)) return source;
  const events = source[Symbol.asyncIterator]();
  const end = async () => {
    onOver();
    await events.return?.();
    return { done: true as const, value: undefined };
  };
  const iterator: AsyncIterableIterator<ExecutionResult> = {
    next: async () => {
      const event = await events.next().catch(async (error: unknown) => {
        await end();
        throw error;
      });
      if (event.done) return end();
      const value = await execute({
        ...args,
        rootValue: event.value,
        contextValue: freshContext(),
      });
      return { done: false, value };
    },
    return: end,
    throw: end,
    [Symbol.asyncIterator](): AsyncIterableIterator<ExecutionResult> {
      return iterator;
    },
  };
  return iterator;
}
