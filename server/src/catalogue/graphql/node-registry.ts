import type { RequestContext } from "../../context.ts";
import { parseId, type IdKind } from "../../shared/opaque-id.ts";
import { Refusal } from "../../shared/refusal.ts";

export type LoadNode = (ctx: RequestContext, key: string[]) => Promise<object | null>;

/** How each kind of Node is found by its key; every feature registers its own. */
export const nodeLoaders = new Map<IdKind, LoadNode>();

export function registerNode(kind: IdKind, load: LoadNode): void {
  nodeLoaders.set(kind, load);
}

export async function loadNode(ctx: RequestContext, id: string): Promise<object | null> {
  const parsed = parseId(id);
  const load = parsed && nodeLoaders.get(parsed.kind);
  return load ? nullIfNotFound(() => load(ctx, parsed.key)) : null;
}

/** Unknown, foreign and malformed ids all answer null. */
export async function nullIfNotFound<Value>(load: () => Promise<Value>): Promise<Value | null> {
  try {
    return await load();
  } catch (error) {
    if (error instanceof Refusal && error.extensions.code === "NOT_FOUND") return null;
    throw error;
  }
}
