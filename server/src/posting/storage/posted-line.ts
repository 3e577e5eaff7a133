import type { RawBuilder } from "kysely";
import { sql } from "../../database/db.ts";

/** Whether a count_line is posted and was not taken back. */
export const isPosted = (line: RawBuilder<unknown>): RawBuilder<unknown> => sql`exists (
  select from posting_line p
  where p.warehouse_id = ${line}.warehouse_id and p.line_id = ${line}.id
    and p.reverses_posting_id is null and p.reversed_by_id is null)`;
