import { Migration } from "@mikro-orm/migrations";

/**
 * Reasons have an order that people choose, and how often each was found is asked for. A device says
 * which version of the app it runs; one that is no longer in use can be forgotten, until it is heard again.
 */
export class Migration0032ReasonsAndDevices extends Migration {
  override up(): void {
    this.addSql(`
      alter table variance_reason add column position integer;
      update variance_reason r set position = o.position
        from (select code, row_number() over (order by name) as position from variance_reason) o
        where o.code = r.code;
      alter table variance_reason alter column position set not null;
      create index investigation_reason on investigation (reason_code, warehouse_id)
        where reason_code is not null;

      alter table session_device add column app_version text check (app_version <> ''),
        add column forgotten_at timestamptz(3);
      create index session_device_heard on session_device (warehouse_id, heartbeat_at);
    `);
  }
}
