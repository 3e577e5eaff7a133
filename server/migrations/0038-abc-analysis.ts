import { Migration } from "@mikro-orm/migrations";

/**
 * Classes by what was used, in each warehouse: by which shares, what each analysis found, and which class
 * holds. Work that is longer than a request need not be about a count.
 */
export class Migration0038AbcAnalysis extends Migration {
  override up(): void {
    this.addSql(`
      alter table job alter column session_id drop not null;
      alter table job drop constraint job_kind_check;
      alter table job add constraint job_kind_check check (kind in ('POST_SESSION', 'ANALYSE_ABC'));
      alter table job add constraint job_about_a_count
        check ((kind = 'POST_SESSION') = (session_id is not null));
      drop index job_asked_once;
      create unique index job_asked_once on job (warehouse_id, kind, session_id, request_key)
        nulls not distinct where state in ('WAITING', 'RUNNING');

      create table abc_policy (
        warehouse_id integer primary key references warehouse,
        share_a numeric(6, 3) not null check (share_a > 0),
        share_b numeric(6, 3) not null check (share_b > share_a and share_b <= 100),
        days integer not null check (days between 1 and 1095),
        lift_from_moves integer check (lift_from_moves > 0),
        changed_by text not null,
        changed_at timestamptz(3) not null
      );

      create table abc_run (
        warehouse_id integer not null references warehouse,
        id bigint generated always as identity,
        made_by text not null,
        made_at timestamptz(3) not null,
        used_since timestamptz(3) not null,
        share_a numeric(6, 3) not null,
        share_b numeric(6, 3) not null,
        days integer not null,
        lift_from_moves integer,
        item_count integer not null,
        value_used numeric(30, 6) not null,
        applied_by text,
        applied_at timestamptz(3),
        primary key (warehouse_id, id),
        check ((applied_by is null) = (applied_at is null))
      );

      create table abc_run_item (
        warehouse_id integer not null,
        run_id bigint not null,
        rank integer not null,
        item_id bigint not null references item,
        -- Null where no cost is known.
        value_used numeric(30, 6),
        moves integer not null,
        share numeric(10, 9) not null,
        share_cumulative numeric(10, 9) not null,
        class_before char(1) check (class_before in ('A', 'B', 'C')),
        class_by_value char(1) not null check (class_by_value in ('A', 'B', 'C')),
        class_now char(1) not null check (class_now in ('A', 'B', 'C')),
        primary key (warehouse_id, run_id, rank),
        constraint abc_run_item_once unique (warehouse_id, run_id, item_id),
        foreign key (warehouse_id, run_id) references abc_run (warehouse_id, id)
      );
      create trigger abc_run_item_append_only before update or delete or truncate on abc_run_item
        for each statement execute function refuse_rewrite();

      -- The class of an item in one warehouse; where there is none, the item's own class holds.
      create table item_class (
        warehouse_id integer not null references warehouse,
        item_id bigint not null references item,
        abc_class char(1) not null check (abc_class in ('A', 'B', 'C')),
        run_id bigint not null,
        primary key (warehouse_id, item_id),
        foreign key (warehouse_id, run_id) references abc_run (warehouse_id, id)
      );
    `);
  }
}
