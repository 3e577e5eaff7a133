import { redirect } from "@sveltejs/kit";
import { session } from "#lib/shared/session/session.svelte.ts";
import type { PageLoad } from "./$types";

export const load: PageLoad = async ({ parent }) => {
  await parent();
  if (session.can("view:stock")) redirect(307, "/stock");
};
