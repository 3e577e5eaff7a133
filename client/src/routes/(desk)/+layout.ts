import { requireSession } from "#lib/shared/session/require-session.ts";
import type { LayoutLoad } from "./$types";

export const load: LayoutLoad = ({ url }) => requireSession(url);
