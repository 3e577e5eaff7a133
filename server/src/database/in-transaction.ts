import type { EntityManager } from "@mikro-orm/postgresql";
import { endTransaction, openTransaction } from "./before-commit.ts";
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
  return em.fork().transactional(async (inner) => {
    const own = inner as EntityManager;
    const db = own.getKysely() as unknown as Db;
    openTransaction(db);
    const result = await work({ em: own, db });
    await endTransaction(db);
    return result;
  });
}
