import { readFile } from "node:fs/promises";
import path from "node:path";
import fastifyStatic from "@fastify/static";
import type { FastifyInstance } from "fastify";
import { workerPolicy } from "./security-headers.ts";

const yearS = 31_536_000;

export async function readClientPage(folder: string | null): Promise<string | null> {
  if (!folder) return null;
  return readFile(path.join(folder, "200.html"), "utf8").catch(() => null);
}

/** The built web client; every address that is no file is a page of it. */
export async function serveClient(
  fastify: FastifyInstance,
  folder: string,
  page: string,
): Promise<void> {
  await fastify.register(fastifyStatic, {
    root: path.resolve(folder),
    index: false,
    // A route for each file: a folder of the client, its root first of all, is no file either.
    wildcard: false,
    setHeaders: (response, file) => {
      const isHashed = file.includes(`${path.sep}immutable${path.sep}`);
      void response.header(
        "cache-control",
        isHashed ? `public, max-age=${yearS}, immutable` : "no-cache",
      );
      if (file.includes(`${path.sep}workers${path.sep}`))
        void response.header("content-security-policy", workerPolicy);
    },
  });
  fastify.setNotFoundHandler((request, reply) => {
    const isRead = request.method === "GET" || request.method === "HEAD";
    // The front page answers whoever asks, a program that only looks whether somebody is there too.
    const isFront = request.url.split("?")[0] === "/";
    const wantsPage = isRead && (isFront || (request.headers.accept ?? "").includes("text/html"));
    if (!wantsPage) return reply.code(404).type("text/plain").send("There is nothing here.\n");
    return reply.header("cache-control", "no-cache").type("text/html; charset=utf-8").send(page);
  });
  // The API's own address shows its explorer to a browser.
  fastify.addHook("onRequest", async (request, reply) => {
    const isPage =
      request.method === "GET" &&
      request.url === "/graphql" &&
      (request.headers.accept ?? "").includes("text/html") &&
      request.headers.upgrade === undefined;
    if (isPage)
      await reply.header("cache-control", "no-cache").type("text/html; charset=utf-8").send(page);
  });
}
