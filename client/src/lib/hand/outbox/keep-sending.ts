import type { Problem } from "#lib/shared/api/problem.ts";
import type { HandApi } from "../hand-api.ts";
import { deliverBy } from "../parcels/deliver-parcel.ts";
import { Parcels } from "../parcels/parcels.ts";
import { ParcelSender } from "../parcels/send-parcels.ts";
import { ApiHandServer, type DeviceName } from "./api-hand-server.ts";
import type { Claims } from "./claims.ts";
import { drainAlone } from "./drain-alone.ts";
import { keepDraining, Wake } from "./keep-draining.ts";
import { keepReporting, type Reporter } from "./keep-reporting.ts";
import type { Outbox } from "./outbox.ts";
import { Sender, type Drained } from "./sender.ts";

/** Whose hand it is that sends. */
export interface SendingHand extends Reporter {
  readonly api: HandApi;
  readonly outbox: Outbox;
  readonly claims: Claims;
  readonly wake: Wake;
  device(): DeviceName;
  /** Pictures and proposals that go after the entries. */
  parcelsWait(count: number): void;
  heard(): void;
  notHeard(problem: Problem): void;
}

/** Sends what one person has entered, and says that the device is there, for as long as it is wanted. */
export async function keepSending(
  hand: SendingHand,
  userId: string,
  signal: AbortSignal,
): Promise<void> {
  const { outbox, claims, clock } = hand;
  const server = new ApiHandServer(hand.api, () => hand.device(), clock);
  const onContact = () => hand.heard();
  const sender = new Sender({ outbox, claims, server, clock, onContact });
  const parcels = await Parcels.open();
  const parcelSender = new ParcelSender(parcels, deliverBy(hand.api), () => server.whoAsks());
  hand.parcelsWait(await parcels.waitingCount(userId));
  const send = async (alone: AbortSignal) => {
    const reports = new Wake();
    void keepReporting(hand, server, { wake: reports, signal: alone });
    const onDrained = (drained: Drained) => {
      if (drained.kind === "EMPTY") reports.hurry();
      else hand.notHeard(drained.problem);
    };
    const drain = async () => {
      const drained = await sender.drain(userId);
      if (drained.kind !== "EMPTY") return drained;
      const afterwards = await parcelSender.send(userId);
      hand.parcelsWait(await parcels.waitingCount(userId));
      return afterwards;
    };
    await keepDraining(drain, { wake: hand.wake, signal: alone, onDrained });
  };
  await drainAlone(userId, send, signal);
}
