import type { Permission } from "#lib/shared/session/permission.ts";
import { session } from "#lib/shared/session/session.svelte.ts";

export interface SettingsPlace {
  path: string;
  label: string;
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

/** The pages of the settings, in the order of their list. */
export const settingsPlaces: readonly SettingsPlace[] = [
  { path: "/settings/options", label: "Options", permissions: ["view:stock-count"] },
  {
    path: "/settings/tolerances",
    label: "Tolerances",
    permissions: ["view:stock-count", "view:expected-quantity"],
  },
  { path: "/settings/reasons", label: "Reasons", permissions: ["view:stock-count"] },
  { path: "/settings/users", label: "Users", permissions: ["manage:users"] },
  { path: "/settings/roles", label: "Roles", permissions: ["view:stock-count"] },
  { path: "/settings/devices", label: "Devices", permissions: ["create:stock-count"] },
  { path: "/settings/keys", label: "API keys", permissions: ["manage:users"] },
  { path: "/settings/audit", label: "Audit log", permissions: mayReadAudit },
];

export const shownSettings = () =>
  settingsPlaces.filter(({ permissions }) => permissions.every((each) => session.can(each)));

/** What a page of the settings asks for; nothing for an address that is none. */
export function permissionsOf(pathname: string): readonly Permission[] {
  return settingsPlaces.find(({ path }) => path === pathname)?.permissions ?? [];
}
