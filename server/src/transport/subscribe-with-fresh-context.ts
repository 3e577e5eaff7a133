import {
  createSourceEventStream,
  execute,
  type ExecutionArgs,
  type ExecutionResult,
} from "graphql";
import type { RequestContext } from "../context.ts";

/** Ends what runs; the socket calls it when it closes. */
type End = () => Promise<unknown>;

/** Handed on as the root value of a subscription. */
export interface SubscriptionRoot {
  freshContext: () => RequestContext;
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
  const events = source[Symbol.asyncIterator]();
  const end = async () => {
    leave();
    await events.return?.();
    return { done: true as const, value: undefined };
  };
  root.end = end;
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
        contextValue: root.freshContext(),
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
