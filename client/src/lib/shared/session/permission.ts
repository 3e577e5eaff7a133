/** The permissions the screens ask about; the server knows more and decides every time. */
export type Permission =
  | "view:stock"
  | "view:catalogue"
  | "view:expected-quantity"
  | "view:cost"
  | "view:stock-count"
  | "create:stock-count"
  | "update:stock-count"
  | "approve:stock-count"
  | "post:stock-count"
  | "view:audit"
  | "manage:users"
  | "manage:api-keys"
  | "manage:options"
  | "record:stock-moves";

const words: Record<string, string> = {
  "view:stock-count": "See counts",
  "create:stock-count": "Start counts",
  "update:stock-count": "Count stock",
  "approve:stock-count": "Approve counts",
  "post:stock-count": "Post counts to stock",
  "view:expected-quantity": "See expected quantities",
  "view:cost": "See costs and values",
  "view:stock": "See stock and locations",
  "view:catalogue": "See the catalogue",
  "record:stock-moves": "Record stock moves",
  "manage:catalogue": "Manage the catalogue",
  "manage:warehouses": "Manage warehouses and locations",
  "manage:users": "Manage users and invitations",
  "manage:options": "Change options, tolerances and reasons",
  "view:audit": "See the audit log",
};

const verbs: Record<string, string> = {
  view: "See",
  manage: "Manage",
  create: "Create",
  update: "Change",
  approve: "Approve",
  post: "Post",
  record: "Record",
};

/** A permission in words: "manage:api-keys" is "Manage API keys". */
export function permissionInWords(permission: string): string {
  const known = words[permission];
  if (known) return known;
  const [verb = "", subject = ""] = permission.split(":");
  const thing = subject.replaceAll("-", " ").replace(/\bapi\b/, "API");
  return `${verbs[verb] ?? verb} ${thing}`.trim();
}
