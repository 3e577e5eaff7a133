import { requirePermission } from "#lib/shared/session/require-session.ts";
import { permissionsOf } from "#lib/shell/settings-places.ts";
import type { LayoutLoad } from "./$types";

export const load: LayoutLoad = ({ url }) => requirePermission(...permissionsOf(url.pathname));
