import { redirect } from "@sveltejs/kit";
import type { PageLoad } from "./$types";

/** Where the users were before there were settings. */
export const load: PageLoad = () => redirect(307, "/settings/users");
