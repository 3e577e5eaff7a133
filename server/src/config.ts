import * as v from "valibot";

/** Everything the process reads from its surroundings, read once. */
export interface Config {
  databaseUrl: string;
  /** Rings the doorbell; without it PostgreSQL does. */
  redisUrl: string | null;
  host: string;
  port: number;
  demo: boolean;
  logLevel: string;
  /** Where people reach the server; https turns on Secure cookies. */
  publicUrl: string | null;
  /** Folder of the built web client; null serves the API alone. */
  clientFolder: string | null;
  /** Signs cookies; kept by whoever starts the server so that sessions survive a restart. */
  secret: string | null;
  poolSize: number;
}

const portText = v.pipe(
  v.string(),
  v.regex(/^\d{1,5}$/u, "PORT must be a number between 0 and 65535."),
  v.transform(Number),
  v.maxValue(65535, "PORT must be a number between 0 and 65535."),
);

const environment = v.object({
  DATABASE_URL: v.pipe(
    v.string("DATABASE_URL is missing: give the address of a PostgreSQL database."),
    v.regex(/^postgres(ql)?:\/\//u, "DATABASE_URL must begin with postgresql://."),
  ),
  REDIS_URL: v.optional(
    v.pipe(
      v.string(),
      v.regex(/^rediss?:\/\//u, "REDIS_URL must begin with redis:// or rediss://."),
    ),
  ),
  HOST: v.optional(v.string(), "127.0.0.1"),
  PORT: v.optional(portText, "4000"),
  TALLYROOM_DEMO: v.optional(v.picklist(["on", "off"], "TALLYROOM_DEMO must be on or off."), "on"),
  TALLYROOM_LOG: v.optional(
    v.picklist(
      ["fatal", "error", "warn", "info", "debug", "trace", "silent"],
      "TALLYROOM_LOG must be a log level such as warn or info.",
    ),
    "info",
  ),
  TALLYROOM_PUBLIC_URL: v.optional(
    v.pipe(v.string(), v.url("TALLYROOM_PUBLIC_URL must be a web address.")),
  ),
  TALLYROOM_CLIENT: v.optional(v.string()),
  TALLYROOM_SECRET: v.optional(
    v.pipe(v.string(), v.minLength(32, "TALLYROOM_SECRET must have at least 32 characters.")),
  ),
  TALLYROOM_POOL: v.optional(
    v.pipe(
      v.string(),
      v.regex(/^[1-9]\d{0,2}$/u, "TALLYROOM_POOL must be a number from 1 to 999."),
      v.transform(Number),
    ),
    "20",
  ),
});

/** Throws an Error whose message is the sentence to print. */
export function readConfig(env: Record<string, string | undefined>): Config {
  const parsed = v.safeParse(environment, env);
  if (!parsed.success) throw new Error(parsed.issues[0].message);
  const values = parsed.output;
  return {
    databaseUrl: values.DATABASE_URL,
    redisUrl: values.REDIS_URL ?? null,
    host: values.HOST,
    port: values.PORT,
    demo: values.TALLYROOM_DEMO === "on",
    logLevel: values.TALLYROOM_LOG,
    publicUrl: values.TALLYROOM_PUBLIC_URL ?? null,
    clientFolder: values.TALLYROOM_CLIENT ?? null,
    secret: values.TALLYROOM_SECRET ?? null,
    poolSize: values.TALLYROOM_POOL,
  };
}

export function configFromEnvironment(): Config {
  return readConfig(process.env);
}
