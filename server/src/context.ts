import type { EntityManager, MikroORM } from "@mikro-orm/postgresql";
import { seesWarehouse, type Identity } from "./accounts/domain/identity.ts";
import type { Permission } from "./accounts/domain/permission.ts";
import type { KnownIdentities } from "./accounts/queries/known-identities.ts";
import type { SignInLibrary } from "./accounts/storage/sign-in-library.ts";
import type { Config } from "./config.ts";
import type { ObservationQueue } from "./counting/commands/observation-queue.ts";
import type { WarehouseLooks } from "./counting/live/follow-sessions.ts";
import type { SessionFollowers } from "./counting/live/session-followers.ts";
import type { Db } from "./database/db.ts";
import type { Doorbell } from "./database/doorbell.ts";
import { createLoaders, type Loaders } from "./loaders.ts";
import { notFound, Refusal } from "./shared/refusal.ts";

export interface DemoAccountOffer {
  email: string;
  password: string;
  name: string;
  role: string;
}

/** What lives as long as the server. */
export interface Server {
  config: Config;
  orm: MikroORM;
  db: Db;
  library: SignInLibrary;
  identities: KnownIdentities;
  doorbell: Doorbell;
  observations: ObservationQueue;
  sessionFollowers: SessionFollowers;
  warehouseLooks: WarehouseLooks;
  /** Offered on the sign-in page while the demonstration data is there; empty otherwise. */
  demoAccounts: readonly DemoAccountOffer[];
  /** The clock of the edge: nothing deeper reads one. */
  now: () => Date;
}

/** What was sent beside the question, by names in small letters. */
export interface SentHeaders {
  get(name: string): string | null;
}

/** How an answer is given beside its body. Sockets have no headers and ignore it. */
export interface Reply {
  addHeader(name: string, value: string): void;
}

/** What one request, or one event of a subscription, works with. */
export class RequestContext {
  /** No private name: the library copies the context, property by property. */
  private forked: EntityManager | null = null;
  private gathered: Loaders | null = null;
  readonly db: Db;
  readonly now: Date;

  constructor(
    readonly server: Server,
    readonly identity: Identity | null,
    readonly traceId: string,
    readonly address: string,
    readonly headers: SentHeaders,
    readonly reply: Reply,
  ) {
    this.db = server.db;
    this.now = server.now();
  }

  /** Made when it is first needed: most questions are answered without. */
  get em(): EntityManager {
    this.forked ??= this.server.orm.em.fork();
    return this.forked;
  }

  get loaders(): Loaders {
    this.gathered ??= createLoaders(this.db, this.now);
    return this.gathered;
  }

  /** The person acting; for fields that are refused to the anonymous before they get here. */
  get actor(): Identity {
    if (!this.identity) throw new Refusal("UNAUTHENTICATED", "Sign in first.");
    return this.identity;
  }

  may(permission: Permission): boolean {
    return this.identity?.permissions.has(permission) ?? false;
  }

  /** A warehouse outside the person's reach answers like one that does not exist. */
  requireWarehouse(warehouseId: number, noun = "warehouse"): number {
    if (!seesWarehouse(this.actor, warehouseId)) throw notFound(noun);
    return warehouseId;
  }
}
