import type { Reference } from "@mikro-orm/postgresql";
import { notFound } from "../shared/refusal.ts";

/**
 * Gathered by the ORM's own data loader: all that one answer asks for in the same moment becomes one
 * statement, and what the request has seen already costs none. That loader answers an unknown key
 * with an empty reference; here it is refused.
 */
export async function loadOrNotFound<Entity extends object>(
  reference: Reference<Entity>,
  noun: string,
): Promise<Entity> {
  const loaded = await reference.load({ dataloader: true });
  if (!loaded || !reference.isInitialized()) throw notFound(noun);
  return loaded as Entity;
}
