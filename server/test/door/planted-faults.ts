/** Something of the database that is broken on purpose, and a question that comes upon it. */
export interface PlantedFault {
  what: string;
  breakIt: string;
  mendIt: string;
  who: "supervisor" | "administrator" | "nobody";
  /** $w stands for a warehouse, $q for a quant. */
  query: string;
}

export const away = (table: string) => ({
  breakIt: `alter table ${table} rename to ${table}_away`,
  mendIt: `alter table ${table}_away rename to ${table}`,
});

const raising = (table: string) => ({
  breakIt: `create function t38_raise() returns trigger language plpgsql as
      $$ begin raise exception 'secret of %', tg_table_name; end $$;
    create trigger t38_raise before insert on ${table} execute function t38_raise()`,
  mendIt: `drop trigger t38_raise on ${table}; drop function t38_raise()`,
});

const makePlace = `mutation {
  saveLocation(input: { warehouseId: $w, code: "T38", name: "T38", kind: STORAGE }) { __typename }
}`;
const invite = `mutation {
  inviteUser(input: { email: "t@t.example", name: "T", roles: ["viewer"],
    seesAllWarehouses: true, warehouseIds: [] }) { __typename }
}`;
const makeKey = `mutation {
  createApiKey(input: { name: "T38", permissions: ["view:stock"],
    seesAllWarehouses: true, warehouseIds: [] }) { __typename }
}`;
const signIn = `mutation {
  signIn(input: { email: "a@b.example", password: "some password" }) { __typename }
}`;

const supervisor = "supervisor";
const administrator = "administrator";

export const plantedFaults: PlantedFault[] = [
  { what: "a table is gone", ...away("item"), who: supervisor, query: "{ items { totalCount } }" },
  {
    what: "the table of a relation is gone",
    ...away("category"),
    who: supervisor,
    query: "{ items(first: 5) { nodes { category { name } } } }",
  },
  {
    what: "a table that is joined is gone",
    ...away("location"),
    who: supervisor,
    query: "{ quants(warehouseId: $w) { nodes { id } } }",
  },
  {
    what: "the ledger is gone",
    ...away("stock_move"),
    who: supervisor,
    query: "{ stockMoves(warehouseId: $w) { nodes { id } } }",
  },
  {
    what: "the table of a loader is gone",
    ...away("serial_unit"),
    who: supervisor,
    query: "{ quants(warehouseId: $w, first: 9) { nodes { serialUnits { serial } } } }",
  },
  { what: "the tries are gone", ...away("sign_in_attempt"), who: "nobody", query: signIn },
  {
    what: "the roles are gone",
    ...away("user_role"),
    who: administrator,
    query: "{ users(first: 3) { nodes { roles { code } } } }",
  },
  {
    what: "a column is gone",
    breakIt: "alter table supplier rename column name to names",
    mendIt: "alter table supplier rename column names to name",
    who: supervisor,
    query: "{ suppliers { nodes { name } } }",
  },
  {
    what: "a right is gone",
    breakIt: "revoke select on unit from tallyroom_app",
    mendIt: "grant select on unit to tallyroom_app",
    who: supervisor,
    query: "{ units { code } }",
  },
  {
    what: "a function is gone",
    breakIt: "alter function quantity_at rename to quantity_at_away",
    mendIt: "alter function quantity_at_away rename to quantity_at",
    who: supervisor,
    query: `{ quantityAt(quantId: $q, instant: "2026-11-21T08:00:00Z") }`,
  },
  { what: "a trigger raises", ...raising("location"), who: administrator, query: makePlace },
  { what: "another trigger raises", ...raising("invitation"), who: administrator, query: invite },
  {
    what: "a table has a new rule",
    breakIt: "alter table location add constraint t38_rule check (code <> 'T38')",
    mendIt: "alter table location drop constraint t38_rule",
    who: administrator,
    query: makePlace,
  },
  {
    what: "a column is too short",
    breakIt: "alter table api_key add constraint t38_rule check (length(name) > 9) not valid",
    mendIt: "alter table api_key drop constraint t38_rule",
    who: supervisor,
    query: makeKey,
  },
];
