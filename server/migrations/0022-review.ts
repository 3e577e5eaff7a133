import { Migration } from "@mikro-orm/migrations";

/**
 * How variances are judged and explained. Tolerances come in sets that are never edited: a count is
 * judged by the version it was started under. What somebody found out about a line is only ever
 * added to, as another revision.
 */
export class Migration0022Review extends Migration {
  override up(): void {
    this.addSql(`
      create table tolerance_set (
        warehouse_id integer not null references warehouse,
        version integer not null check (version > 0),
        saved_by text not null,
        saved_at timestamptz(3) not null,
        primary key (warehouse_id, version)
      );

      -- A rule that names neither item, class nor place is the default of its set.
      create table tolerance_rule (
        warehouse_id integer not null,
        version integer not null,
        position integer not null,
        item_id bigint references item,
        abc_class char(1) check (abc_class in ('A', 'B', 'C')),
        location_id bigint,
        quantity_upper numeric(20, 6) check (quantity_upper >= 0),
        quantity_lower numeric(20, 6) check (quantity_lower >= 0),
        percent_upper numeric(20, 6) check (percent_upper >= 0),
        percent_lower numeric(20, 6) check (percent_lower >= 0),
        value_upper numeric(20, 6) check (value_upper >= 0),
        value_lower numeric(20, 6) check (value_lower >= 0),
        value_percent_upper numeric(20, 6) check (value_percent_upper >= 0),
        value_percent_lower numeric(20, 6) check (value_percent_lower >= 0),
        primary key (warehouse_id, version, position),
        constraint tolerance_rule_once unique nulls not distinct
          (warehouse_id, version, item_id, abc_class, location_id),
        foreign key (warehouse_id, version) references tolerance_set (warehouse_id, version),
        foreign key (warehouse_id, location_id) references location (warehouse_id, id),
        check (item_id is null or (abc_class is null and location_id is null)),
        check (num_nonnulls(quantity_upper, quantity_lower, percent_upper, percent_lower,
          value_upper, value_lower, value_percent_upper, value_percent_lower) > 0)
      );

      -- Few rules are not about an item, and each line that differs looks through all of those.
      create index tolerance_rule_of_many on tolerance_rule (warehouse_id, version)
        where item_id is null;

      -- What a count is judged by: the set in force when it started, and limits of its own.
      create table session_tolerance (
        warehouse_id integer not null,
        session_id bigint not null,
        version integer,
        quantity_upper numeric(20, 6) check (quantity_upper >= 0),
        quantity_lower numeric(20, 6) check (quantity_lower >= 0),
        percent_upper numeric(20, 6) check (percent_upper >= 0),
        percent_lower numeric(20, 6) check (percent_lower >= 0),
        value_upper numeric(20, 6) check (value_upper >= 0),
        value_lower numeric(20, 6) check (value_lower >= 0),
        value_percent_upper numeric(20, 6) check (value_percent_upper >= 0),
        value_percent_lower numeric(20, 6) check (value_percent_lower >= 0),
        has_limits boolean not null generated always as (
          num_nonnulls(quantity_upper, quantity_lower, percent_upper, percent_lower,
            value_upper, value_lower, value_percent_upper, value_percent_lower) > 0) stored,
        primary key (warehouse_id, session_id),
        foreign key (warehouse_id, session_id) references count_session (warehouse_id, id),
        foreign key (warehouse_id, version) references tolerance_set (warehouse_id, version)
      );

      create table variance_reason (
        code text primary key check (code ~ '^[A-Z][A-Z0-9_]*$'),
        name text not null unique check (name <> ''),
        is_active boolean not null default true
      );
      insert into variance_reason (code, name) values
        ('NOT_CONSUMED', 'Not consumed'),
        ('WRONG_STATUS', 'Wrong status'),
        ('SCANNED_TO_WRONG_PLACE', 'Scanned to the wrong place'),
        ('NOT_MOVED_DIGITALLY', 'Not moved digitally'),
        ('KIT_NOT_FILLED', 'Kit not filled'),
        ('UNRECORDED_RECEIPT', 'Unrecorded receipt'),
        ('UNRECORDED_LOSS', 'Unrecorded loss'),
        ('THEFT', 'Theft'),
        ('DAMAGE', 'Damage'),
        ('UNIT_SLIP', 'Unit slip'),
        ('COUNTING_ERROR', 'Counting error'),
        ('PREVIOUS_UNDER_COUNT', 'Previous under-count');

      create table investigation (
        warehouse_id integer not null,
        line_id bigint not null,
        revision integer not null check (revision > 0),
        session_id bigint not null,
        reason_code text references variance_reason,
        notes text check (notes <> ''),
        fix text check (fix in ('CONFIRMED_CONSUMPTION', 'MOVED_TO_RIGHT_PLACE',
          'MOVED_TO_DISCREPANCY_LOCATION', 'RETURNED_TO_STOCK')),
        recorded_by text not null,
        recorded_at timestamptz(3) not null,
        primary key (warehouse_id, line_id, revision),
        foreign key (warehouse_id, line_id) references count_line (warehouse_id, id)
      );
      create index investigation_session on investigation (warehouse_id, session_id);

      create trigger tolerance_set_append_only before update or delete or truncate on tolerance_set
        for each statement execute function refuse_rewrite();
      create trigger tolerance_rule_append_only before update or delete or truncate on tolerance_rule
        for each statement execute function refuse_rewrite();
      create trigger investigation_append_only before update or delete or truncate on investigation
        for each statement execute function refuse_rewrite();
    `);
  }
}
