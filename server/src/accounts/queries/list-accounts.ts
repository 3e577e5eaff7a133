import { sql, type Db } from "../../database/db.ts";
import type { Page, PageArgs } from "../../shared/connection.ts";
import { matchesWords } from "../../shared/filters.ts";
import { readPage } from "../../shared/page.ts";
import {
  apiKeyColumns,
  invitationColumns,
  userColumns,
  type ApiKeyRow,
  type InvitationRow,
  type UserRow,
} from "./rows.ts";

export async function listUsers(
  db: Db,
  { search, role }: { search?: string | undefined; role?: string | undefined },
  page: PageArgs,
): Promise<Page<UserRow>> {
  return readPage<UserRow>(
    db,
    {
      columns: userColumns,
      from: sql`app_user u`,
      where: [
        ...matchesWords(sql`(u.name || ' ' || u.email)`, search),
        ...(role === undefined
          ? []
          : [
              sql`exists (select from user_role r where r.user_id = u.id and r.role_code = ${role})`,
            ]),
      ],
      order: [
        { column: sql`u.name`, type: "text", direction: "ASC" },
        { column: sql`u.id`, type: "text", direction: "ASC" },
      ],
    },
    page,
  );
}

/** Newest first. */
export async function listInvitations(db: Db, page: PageArgs): Promise<Page<InvitationRow>> {
  return readPage<InvitationRow>(
    db,
    {
      columns: invitationColumns,
      from: sql`invitation i`,
      where: [],
      order: [{ column: sql`i.id`, type: "bigint", direction: "DESC" }],
    },
    page,
  );
}

/** Newest first; null lists the keys of everybody. */
export async function listApiKeys(
  db: Db,
  ownerId: string | null,
  page: PageArgs,
): Promise<Page<ApiKeyRow>> {
  return readPage<ApiKeyRow>(
    db,
    {
      columns: apiKeyColumns,
      from: sql`api_key k`,
      where: ownerId === null ? [] : [sql`k.owner_id = ${ownerId}`],
      order: [{ column: sql`k.id`, type: "bigint", direction: "DESC" }],
    },
    page,
  );
}
