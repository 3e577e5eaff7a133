import type { Readable } from "node:stream";

/** Several programs in one terminal, each line with the name of who said it. */
export function prefixLines(stream: Readable | null, name: string): void {
  let rest = "";
  stream?.setEncoding("utf8").on("data", (chunk: string) => {
    const lines = (rest + chunk).split("\n");
    rest = lines.pop() ?? "";
    for (const line of lines) sayAs(name, line);
  });
  stream?.on("end", () => rest && sayAs(name, rest));
}

export function sayAs(name: string, line: string): void {
  process.stdout.write(`${name.padEnd(8)}│ ${line}\n`);
}
