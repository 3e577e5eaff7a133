import { permissionInWords } from "#lib/shared/session/permission.ts";

interface PermissionGroup {
  title: string;
  /** In words, in the order of the group. */
  allowed: readonly string[];
}

const groups: readonly [title: string, permissions: readonly string[]][] = [
  [
    "Sees",
    [
      "view:stock-count",
      "view:stock",
      "view:catalogue",
      "view:expected-quantity",
      "view:cost",
      "view:audit",
    ],
  ],
  ["Counts", ["update:stock-count"]],
  [
    "Runs counts",
    ["create:stock-count", "approve:stock-count", "post:stock-count", "record:stock-moves"],
  ],
  [
    "Manages",
    ["manage:options", "manage:users", "manage:api-keys", "manage:catalogue", "manage:warehouses"],
  ],
];

/** What a role allows, gathered; a permission that this page does not know yet is said all the same. */
export function permissionGroups(permissions: readonly string[]): PermissionGroup[] {
  const known = new Set(groups.flatMap(([, names]) => names));
  const more = permissions.filter((each) => !known.has(each));
  return [...groups, ["More", more] as const]
    .map(([title, names]) => ({
      title,
      allowed: names
        .filter((each) => permissions.includes(each))
        .map((each) => wordsIn(title, permissionInWords(each))),
    }))
    .filter(({ allowed }) => allowed.length > 0);
}

/** The title says the verb: "See counts" among what a role sees is "counts". */
function wordsIn(title: string, words: string): string {
  const verbs = { Sees: /^See /, Manages: /^(Manage|Change) / }[title];
  return verbs ? words.replace(verbs, "") : words;
}

const notAllowed: readonly [permission: string, words: string][] = [
  ["view:expected-quantity", "Is not told what the books say"],
  ["view:cost", "Is not told costs"],
  ["post:stock-count", "Cannot change stock by posting"],
  ["approve:stock-count", "Cannot approve"],
];

/** What matters most of what a role does not allow. */
export function withheld(permissions: readonly string[]): string[] {
  return notAllowed.filter(([each]) => !permissions.includes(each)).map(([, words]) => words);
}
