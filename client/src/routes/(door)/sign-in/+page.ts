import { redirect } from "@sveltejs/kit";
import { returnPath } from "#lib/shared/session/return-path.ts";
import { session } from "#lib/shared/session/session.svelte.ts";
import type { PageLoad } from "./$types";

export const load: PageLoad = async ({ parent, url }) => {
  await parent();
  if (session.installation?.needsSetUp) redirect(307, "/set-up");
  if (session.viewer) redirect(307, returnPath(url));
};
