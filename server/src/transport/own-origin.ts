import type { IncomingHttpHeaders } from "node:http";

/**
 * True for requests that do not come from somebody else's page. Programs send no Origin; a browser
 * always does for what could change something, and cannot be talked out of it.
 */
export function isOwnOrigin(headers: IncomingHttpHeaders, publicUrl: string | null): boolean {
  const site = headers["sec-fetch-site"];
  if (site === "cross-site" || site === "same-site") return false;
  const { origin } = headers;
  if (origin === undefined) return true;
  if (publicUrl && origin === new URL(publicUrl).origin) return true;
  return URL.canParse(origin) && new URL(origin).host === headers.host;
}
