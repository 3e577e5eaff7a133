import { error, redirect } from "@sveltejs/kit";
import { asProblem } from "#lib/shared/api/problem.ts";
import type { Permission } from "./permission.ts";
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

export async function requirePermission(permission: Permission): Promise<void> {
  await openSession();
  if (session.viewer && !session.can(permission)) {
    error(403, "Your roles do not include this page. An administrator can change that.");
  }
}

export function signInPath({ pathname, search }: Pick<URL, "pathname" | "search">): string {
  const back = pathname + search;
  return back === "/" ? "/sign-in" : `/sign-in?return=${encodeURIComponent(back)}`;
}

/** Where to go after signing in: a path of this site, whatever the address says. */
export function returnPath(url: URL): string {
  const wanted = url.searchParams.get("return") ?? "/";
  const isOwnPath = wanted.startsWith("/") && new URL(wanted, url.origin).origin === url.origin;
  return isOwnPath ? wanted : "/";
}
