import { Migration } from "@mikro-orm/migrations";

/**
 * Work that is longer than a request: asked for, taken by one server at a time under a lease, taken
 * over when that server is gone, and told of while it goes on. Each change of a job takes the next
 * revision of its warehouse, in the order of commits.
 */
export class Migration0028Jobs extends Migration {
  override up(): void {
    this.addSql(`
      create table job_head (
        warehouse_id integer primary key references warehouse,
        last_revision bigint not null
      );

      create table job (
        warehouse_id integer not null references warehouse,
        id bigint generated always as identity,
        kind text not null check (kind in ('POST_SESSION')),
        session_id bigint not null,
        -- Asked for twice with the same key, it is one job.
        request_key text not null,
        request jsonb not null,
        asked_by text not null,
        asked_at timestamptz(3) not null,
        state text not null default 'WAITING'
          check (state in ('WAITING', 'RUNNING', 'DONE', 'REJECTED', 'FAILED', 'CANCELLED')),
        step text,
        done integer not null default 0 check (done between 0 and total),
        total integer not null,
        started_at timestamptz(3),
        ended_at timestamptz(3),
        result jsonb,
        error_code text,
        error_facts jsonb,
        is_cancel_asked boolean not null default false,
        cancel_asked_by text,
        attempts integer not null default 0,
        retry_at timestamptz(3),
        lease_holder text,
        lease_until timestamptz(3),
        revision bigint not null,
        primary key (warehouse_id, id),
        constraint job_revision_once unique (warehouse_id, revision),
        foreign key (warehouse_id, session_id) references count_session (warehouse_id, id),
        check ((state = 'RUNNING') = (lease_holder is not null)),
        check ((lease_holder is null) = (lease_until is null)),
        check ((state in ('WAITING', 'RUNNING')) = (ended_at is null)),
        check ((state = 'DONE') = (result is not null)),
        check ((state in ('REJECTED', 'FAILED')) = (error_code is not null)),
        check (is_cancel_asked = (cancel_asked_by is not null))
      );
      create unique index job_asked_once on job (warehouse_id, kind, session_id, request_key)
        where state in ('WAITING', 'RUNNING');
      create index job_to_do on job (asked_at) where state in ('WAITING', 'RUNNING');
    `);
  }
}
