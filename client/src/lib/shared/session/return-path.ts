/** The sign-in page, with the way back to where the visitor was going. */
export function signInPath({ pathname, search }: Pick<URL, "pathname" | "search">): string {
  const back = pathname + search;
  return back === "/" ? "/sign-in" : `/sign-in?return=${encodeURIComponent(back)}`;
}

/** Where to go after signing in: a path of this site, whatever the address says. */
export function returnPath(url: URL): string {
  const wanted = url.searchParams.get("return") ?? "/";
  if (!wanted.startsWith("/") || !URL.canParse(wanted, url.origin)) return "/";
  return new URL(wanted, url.origin).origin === url.origin ? wanted : "/";
}
