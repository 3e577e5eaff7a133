import type { Db } from "../../database/db.ts";
import type { Doorbell } from "../../database/doorbell.ts";
import { crewTopic } from "../domain/crew-topic.ts";
import { offlineSince } from "../domain/heartbeat.ts";
import type { PresenceRow } from "../domain/rows.ts";
import { readCrew, type Crew } from "../queries/read-presence.ts";

export type SeenDevice = PresenceRow & { offlineSince: Date | null };
export type SeenCrew = Omit<Crew, "devices"> & { devices: SeenDevice[] };

export interface CrewToFollow {
  warehouseId: number;
  id: number;
  now: () => Date;
}

export async function seeCrew(db: Db, { now, ...session }: CrewToFollow): Promise<SeenCrew> {
  const instant = now();
  const { devices, claims } = await readCrew(db, session, instant);
  const seen = devices.map((device) => ({
    ...device,
    offlineSince: offlineSince(device.heartbeatAt, instant),
  }));
  return { devices: seen, claims };
}

/**
 * Who is there, told whole each time something changed: presence is of the moment, so there is no
 * cursor and nothing to catch up on. The bell's own tick finds who has fallen silent.
 */
export function followCrew(
  db: Db,
  doorbell: Doorbell,
  session: CrewToFollow,
): AsyncIterableIterator<SeenCrew> {
  return new CrewFollower(db, doorbell, session);
}

class CrewFollower implements AsyncIterableIterator<SeenCrew> {
  readonly #unlisten: () => void;
  #wake: () => void = () => undefined;
  #isRung = true;
  #isDone = false;
  #told = "";

  constructor(
    private readonly db: Db,
    doorbell: Doorbell,
    private readonly session: CrewToFollow,
  ) {
    this.#unlisten = doorbell.listen(crewTopic(session.warehouseId, session.id), () => {
      this.#isRung = true;
      this.#wake();
    });
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  async next(): Promise<IteratorResult<SeenCrew>> {
    while (!this.#isDone) {
      if (this.#isRung) {
        this.#isRung = false;
        const crew = await seeCrew(this.db, this.session);
        const told = JSON.stringify([crew.devices.map(asTold), crew.claims]);
        if (told !== this.#told) {
          this.#told = told;
          return { value: crew, done: false };
        }
      }
      await this.#rung();
    }
    return { value: undefined, done: true };
  }

  return(): Promise<IteratorResult<SeenCrew>> {
    this.#isDone = true;
    this.#unlisten();
    this.#wake();
    return Promise.resolve({ value: undefined, done: true });
  }

  #rung(): Promise<void> {
    if (this.#isRung || this.#isDone) return Promise.resolve();
    return new Promise((resolve) => {
      this.#wake = resolve;
    });
  }
}

/** A beat that says nothing new is not worth a frame. */
const asTold = ({ heartbeatAt: _, ...device }: SeenDevice) => device;
