import type { RawBuilder } from "kysely";
import { sql } from "../../database/db.ts";

/**
 * Whether a count_line is posted and was not taken back. The limit keeps the planner at the fence's
 * index, whatever it knows of a table that has just been filled.
 */
export const isPosted = (line: RawBuilder<unknown>): RawBuilder<unknown> => sql`(select true
  from posting_line p
  where p.warehouse_id = ${line}.warehouse_id and p.line_id = ${line}.id
    and p.reverses_posting_id is null and p.reversed_by_id is null
  limit 1) is not null`;
