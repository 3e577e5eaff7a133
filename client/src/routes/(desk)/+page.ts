import { redirect } from "@sveltejs/kit";
import { session } from "#lib/shared/session/session.svelte.ts";
import type { PageLoad } from "./$types";

export const load: PageLoad = async ({ parent }) => {
  await parent();
  if (session.can("view:stock")) redirect(307, "/stock");
  if (session.can("view:stock-count") && session.can("view:catalogue")) redirect(307, "/counts");
};
