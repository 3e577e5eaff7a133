import { Migration } from "@mikro-orm/migrations";

/** People, what they may do and where, and the proofs they carry. */
export class Migration0003Accounts extends Migration {
  override up(): void {
    this.addSql(`
      -- One row: what this installation is. The cookie secret lives with the sessions it signs.
      create table installation (
        is_only boolean primary key default true check (is_only),
        cookie_secret text not null,
        demonstration_seeded_at timestamptz(3)
      );
      insert into installation (cookie_secret)
        values (replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', ''));

      create table app_user (
        id text primary key,
        name text not null,
        email text not null unique,
        email_verified boolean not null default false,
        image text,
        is_disabled boolean not null default false,
        sees_all_warehouses boolean not null default false,
        last_sign_in_at timestamptz(3),
        created_at timestamptz(3) not null default now(),
        updated_at timestamptz(3) not null default now()
      );

      create table sign_in_session (
        id text primary key,
        user_id text not null references app_user on delete cascade,
        token text not null unique,
        expires_at timestamptz(3) not null,
        ip_address text,
        user_agent text,
        created_at timestamptz(3) not null default now(),
        updated_at timestamptz(3) not null default now()
      );
      create index sign_in_session_user on sign_in_session (user_id);

      create table credential (
        id text primary key,
        user_id text not null references app_user on delete cascade,
        account_id text not null,
        provider_id text not null,
        access_token text,
        refresh_token text,
        id_token text,
        access_token_expires_at timestamptz(3),
        refresh_token_expires_at timestamptz(3),
        scope text,
        password text,
        created_at timestamptz(3) not null default now(),
        updated_at timestamptz(3) not null default now()
      );
      create index credential_user on credential (user_id);

      create table verification (
        id text primary key,
        identifier text not null,
        value text not null,
        expires_at timestamptz(3) not null,
        created_at timestamptz(3) not null default now(),
        updated_at timestamptz(3) not null default now()
      );

      create table role (
        code text primary key,
        name text not null,
        permissions text[] not null
      );

      create table user_role (
        user_id text not null references app_user on delete cascade,
        role_code text not null references role,
        primary key (user_id, role_code)
      );

      create table user_warehouse (
        user_id text not null references app_user on delete cascade,
        warehouse_id integer not null references warehouse,
        primary key (user_id, warehouse_id)
      );

      -- What each person may do and where; read at every sign-in check.
      create view user_rights as
        select u.id as user_id, u.is_disabled, u.sees_all_warehouses,
          array(
            select distinct p.permission
            from user_role ur join role r on r.code = ur.role_code, unnest(r.permissions) as p(permission)
            where ur.user_id = u.id order by 1
          ) as permissions,
          array(
            select uw.warehouse_id from user_warehouse uw where uw.user_id = u.id order by 1
          ) as warehouse_ids
        from app_user u;

      create table invitation (
        id bigint generated always as identity primary key,
        email text not null,
        name text not null,
        role_codes text[] not null,
        sees_all_warehouses boolean not null,
        warehouse_ids integer[] not null,
        token_hash bytea not null unique,
        invited_by text not null references app_user,
        created_at timestamptz(3) not null,
        expires_at timestamptz(3) not null,
        accepted_at timestamptz(3),
        revoked_at timestamptz(3)
      );

      create table api_key (
        id bigint generated always as identity primary key,
        owner_id text not null references app_user,
        name text not null check (name <> ''),
        prefix text not null,
        secret_hash bytea not null unique,
        permissions text[] not null,
        sees_all_warehouses boolean not null,
        warehouse_ids integer[] not null,
        created_at timestamptz(3) not null,
        expires_at timestamptz(3),
        last_used_at timestamptz(3),
        revoked_at timestamptz(3)
      );
      create index api_key_owner on api_key (owner_id);

      create table sign_in_attempt (
        id bigint generated always as identity primary key,
        bucket text not null,
        attempted_at timestamptz(3) not null
      );
      create index sign_in_attempt_bucket on sign_in_attempt (bucket, attempted_at);

      insert into role (code, name, permissions) values
        ('administrator', 'Administrator', array[
          'view:catalogue', 'view:stock', 'view:expected-quantity', 'view:cost', 'record:stock-moves',
          'create:stock-count', 'update:stock-count', 'approve:stock-count', 'post:stock-count',
          'manage:catalogue', 'manage:warehouses', 'manage:users', 'manage:api-keys', 'manage:options']),
        ('supervisor', 'Supervisor', array[
          'view:catalogue', 'view:stock', 'view:expected-quantity', 'view:cost', 'record:stock-moves',
          'create:stock-count', 'update:stock-count', 'post:stock-count', 'manage:catalogue', 'manage:api-keys']),
        ('approver', 'Approver', array[
          'view:catalogue', 'view:stock', 'view:expected-quantity', 'view:cost', 'approve:stock-count']),
        ('counter', 'Counter', array['view:catalogue', 'update:stock-count']),
        ('viewer', 'Viewer', array['view:catalogue', 'view:stock', 'view:expected-quantity', 'view:cost']);
    `);
  }
}
