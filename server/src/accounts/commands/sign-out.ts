import type { RequestContext } from "../../context.ts";
import { actAs, passCookies } from "./open-session.ts";

/** Ends the session of the cookie; a key is revoked instead. True when nobody is signed in any more. */
export async function signOut(context: RequestContext): Promise<boolean> {
  const { identity, server } = context;
  if (identity?.credential.kind === "api-key") return false;
  const { headers } = await server.library.api.signOut({
    headers: new Headers({ cookie: context.headers.get("cookie") ?? "" }),
    returnHeaders: true,
  });
  passCookies(context, headers);
  if (identity) server.identities.forget(identity.credential);
  actAs(context, null);
  return true;
}
