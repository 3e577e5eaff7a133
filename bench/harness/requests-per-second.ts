import autocannon from "autocannon";

export interface Load {
  endpoint: string;
  headers: Record<string, string>;
  connections: number;
  seconds: number;
  /** Of each request: a new one each time, or always the same. */
  body: (() => string) | string;
}

/** Answers a second; one with an error in it, or none at all, is no measurement. */
export async function requestsPerSecond(load: Load): Promise<number> {
  const { body } = load;
  const requests =
    typeof body === "string"
      ? [{ body }]
      : [{ setupRequest: (request: autocannon.Request) => ({ ...request, body: body() }) }];
  const result = await autocannon({
    url: load.endpoint,
    connections: load.connections,
    duration: load.seconds,
    method: "POST",
    headers: load.headers,
    requests,
    verifyBody: (answer) => !String(answer).includes('"errors"'),
  });
  const failed = result.non2xx + result.errors + result.timeouts + result.mismatches;
  if (failed > 0) throw new Error(`${failed} requests failed.`);
  return result["2xx"] / result.duration;
}
