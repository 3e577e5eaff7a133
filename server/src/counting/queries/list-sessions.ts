import { sql, type Db } from "../../database/db.ts";
import type { Page, PageArgs } from "../../shared/connection.ts";
import {
  conditionsOn,
  matchesWords,
  type DateTimeFilter,
  type EnumFilter,
} from "../../shared/filters.ts";
import { readPage, type OrderTerm } from "../../shared/page.ts";
import type { Looker } from "../domain/blindness.ts";
import type { CountType, SessionStatus } from "../domain/words.ts";
import type { SessionRow } from "../domain/rows.ts";
import { sessionColumns } from "../storage/session-row.ts";

export interface SessionConditions {
  search?: string;
  filter?: {
    status?: EnumFilter<SessionStatus>;
    countType?: EnumFilter<CountType>;
    createdAt?: DateTimeFilter;
    deadlineAt?: DateTimeFilter;
  };
  orderBy?: { field: "NUMBER" | "CREATED_AT" | "DEADLINE_AT"; direction: "ASC" | "DESC" };
}

const columns: Record<"NUMBER" | "CREATED_AT" | "DEADLINE_AT", Omit<OrderTerm, "direction">> = {
  NUMBER: { column: sql`s.number`, type: "bigint" },
  CREATED_AT: { column: sql`s.created_at`, type: "timestamptz" },
  DEADLINE_AT: { column: sql`coalesce(s.deadline_at, 'infinity')`, type: "timestamptz" },
};

/** A filter on the status sees what the looker is shown, no more. */
const statusFor = ({ seesExpected }: Looker) =>
  seesExpected
    ? sql`s.status`
    : sql`case when s.is_blind and (s.status in ('PARTIAL', 'POSTED')
          or s.status = 'OPEN' and s.is_submitted) then 'PENDING_APPROVAL' else s.status end`;

export function listSessions(
  db: Db,
  warehouseId: number,
  looker: Looker,
  { search, filter = {}, orderBy }: SessionConditions,
  page: PageArgs,
): Promise<Page<SessionRow>> {
  const { field, direction } = orderBy ?? { field: "NUMBER", direction: "DESC" };
  return readPage<SessionRow>(
    db,
    {
      columns: sessionColumns,
      from: sql`count_session s`,
      where: [
        sql`s.warehouse_id = ${warehouseId}`,
        ...matchesWords(
          sql`s.number || ' ' || s.title || ' ' || coalesce(s.reference, '')`,
          search,
        ),
        ...conditionsOn(statusFor(looker), filter.status),
        ...conditionsOn(sql`s.count_type`, filter.countType),
        ...conditionsOn(sql`s.created_at`, filter.createdAt),
        ...conditionsOn(sql`s.deadline_at`, filter.deadlineAt),
      ],
      order: [
        { ...columns[field], direction },
        { column: sql`s.id`, type: "bigint", direction },
      ],
    },
    page,
  );
}
