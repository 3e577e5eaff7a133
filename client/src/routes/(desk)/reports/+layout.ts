import { requirePermission } from "#lib/shared/session/require-session.ts";
import type { LayoutLoad } from "./$types";

export const load: LayoutLoad = () =>
  requirePermission("view:stock-count", "view:expected-quantity");
