import type { EntityManager } from "@mikro-orm/postgresql";
import type { Db } from "./db.ts";

export interface Transaction {
  em: EntityManager;
  db: Db;
}

/** Opened by commands only: load, decide, save. */
export async function inTransaction<Result>(
  em: EntityManager,
  work: (transaction: Transaction) => Promise<Result>,
): Promise<Result> {
  return em.fork().transactional((inner) => {
    const own = inner as EntityManager;
    return work({ em: own, db: own.getKysely() as unknown as Db });
  });
}
