import { Migration } from "@mikro-orm/migrations";

/**
 * What keeps stock where it is for a while: a place with everything below it that somebody has closed
 * off until a given instant, and things that may be counted but neither posted nor moved.
 */
export class Migration0029Restrictions extends Migration {
  override up(): void {
    this.addSql(`
      create table close_off (
        warehouse_id integer not null references warehouse,
        id bigint generated always as identity,
        location_id bigint not null,
        mode text not null check (mode in ('DENY', 'WARN', 'FLAG')),
        -- Of a count that has closed its own places off: its posting passes, and with it this ends.
        session_id bigint,
        owner_id text not null,
        reason text not null check (reason <> ''),
        made_at timestamptz(3) not null,
        expires_at timestamptz(3) not null,
        ended_at timestamptz(3),
        ended_by text,
        primary key (warehouse_id, id),
        foreign key (warehouse_id, location_id) references location (warehouse_id, id),
        foreign key (warehouse_id, session_id) references count_session (warehouse_id, id),
        check (expires_at > made_at),
        check ((ended_at is null) = (ended_by is null))
      );
      create index close_off_place on close_off (warehouse_id, location_id) where ended_at is null;
      create index close_off_session on close_off (warehouse_id, session_id)
        where session_id is not null;

      -- Who did what with it, and why.
      create table close_off_step (
        warehouse_id integer not null,
        close_off_id bigint not null,
        id bigint generated always as identity,
        kind text not null check (kind in ('MADE', 'EXTENDED', 'ENDED')),
        actor_id text not null,
        happened_at timestamptz(3) not null,
        expires_at timestamptz(3),
        reason text,
        primary key (warehouse_id, close_off_id, id),
        foreign key (warehouse_id, close_off_id) references close_off (warehouse_id, id)
      );

      -- Moves that were made all the same: warned of, flagged, or past a denial with a reason.
      create table close_off_move (
        warehouse_id integer not null,
        close_off_id bigint not null,
        move_id bigint not null,
        override_reason text check (override_reason <> ''),
        primary key (warehouse_id, close_off_id, move_id),
        foreign key (warehouse_id, close_off_id) references close_off (warehouse_id, id),
        foreign key (warehouse_id, move_id) references stock_move (warehouse_id, id)
      );

      create table stock_hold (
        warehouse_id integer not null references warehouse,
        id bigint generated always as identity,
        item_id bigint references item,
        lot_id bigint references lot,
        location_id bigint,
        reason text not null check (reason <> ''),
        placed_by text not null,
        placed_at timestamptz(3) not null,
        released_at timestamptz(3),
        released_by text,
        release_reason text,
        primary key (warehouse_id, id),
        foreign key (warehouse_id, location_id) references location (warehouse_id, id),
        check (num_nonnulls(item_id, lot_id, location_id) > 0),
        check (item_id is null or lot_id is null),
        check ((released_at is null) = (released_by is null)),
        check ((released_at is null) = (release_reason is null))
      );
      create index stock_hold_item on stock_hold (warehouse_id, item_id)
        where released_at is null and item_id is not null;
      create index stock_hold_lot on stock_hold (warehouse_id, lot_id)
        where released_at is null and lot_id is not null;
      create index stock_hold_place on stock_hold (warehouse_id, location_id)
        where released_at is null and item_id is null and lot_id is null;

      create trigger close_off_step_append_only before update or delete or truncate on close_off_step
        for each statement execute function refuse_rewrite();
      create trigger close_off_move_append_only before update or delete or truncate on close_off_move
        for each statement execute function refuse_rewrite();
      create trigger close_off_no_delete before delete or truncate on close_off
        for each statement execute function refuse_rewrite();
      create trigger stock_hold_no_delete before delete or truncate on stock_hold
        for each statement execute function refuse_rewrite();
    `);
  }
}
