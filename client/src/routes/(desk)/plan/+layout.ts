import { requirePermission } from "#lib/shared/session/require-session.ts";
import type { LayoutLoad } from "./$types";

export const load: LayoutLoad = () => requirePermission("create:stock-count", "view:catalogue");
