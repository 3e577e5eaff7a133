import type { KeptClaim } from "../task/claim.ts";
import type { HandDatabase } from "./hand-database.ts";

type ClaimKey = Pick<KeptClaim, "userId" | "sessionId" | "locationId">;

/** The places that people have taken with this device. */
export class Claims {
  constructor(
    private readonly database: HandDatabase,
    private readonly onChange: () => void = () => {},
  ) {}

  async of({ userId, sessionId, locationId }: ClaimKey): Promise<KeptClaim | undefined> {
    return this.database.get("claims", [userId, sessionId, locationId]);
  }

  async ofPerson(userId: string): Promise<KeptClaim[]> {
    return this.database.getAll("claims", IDBKeyRange.bound([userId], [userId, []]));
  }

  async keep(claim: KeptClaim): Promise<void> {
    await this.database.put("claims", claim);
    this.onChange();
  }

  /** Changes what the claim is now, not what it was when somebody looked. */
  async change(key: ClaimKey, change: Partial<KeptClaim>): Promise<void> {
    const transaction = this.database.transaction("claims", "readwrite");
    const now = await transaction.store.get([key.userId, key.sessionId, key.locationId]);
    if (now) await transaction.store.put({ ...now, ...change });
    await transaction.done;
    this.onChange();
  }

  async forget({ userId, sessionId, locationId }: ClaimKey): Promise<void> {
    await this.database.delete("claims", [userId, sessionId, locationId]);
    this.onChange();
  }
}
