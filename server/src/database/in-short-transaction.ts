import type { EntityManager } from "@mikro-orm/postgresql";
import { endTransaction, openTransaction } from "./before-commit.ts";
import { sql, type Db } from "./db.ts";

/** Statements of every size share one plan: planning for one entry costs more than storing it. */
const opening = sql`begin; set local plan_cache_mode = force_generic_plan`;

/**
 * For what thousands do each second, without the ORM's own work around it. Statements that need no answer
 * of each other may be given at once: the driver sends the next as the answer of the last arrives, and
 * nobody's turn of the event loop comes in between.
 */
export async function inShortTransaction<Result>(
  em: EntityManager,
  work: (db: Db) => Promise<Result>,
): Promise<Result> {
  const executor = (em.fork().getKysely() as unknown as Db).getExecutor();
  return executor.provideConnection(async (connection) => {
    const direct = executor.withConnectionProvider({ provideConnection: (use) => use(connection) });
    const db: Db = { getExecutor: () => direct };
    try {
      openTransaction(db);
      await opening.execute(db);
      const result = await work(db);
      await endTransaction(db);
      await sql`commit`.execute(db);
      return result;
    } catch (error) {
      await sql`rollback`.execute(db);
      throw error;
    }
  });
}
