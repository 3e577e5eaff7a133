import { redirect } from "@sveltejs/kit";
import { shownSettings } from "#lib/shell/settings-places.ts";
import type { PageLoad } from "./$types";

export const load: PageLoad = async ({ parent, url }) => {
  await parent();
  const first = shownSettings()[0]?.path;
  redirect(307, first ? `${first}${url.search}` : "/");
};
