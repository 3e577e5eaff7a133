import { Migration } from "@mikro-orm/migrations";

/**
 * Who is on the floor: devices with what they have not sent yet, claimed places, and work that was
 * shared out. Unsent entries are told by device and person, because each has an outbox of their own.
 */
export class Migration0012Crew extends Migration {
  override up(): void {
    this.addSql(`
      create table session_device (
        warehouse_id integer not null,
        session_id bigint not null,
        user_id text not null,
        device_id text not null check (device_id <> ''),
        device_name text not null,
        unsent_count integer not null check (unsent_count >= 0),
        last_scan_at timestamptz(3),
        heartbeat_at timestamptz(3) not null,
        -- Somebody decided to close the count without what the device still holds.
        excluded_at timestamptz(3),
        excluded_by text,
        excluded_reason text,
        primary key (warehouse_id, session_id, user_id, device_id),
        foreign key (warehouse_id, session_id) references count_session (warehouse_id, id),
        check ((excluded_at is null) = (excluded_reason is null))
      );

      create table location_claim (
        warehouse_id integer not null,
        session_id bigint not null,
        location_id bigint not null,
        user_id text not null,
        device_id text,
        purpose text not null check (purpose in ('COUNT', 'VERIFY')),
        claimed_at timestamptz(3) not null,
        expires_at timestamptz(3) not null,
        primary key (warehouse_id, session_id, location_id, user_id),
        foreign key (warehouse_id, session_id) references count_session (warehouse_id, id),
        foreign key (warehouse_id, location_id) references location (warehouse_id, id)
      );
      -- One counter at a place, whatever races; who verifies stands beside.
      create unique index location_claim_one_counts on location_claim
        (warehouse_id, session_id, location_id) where purpose = 'COUNT';

      create table location_share (
        warehouse_id integer not null,
        session_id bigint not null,
        location_id bigint not null,
        user_id text not null,
        primary key (warehouse_id, session_id, location_id),
        foreign key (warehouse_id, session_id) references count_session (warehouse_id, id),
        foreign key (warehouse_id, location_id) references location (warehouse_id, id)
      );
    `);
  }
}
