import { error, redirect } from "@sveltejs/kit";
import { asProblem } from "#lib/shared/api/problem.ts";
import { permissionInWords, type Permission } from "./permission.ts";
import { signInPath } from "./return-path.ts";
import { session } from "./session.svelte.ts";

/** Asks who we are, once; a page that cannot know it shows why instead. */
export async function openSession(): Promise<void> {
  try {
    await session.open();
  } catch (thrown) {
    const { message, traceId } = asProblem(thrown);
    error(503, { message, ...(traceId && { traceId }) });
  }
}

/** Sends visitors without a session to the page they need first. */
export async function requireSession(url: URL): Promise<void> {
  await openSession();
  if (session.installation?.needsSetUp) redirect(307, "/set-up");
  if (!session.viewer) redirect(307, signInPath(url));
}

export async function requirePermission(...permissions: Permission[]): Promise<void> {
  await openSession();
  if (!session.viewer) return;
  const missing = permissions.filter((permission) => !session.can(permission));
  if (missing.length === 0) return;
  const named = missing.map((permission) => `“${permissionInWords(permission)}”`).join(" and ");
  error(
    403,
    `This page needs ${named}, which your roles do not include. An administrator can change that.`,
  );
}
