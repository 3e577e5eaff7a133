import {
  ClaimLocation,
  RecordObservations,
  ReleaseLocation,
  ReportPresence,
} from "@tallyroom/schema/operations/count-on-the-floor.ts";
import { HandViewer } from "@tallyroom/schema/operations/hand.ts";
import { Problem } from "#lib/shared/api/problem.ts";
import type { Entry } from "../entries/entry.ts";
import type { KeptClaim } from "../task/claim.ts";
import type { ClaimAnswer, EntryAnswer, HandServer, Presence } from "./hand-server.ts";
import { observationOf } from "./observation-of.ts";
import type { HandApi } from "../hand-api.ts";

export interface DeviceName {
  id: string;
  name: string;
  /** Of the pages that it runs. */
  appVersion: string;
}

/** The server that this page came from. */
export class ApiHandServer implements HandServer {
  constructor(
    private readonly api: HandApi,
    private readonly device: () => DeviceName,
    private readonly clock: { offsetMs: number | null },
  ) {}

  async record(sessionId: string, entries: readonly Entry[]): Promise<EntryAnswer[]> {
    const { id } = this.device();
    const observations = entries.map((entry) => observationOf(entry, id));
    const input = { sessionId, observations };
    const { recordObservations } = await this.api.ask(RecordObservations, { input });
    const answers = new Map(recordObservations.results.map((each) => [each.externalId, each]));
    return entries.map(({ externalId }) => {
      const answer = answers.get(externalId);
      if (!answer) throw new Problem("internal", "The server did not answer for every entry.");
      switch (answer.__typename) {
        case "ObservationRecorded":
        case "ObservationAlreadyRecorded":
          return { kind: "SENT" };
        case "ObservationQuarantined":
          return { kind: "QUARANTINED" };
        case "ObservationRejected": {
          const { reason, message } = answer;
          return { kind: "REJECTED", rejection: { reason, message } };
        }
      }
    });
  }

  async claim(claim: KeptClaim): Promise<ClaimAnswer> {
    const { sessionId, locationId, claimedAt, takeOverReason } = claim;
    const { offsetMs } = this.clock;
    const { claimLocation: answer } = await this.api.ask(ClaimLocation, {
      input: {
        ...{ sessionId, locationId, claimedAt, deviceId: this.device().id },
        ...(offsetMs !== null && { clockOffsetMs: offsetMs }),
        ...(takeOverReason !== null && { takeOverReason }),
      },
    });
    if (answer.__typename === "LocationClaimed") return { state: answer.claim.purpose };
    const { reason, heldBy } = answer;
    return { state: "REFUSED", refusal: { reason, heldBy: heldBy?.name ?? null } };
  }

  async leave({ sessionId, locationId }: KeptClaim): Promise<void> {
    await this.api.ask(ReleaseLocation, { input: { sessionId, locationId } });
  }

  async report({ sessionId, unsentCount, lastScanAt }: Presence) {
    const { id, name, appVersion } = this.device();
    const sentAt = Date.now();
    const { reportPresence } = await this.api.ask(ReportPresence, {
      input: { sessionId, deviceId: id, deviceName: name, appVersion, unsentCount, lastScanAt },
    });
    // The answer was made somewhere between: half-way is off by at most half of it.
    const middle = (sentAt + Date.now()) / 2;
    const clockOffsetMs = Math.round(Date.parse(reportPresence.serverTime) - middle);
    return { clockOffsetMs, heartbeatMs: reportPresence.heartbeatMs };
  }

  async whoAsks(): Promise<string | null> {
    const { viewer } = await this.api.ask(HandViewer, {});
    return viewer?.user.id ?? null;
  }
}
