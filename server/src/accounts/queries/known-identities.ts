import type { Db } from "../../database/db.ts";
import { Refusal } from "../../shared/refusal.ts";
import { countTry } from "../storage/count-try.ts";
import type { Credential, Identity } from "../domain/identity.ts";
import { signInLimits } from "../domain/sign-in-limit.ts";
import type { SignInLibrary } from "../storage/sign-in-library.ts";
import { identityOfKey, identityOfSession } from "./identify.ts";

/** What a request or a socket brings to prove who it is. */
export interface Proof {
  cookie: string | null;
  authorization: string | null;
  address: string;
}

export interface Identified {
  identity: Identity | null;
  /** Cookies to send back when the session was prolonged. */
  setCookies: string[];
}

interface Known {
  identity: Identity;
  until: number;
}

/** How long a proof is believed without asking the database again; well under the promised 2 s. */
const believedForMs = 1_000;
const mostKnown = 10_000;
const longestSecret = 200;

/** Says when the next key may be tried. */
export class TooManyKeys extends Refusal {
  constructor(readonly retryAfterSeconds: number) {
    super("RATE_LIMITED", `Too many invalid API keys: wait ${retryAfterSeconds} seconds.`);
  }
}

/** Turns proofs into identities and remembers them for a moment, so that a busy client costs one look-up a second. */
export class KnownIdentities {
  readonly #known = new Map<string, Known>();
  /** What is being looked up: whoever comes meanwhile with the same proof has the same answer. */
  readonly #asked = new Map<string, Promise<Identified>>();

  constructor(
    private readonly db: Db,
    private readonly library: SignInLibrary,
    private readonly now: () => Date,
  ) {}

  async identify(proof: Proof): Promise<Identified> {
    const secret = bearerOf(proof.authorization);
    if (secret !== null) return this.#identifyKey(secret, proof.address);
    if (!proof.cookie?.includes("tallyroom=")) return { identity: null, setCookies: [] };
    return this.#identifySession(proof.cookie);
  }

  forget(credential: Credential): void {
    for (const [proof, known] of this.#known) {
      const { kind, id } = known.identity.credential;
      if (kind === credential.kind && id === credential.id) this.#known.delete(proof);
    }
  }

  forgetUser(userId: string): void {
    for (const [proof, known] of this.#known)
      if (known.identity.userId === userId) this.#known.delete(proof);
  }

  async #identifyKey(secret: string, address: string): Promise<Identified> {
    const proof = `key:${secret}`;
    const known = this.#recall(proof);
    if (known) return { identity: known, setCookies: [] };
    const identity = await identityOfKey(this.db, secret, this.now());
    if (identity) {
      this.#remember(proof, identity);
      return { identity, setCookies: [] };
    }
    const wait = await countTry(
      this.db,
      `key-address:${address}`,
      signInLimits.keyAddress,
      this.now(),
    );
    if (wait !== null) throw new TooManyKeys(wait);
    throw new Refusal(
      "UNAUTHENTICATED",
      "That API key is not valid: it is unknown, expired or revoked.",
    );
  }

  async #identifySession(cookie: string): Promise<Identified> {
    const proof = `cookie:${cookie}`;
    const known = this.#recall(proof);
    if (known) return { identity: known, setCookies: [] };
    const asked = this.#asked.get(proof);
    if (asked) return asked;
    const asking = this.#lookUpSession(cookie, proof).finally(() => this.#asked.delete(proof));
    this.#asked.set(proof, asking);
    return asking;
  }

  async #lookUpSession(cookie: string, proof: string): Promise<Identified> {
    const found = await this.library.api.getSession({
      headers: new Headers({ cookie }),
      returnHeaders: true,
    });
    const session = found.response?.session;
    const identity = session ? await identityOfSession(this.db, session.id, this.now()) : null;
    if (identity) this.#remember(proof, identity);
    return { identity, setCookies: found.headers.getSetCookie() };
  }

  #recall(proof: string): Identity | null {
    const known = this.#known.get(proof);
    if (!known) return null;
    if (known.until > this.now().valueOf()) return known.identity;
    this.#known.delete(proof);
    return null;
  }

  #remember(proof: string, identity: Identity): void {
    if (this.#known.size >= mostKnown) this.#known.clear();
    this.#known.set(proof, { identity, until: this.now().valueOf() + believedForMs });
  }
}

/** Whatever is offered as a key is judged as one, however it is spelt: it must not fall back to nobody. */
function bearerOf(authorization: string | null): string | null {
  const match = /^bearer(?:\s+(.*))?$/isu.exec(authorization?.trim() ?? "");
  return match ? (match[1] ?? "").slice(0, longestSecret) : null;
}
