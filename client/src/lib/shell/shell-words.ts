import { words } from "#lib/shared/language/words.ts";

/** What stands around every page of the desk. */
export const shellWords = words("shell", {
  main: "Main",
  startPage: "Tallyroom, start page",
  skip: "Skip to the page",
  breadcrumb: "Breadcrumb",
  search: "Search or run a command",
  connection: "Connection to the server",
  connecting: "Connecting",
  live: "Live",
  reconnecting: "Reconnecting",
  offline: "Offline",
  warehouse: "Warehouse: {name}",
  accountOf: "Account of {name}",
  countHere: "Count with this device",
  ownAccount: "Account and API keys",
  signOut: "Sign out",
});

/** The pages of the desk, as its navigation calls them. */
export const placeWords = words("places", {
  counts: "Counts",
  plan: "Plan",
  stock: "Stock",
  items: "Items",
  locations: "Locations",
  reports: "Reports",
  import: "Import",
  labels: "Labels",
  api: "API",
  settings: "Settings",
  account: "Account",
  options: "Options",
  tolerances: "Tolerances",
  approvers: "Approvers",
  reasons: "Reasons",
  codes: "Codes",
  users: "Users",
  roles: "Roles",
  devices: "Devices",
  keys: "API keys",
  jobs: "Long tasks",
  audit: "Audit log",
});
export type PlaceWord = keyof typeof placeWords.english;
