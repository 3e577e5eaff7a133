import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { main } from "./drive-demo.ts";

interface Asked {
  query: string;
  variables: { input?: { moves?: { externalId: string; kind: string }[] } };
}

const viewer = {
  user: { id: "u1", name: "Ines", email: "ines@tallyroom.example", roles: [] },
  permissions: ["record:stock-moves"],
  warehouses: [{ id: "w1", code: "MAIN" }],
};
const quant = {
  item: { id: "i1", sku: "TI-M823", tracking: "BULK", unit: { code: "EA" } },
  location: { id: "l1", code: "MISC-06-L-05" },
  quantityOnHand: "385",
};

let server: Server | undefined;
afterEach(() => server?.close());

/** A server that knows just enough to be driven, and remembers what it was asked. */
async function startStandIn(
  signIn: object,
): Promise<{ url: string; asked: Asked[]; cookies: string[] }> {
  const asked: Asked[] = [];
  const cookies: string[] = [];
  server = createServer((request, response) => {
    let text = "";
    request.on("data", (chunk: Buffer) => (text += chunk.toString()));
    request.on("end", () => {
      const question = JSON.parse(text) as Asked;
      asked.push(question);
      cookies.push(request.headers.cookie ?? "");
      response.setHeader("set-cookie", "session=s3cret; HttpOnly; Path=/");
      response.setHeader("content-type", "application/json");
      response.end(JSON.stringify({ data: answerTo(question, signIn) }));
    });
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}`, asked, cookies };
}

function answerTo({ query, variables }: Asked, signIn: object): object {
  if (query.includes("mutation SignIn")) return { signIn };
  if (query.includes("mutation SignOut")) return { signOut: { isSignedOut: true } };
  if (query.includes("query Stock")) return { quants: { nodes: [quant] } };
  const moves = variables.input?.moves ?? [];
  return { recordStockMoves: { __typename: "StockMovesRecorded", alreadyRecordedCount: 0, moves } };
}

describe("driving the demonstration", () => {
  const credentials = [{ email: "ines@tallyroom.example", password: "count-the-shelf" }];

  it("signs in once, works with the cookie, and leaves when it is stopped", async () => {
    const { url, asked, cookies } = await startStandIn({ __typename: "SignedIn", viewer });
    const lines: string[] = [];
    const bell = new AbortController();
    const print = (line: string) => {
      lines.push(line);
      if (lines.length > 8) bell.abort();
    };
    const { steps } = await main({
      url,
      workers: 3,
      seconds: 60,
      credentials,
      pauseMs: [1, 5],
      print,
      signal: bell.signal,
    });

    const asking = (name: string) => asked.filter(({ query }) => query.includes(name));
    expect(asking("mutation SignIn")).toHaveLength(1);
    expect(asking("mutation SignOut")).toHaveLength(1);
    expect(cookies.slice(1).every((cookie) => cookie === "session=s3cret")).toBe(true);
    const moves = asking("recordStockMoves").flatMap(
      ({ variables }) => variables.input?.moves ?? [],
    );
    expect(moves).toHaveLength(steps);
    expect(new Set(moves.map(({ externalId }) => externalId)).size).toBe(steps);
    expect(lines[0]).toBe(`3 workers for 60 s at ${url}`);
    expect(lines.at(-1)).toBe(`Done: ${steps} things by 3 workers.`);
  });

  it("ends by itself when its time is over", async () => {
    const { url } = await startStandIn({ __typename: "SignedIn", viewer });
    const { steps } = await main({
      url,
      workers: 1,
      seconds: 0.2,
      credentials,
      pauseMs: [1, 5],
      print: () => undefined,
    });
    expect(steps).toBeGreaterThan(0);
  });

  it("says who may not come in", async () => {
    const { url } = await startStandIn({
      __typename: "SignInRejected",
      reason: "WRONG_EMAIL_OR_PASSWORD",
      message: "The e-mail or the password is wrong.",
      retryAfterSeconds: null,
    });
    await expect(main({ url, credentials, print: () => undefined })).rejects.toThrow(
      "ines@tallyroom.example may not come in: The e-mail or the password is wrong.",
    );
  });

  it("refuses to start where nobody may do anything", async () => {
    const powerless = { ...viewer, permissions: ["view:stock"] };
    const { url } = await startStandIn({ __typename: "SignedIn", viewer: powerless });
    await expect(main({ url, credentials, print: () => undefined })).rejects.toThrow(
      "None of the accounts may count or record stock moves.",
    );
  });
});
