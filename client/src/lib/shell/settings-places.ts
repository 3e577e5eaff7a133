import type { Permission } from "#lib/shared/session/permission.ts";
import type { PlaceWord } from "./shell-words.ts";
import { session } from "#lib/shared/session/session.svelte.ts";

export interface SettingsPlace {
  path: string;
  word: PlaceWord;
  /** All of them are asked for. */
  permissions: readonly Permission[];
}

const mayReadAudit: readonly Permission[] = [
  "view:audit",
  "view:stock-count",
  "view:stock",
  "view:expected-quantity",
  "view:cost",
];

const maySeeLimits: readonly Permission[] = [
  "view:stock-count",
  "view:expected-quantity",
  "view:cost",
];

/** The pages of the settings, in the order of their list. */
export const settingsPlaces: readonly SettingsPlace[] = [
  { path: "/settings/options", word: "options", permissions: ["view:stock-count"] },
  {
    path: "/settings/tolerances",
    word: "tolerances",
    permissions: ["view:stock-count", "view:expected-quantity"],
  },
  { path: "/settings/approvers", word: "approvers", permissions: maySeeLimits },
  { path: "/settings/reasons", word: "reasons", permissions: ["view:stock-count"] },
  {
    path: "/settings/codes",
    word: "codes",
    permissions: ["create:stock-count", "view:catalogue"],
  },
  { path: "/settings/users", word: "users", permissions: ["manage:users"] },
  { path: "/settings/roles", word: "roles", permissions: ["view:stock-count"] },
  { path: "/settings/devices", word: "devices", permissions: ["create:stock-count"] },
  { path: "/settings/keys", word: "keys", permissions: ["manage:users"] },
  {
    path: "/settings/jobs",
    word: "jobs",
    permissions: ["view:stock-count", "view:expected-quantity"],
  },
  { path: "/settings/audit", word: "audit", permissions: mayReadAudit },
];

export const shownSettings = () =>
  settingsPlaces.filter(({ permissions }) => permissions.every((each) => session.can(each)));

/** What a page of the settings asks for; nothing for an address that is none. */
export function permissionsOf(pathname: string): readonly Permission[] {
  return settingsPlaces.find(({ path }) => path === pathname)?.permissions ?? [];
}
