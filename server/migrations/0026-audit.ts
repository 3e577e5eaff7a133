import { Migration } from "@mikro-orm/migrations";

/**
 * The chain. Every decision is an entry whose hash is made of the hash before it and its own text; each
 * entry names how far the ledger was sealed by then, and the ledger's seals are a chain of their own. A
 * row that is changed, missing or in another's place is found. The application may only append, through
 * append_audit, which runs with its owner's rights.
 */
export class Migration0026Audit extends Migration {
  override up(): void {
    this.addSql(`
      -- Warehouse 0 is the company.
      create table audit_head (
        warehouse_id integer primary key,
        last_sequence bigint not null,
        last_hash text not null
      );

      create table audit_entry (
        warehouse_id integer not null,
        sequence bigint not null,
        kind text not null,
        actor_id text,
        happened_at timestamptz(3) not null,
        session_id bigint,
        -- The text that was hashed; the columns before are of it, to search by.
        body text not null,
        hash text not null,
        primary key (warehouse_id, sequence)
      );
      create index audit_entry_session on audit_entry (warehouse_id, session_id, sequence)
        where session_id is not null;

      -- The ledger in blocks. The digest of each row stays, so that the very row is found.
      create table ledger_seal (
        warehouse_id integer not null references warehouse,
        first_move_id bigint not null,
        last_move_id bigint not null,
        row_digests bytea not null,
        hash text not null,
        primary key (warehouse_id, last_move_id),
        check (octet_length(row_digests) = 32 * (last_move_id - first_move_id + 1))
      );

      create trigger audit_entry_append_only before update or delete or truncate on audit_entry
        for each statement execute function refuse_rewrite();
      create trigger ledger_seal_append_only before update or delete or truncate on ledger_seal
        for each statement execute function refuse_rewrite();

      create function audit_instant(p_at timestamptz) returns text language sql immutable as $$
        select to_char(p_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')
      $$;

      create function stock_move_text(m stock_move) returns text language sql stable
      set search_path from current as $$
        select json_build_array(m.id, m.quant_id, m.kind, trim_scale(m.quantity)::text,
          audit_instant(m.effective_at), audit_instant(m.recorded_at), m.recorded_by, m.external_id,
          m.leg, m.reference, m.reason_code, coalesce((
            select json_agg(s.serial_unit_id order by s.serial_unit_id) from stock_move_serial s
            where s.warehouse_id = m.warehouse_id and s.move_id = m.id), '[]'))::text
      $$;

      create function posting_line_text(l posting_line) returns text language sql immutable
      set search_path from current as $$
        select json_build_array(l.line_id, trim_scale(l.quantity_counted)::text,
          trim_scale(l.quantity_expected)::text, trim_scale(l.quantity_delta)::text,
          trim_scale(l.unit_cost)::text, l.currency, audit_instant(l.counted_at))::text
      $$;

      create function posting_lines_digest(p_warehouse_id integer, p_posting_id bigint) returns text
      language sql stable set search_path from current as $$
        select encode(sha256(convert_to(coalesce(
            string_agg(posting_line_text(l), E'\\n' order by l.line_id), ''), 'UTF8')), 'hex')
        from posting_line l where l.warehouse_id = p_warehouse_id and l.posting_id = p_posting_id
      $$;

      -- Seals at most so many moves behind the last seal. Expects the head of the chain to be held: what
      -- is committed of a ledger is 1 to n, so nothing can come to stand before what is sealed.
      create function seal_ledger(p_warehouse_id integer, p_at_most integer) returns ledger_seal
      language plpgsql security definer set search_path from current as $$
      declare
        v_last ledger_seal;
        v_next bigint;
        v_upto bigint;
      begin
        select * into v_last from ledger_seal s where s.warehouse_id = p_warehouse_id
          order by s.last_move_id desc limit 1;
        v_next := coalesce(v_last.last_move_id, 0) + 1;
        select least(v_next + p_at_most - 1, h.last_move_id) into v_upto
          from ledger_head h where h.warehouse_id = p_warehouse_id;
        if v_upto is null or v_upto < v_next then
          return v_last;
        end if;
        insert into ledger_seal
          select p_warehouse_id, v_next, v_upto, d.digests,
            encode(sha256(convert_to(coalesce(v_last.hash, ''), 'UTF8') || d.digests), 'hex')
          from (
            select string_agg(sha256(convert_to(stock_move_text(m), 'UTF8')), ''::bytea
              order by m.id) as digests
            from stock_move m
            where m.warehouse_id = p_warehouse_id and m.id between v_next and v_upto
          ) d
          returning * into v_last;
        return v_last;
      end $$;

      -- What an entry says of things that are kept elsewhere.
      create function audit_details(p_warehouse_id integer, p_entry jsonb) returns jsonb
      language sql stable set search_path from current as $$
        select coalesce(nullif(p_entry -> 'details', 'null'), '{}') || case
          when p_entry ->> 'kind' in ('POSTING_MADE', 'POSTING_REVERSED') then jsonb_build_object(
            'linesDigest',
            posting_lines_digest(p_warehouse_id, (p_entry -> 'details' ->> 'postingId')::bigint))
          when p_entry ->> 'kind' = 'SESSION_STARTED' then (
            select jsonb_build_object('number', s.number, 'lines', s.lines_total, 'scope', s.scope,
              'options', s.options, 'ledgerPosition', s.ledger_position, 'tolerance', (
                select to_jsonb(t) - 'warehouse_id' - 'session_id' from session_tolerance t
                where t.warehouse_id = s.warehouse_id and t.session_id = s.id))
            from count_session s
            where s.warehouse_id = p_warehouse_id and s.id = (p_entry ->> 'session')::bigint)
          else '{}' end
      $$;

      create function append_audit(p_warehouse_id integer, p_entries jsonb) returns void
      language plpgsql security definer set search_path from current as $$
      declare
        v_head audit_head;
        v_seal ledger_seal;
        v_entry jsonb;
        v_body text;
      begin
        insert into audit_head as h values (p_warehouse_id, 0, '')
          on conflict (warehouse_id) do update set last_sequence = h.last_sequence
          returning * into v_head;
        if p_warehouse_id <> 0 then
          v_seal := seal_ledger(p_warehouse_id, 20000);
        end if;
        for v_entry in select e.value from jsonb_array_elements(p_entries) e loop
          v_head.last_sequence := v_head.last_sequence + 1;
          v_body := json_build_object('warehouse', p_warehouse_id, 'sequence', v_head.last_sequence,
            'kind', v_entry ->> 'kind', 'actor', v_entry ->> 'actor',
            'at', audit_instant((v_entry ->> 'at')::timestamptz),
            'session', (v_entry ->> 'session')::bigint,
            'details', audit_details(p_warehouse_id, v_entry),
            'ledger', json_build_object('position', coalesce(v_seal.last_move_id, 0),
              'hash', coalesce(v_seal.hash, '')))::text;
          v_head.last_hash :=
            encode(sha256(convert_to(v_head.last_hash || v_body, 'UTF8')), 'hex');
          insert into audit_entry values (p_warehouse_id, v_head.last_sequence,
            v_entry ->> 'kind', v_entry ->> 'actor', (v_entry ->> 'at')::timestamptz,
            (v_entry ->> 'session')::bigint, v_body, v_head.last_hash);
        end loop;
        update audit_head h set last_sequence = v_head.last_sequence, last_hash = v_head.last_hash
          where h.warehouse_id = p_warehouse_id;
      end $$;

      update role set permissions = permissions || array['view:audit']
        where code in ('administrator', 'supervisor', 'approver');
    `);
  }
}
