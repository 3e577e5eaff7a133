import type { RawBuilder } from "kysely";
import { sql } from "../../database/db.ts";

/**
 * Whether a person has had a hand in the numbers of a count_line: by an entry that counts, in whatever
 * round and generation and through whatever device, session or key; by typing what another has written
 * down; by taking an entry back; or by saying what a loose entry meant.
 */
export const isCountedBy = (
  line: RawBuilder<unknown>,
  userId: RawBuilder<unknown>,
): RawBuilder<unknown> => sql`exists (
  select from observation o
  where o.warehouse_id = ${line}.warehouse_id and o.line_id = ${line}.id
    and ${userId} in (o.recorded_by, o.matched_by, o.entered_by)
    and o.mode in ('ADD', 'REPLACE', 'VERIFY', 'VOID'))`;
