import type { EntityManager } from "@mikro-orm/postgresql";
import { nullIfNotFound } from "../../catalogue/graphql/node-registry.ts";
import { loadUser } from "../queries/load-one.ts";
import type { User } from "./objects.ts";
import { toUser } from "./to-object.ts";

/** Whoever did something; null where nobody did, or where that person is known no more. */
export async function userOrNull(em: EntityManager, id: string | null): Promise<User | null> {
  return id === null ? null : nullIfNotFound(async () => toUser(await loadUser(em, id)));
}
