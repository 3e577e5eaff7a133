/** Put in by the build: what the hand is made of, and a name that changes when any of it does. */
declare const HAND_FILES: { version: string; files: string[] };

/** The counter's pages, opened without a network. The desk is always asked of the server. */
const worker = globalThis as unknown as ServiceWorkerGlobalScope;
const { version, files } = HAND_FILES;
const cacheName = `tallyroom-hand ${version}`;
const page = "/count";

worker.addEventListener("install", (event) => event.waitUntil(keepHand()));

worker.addEventListener("activate", (event) => event.waitUntil(takeOver()));

worker.addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== "GET" || origin !== worker.location.origin) return;
  // The scope of a worker is a beginning of addresses: /counts is the desk's.
  const isHand = pathname === page || pathname.startsWith(`${page}/`);
  if (request.mode === "navigate" && isHand) event.respondWith(keptOr(page, request));
  if (files.includes(pathname)) event.respondWith(keptOr(pathname, request));
});

/** A page says so when nothing is unsent and no line is open. */
worker.addEventListener("message", ({ data }) => {
  if (data === "use the update") void worker.skipWaiting();
});

async function keepHand(): Promise<void> {
  const cache = await caches.open(cacheName);
  await cache.addAll(files);
  const shell = await fetch(page, { headers: { accept: "text/html" }, cache: "no-store" });
  if (!shell.ok) throw new Error("The page of the hand cannot be fetched.");
  await cache.put(page, shell);
}

async function takeOver(): Promise<void> {
  for (const name of await caches.keys())
    if (name.startsWith("tallyroom-hand ") && name !== cacheName) await caches.delete(name);
  await worker.clients.claim();
}

async function keptOr(kept: string, request: Request): Promise<Response> {
  const cache = await caches.open(cacheName);
  return (await cache.match(kept)) ?? fetch(request);
}
