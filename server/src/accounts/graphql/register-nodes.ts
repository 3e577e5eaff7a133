import { registerNode } from "../../catalogue/graphql/node-registry.ts";
import { idOf, singleKeyOf } from "../../shared/opaque-id.ts";
import { findApiKey, findInvitation, loadUser } from "../queries/load-one.ts";
import { toApiKey, toInvitation, toUser } from "./to-object.ts";

registerNode("User", async (context, [userId = ""]) => {
  const isOwn = context.identity?.userId === userId;
  return isOwn || context.may("manage:users") ? toUser(await loadUser(context.em, userId)) : null;
});

registerNode("Invitation", async (context, key) => {
  if (!context.may("manage:users")) return null;
  const id = singleKeyOf(idOf("Invitation", ...key), "Invitation");
  const found = await findInvitation(context.db, id);
  return found && toInvitation(found, context.now);
});

registerNode("ApiKey", async (context, key) => {
  const found = await findApiKey(context.db, singleKeyOf(idOf("ApiKey", ...key), "ApiKey"));
  const isOwn = found?.ownerId === context.identity?.userId;
  return found && (isOwn || context.may("manage:users")) ? toApiKey(found) : null;
});
