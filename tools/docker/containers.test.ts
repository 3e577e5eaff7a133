import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";

const root = path.join(import.meta.dirname, "..", "..");
const read = (file: string) => readFileSync(path.join(root, file), "utf8");

describe("docker-compose.yml", () => {
  const { services, volumes } = parse(read("docker-compose.yml"));

  test("runs a PostgreSQL 18 whose data survive the container", () => {
    expect(services.database.image).toBe("postgres:18");
    expect(services.database.volumes).toEqual(["database:/var/lib/postgresql"]);
    expect(volumes).toHaveProperty("database");
  });

  test("starts the server when the database is healthy", () => {
    expect(services.tallyroom.depends_on.database.condition).toBe("service_healthy");
    expect(services.tallyroom.environment.DATABASE_URL).toContain("@database:5432/tallyroom");
  });

  test("ships no secret of its own and opens nothing beyond this machine", () => {
    const { environment, ports } = services.tallyroom;
    expect(environment.TALLYROOM_SECRET).toMatch(/^\$\{TALLYROOM_SECRET:\?/);
    expect(services.database.environment.POSTGRES_PASSWORD).toMatch(/^\$\{POSTGRES_PASSWORD:\?/);
    expect(services.database).not.toHaveProperty("ports");
    for (const port of ports) expect(port).toMatch(/^127\.0\.0\.1:/);
  });
});

describe("Dockerfile", () => {
  const lines = read("Dockerfile").split("\n");
  const instructions = (name: string) => lines.filter((line) => line.startsWith(`${name} `));
  const lastStage = lines.slice(lines.findLastIndex((line) => line.startsWith("FROM ")));

  test("builds on the Node that the project pins", () => {
    const major = read(".nvmrc").trim().split(".")[0];
    for (const from of instructions("FROM")) expect(from).toContain(`node:${major}-bookworm-slim`);
  });

  test("copies the manifest of every package of the workspace", () => {
    const { packages } = parse(read("pnpm-workspace.yaml"));
    for (const name of packages)
      expect(instructions("COPY").join("\n")).toContain(`${name}/package.json`);
  });

  test("installs with the installer of the bootstrap", () => {
    const [, pnpm] = /"(pnpm@[\d.]+)"/.exec(read("tools/bootstrap.mjs")) ?? [];
    for (const run of instructions("RUN"))
      if (run.includes("npx")) expect(run).toContain(`${pnpm} `);
  });

  test("runs as an ordinary user and tells its health by /readyz", () => {
    expect(lastStage).toContain("USER node");
    expect(lastStage.join("\n")).toMatch(/HEALTHCHECK[^]*\/readyz/);
  });

  test("names no registry", () => {
    for (const from of instructions("FROM")) expect(from).not.toMatch(/\.[a-z]+\//);
  });

  test("takes from the checkout only what is there", () => {
    const sources = instructions("COPY")
      .filter((copy) => !copy.includes("--from="))
      .flatMap((copy) => copy.split(" ").slice(1, -1));
    // The license lies at the top once the documents are written.
    for (const source of sources.filter((name) => name !== "LICENSE")) {
      expect(existsSync(path.join(root, source)), source).toBe(true);
    }
  });
});
