import { requirePermission } from "#lib/shared/session/require-session.ts";
import type { PageLoad } from "./$types";

export const load: PageLoad = () => requirePermission("view:catalogue");
