import type { EntityManager } from "@mikro-orm/postgresql";
import { endTransaction, openTransaction } from "./before-commit.ts";
import { sql, type Db } from "./db.ts";

/** Statements of every size share one plan: planning for one entry costs more than storing it. */
const opening = sql`begin; set local plan_cache_mode = force_generic_plan`;

/**
 * For what thousands do each second. Statements that need no answer of each other are sent behind one
 * another, `begin` and a lock that has to be waited for among them: the database goes from one to the
 * next by itself, while this process serves others. Waiting for each answer costs a turn of the event
 * loop, and a busy one has long turns.
 *
 * The commit is sent only once all that `work` did is known to have succeeded.
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
      const [, result] = await Promise.all([opening.execute(db), work(db)]);
      await endTransaction(db);
      await sql`commit`.execute(db);
      return result;
    } catch (error) {
      await sql`rollback`.execute(db);
      throw error;
    }
  });
}
