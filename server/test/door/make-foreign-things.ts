import type pg from "pg";

export const keyOfWarehouse = (warehouseId: string) =>
  Number(Buffer.from(warehouseId, "base64url").toString().split(":")[1]);

/** One of each kind that takes long to come about by itself, in a warehouse that somebody does not see. */
export async function makeForeignThings(owner: pg.Client, warehouseId: string): Promise<void> {
  for (const make of [makePosting, makeSheet, makeJob, makeRestrictions, makePlans, makeImport])
    await make(owner, warehouseId);
}

async function makePosting(owner: pg.Client, warehouseId: string): Promise<void> {
  await owner.query(
    `insert into posting (warehouse_id, session_id, kind, digest, posted_by, posted_at, line_count,
       adjusted_count, ledger_position)
     select warehouse_id, id, 'POSTING', 'T36', created_by, created_at, 0, 0, 0
     from count_session where warehouse_id = $1 limit 1`,
    [keyOfWarehouse(warehouseId)],
  );
}

async function makeSheet(owner: pg.Client, warehouseId: string): Promise<void> {
  await owner.query(
    `insert into count_sheet (warehouse_id, session_id, number, is_rest_only, shows_books, printed_by,
       printed_at, line_ids)
     select warehouse_id, session_id, 1, false, false, 'nobody', now(), array[id]
     from count_line where warehouse_id = $1 limit 1`,
    [keyOfWarehouse(warehouseId)],
  );
}

/** It has ended: nobody takes it. */
async function makeJob(owner: pg.Client, warehouseId: string): Promise<void> {
  await owner.query(
    `insert into job (warehouse_id, kind, session_id, request_key, request, asked_by, asked_at,
       state, total, error_code, error_facts, ended_at, revision)
     select warehouse_id, 'POST_SESSION', id, 'T36', '{}', created_by, created_at, 'FAILED', 0,
       'T36', '{"message": "T36", "counts": []}', created_at, 1
     from count_session where warehouse_id = $1 limit 1`,
    [keyOfWarehouse(warehouseId)],
  );
}

async function makeRestrictions(owner: pg.Client, warehouseId: string): Promise<void> {
  await owner.query(
    `insert into close_off (warehouse_id, location_id, mode, owner_id, reason, made_at, expires_at)
     select warehouse_id, id, 'FLAG', 'nobody', 'T36', now(), now() + interval '1 day'
     from location where warehouse_id = $1 limit 1`,
    [keyOfWarehouse(warehouseId)],
  );
  await owner.query(
    `insert into stock_hold (warehouse_id, location_id, reason, placed_by, placed_at)
     select warehouse_id, id, 'T36', 'nobody', now() from location where warehouse_id = $1 limit 1`,
    [keyOfWarehouse(warehouseId)],
  );
}

async function makePlans(owner: pg.Client, warehouseId: string): Promise<void> {
  await owner.query(
    `insert into abc_run (warehouse_id, made_by, made_at, used_since, share_a, share_b, days,
       item_count, value_used) values ($1, 'nobody', now(), now(), 80, 95, 30, 0, 0)`,
    [keyOfWarehouse(warehouseId)],
  );
  await owner.query(
    // Out of use: the clock makes no counts of it while fingerprints are taken.
    `insert into schedule (warehouse_id, name, cadence_kind, starts_on, lead_days, scope, settings,
       is_active, created_by, created_at)
     values ($1, 'T36', 'DAILY', now(), 0, '{}', '{}', false, 'nobody', now())`,
    [keyOfWarehouse(warehouseId)],
  );
}

async function makeImport(owner: pg.Client, warehouseId: string): Promise<void> {
  await owner.query(
    `insert into import (warehouse_id, file_name, content, content_hash, byte_count, row_count,
       layout, preview, kind, mapping, is_remembered, reading_hash, uploaded_by, uploaded_at)
     values ($1, 'T36', 'a', 'a', 1, 1, '{}', '[]', 'ITEMS', '{}', false, 'a', 'nobody', now())`,
    [keyOfWarehouse(warehouseId)],
  );
}
