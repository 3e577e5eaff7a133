import type { Db } from "../../database/db.ts";
import type { Doorbell } from "../../database/doorbell.ts";
import { RungFeed } from "../../database/rung-feed.ts";
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
  const { devices, ...rest } = await readCrew(db, session, instant);
  const seen = devices.map((device) => ({
    ...device,
    offlineSince: offlineSince(device.heartbeatAt, instant),
  }));
  return { devices: seen, ...rest };
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

class CrewFollower extends RungFeed<SeenCrew> {
  #told = "";

  constructor(
    private readonly db: Db,
    doorbell: Doorbell,
    private readonly session: CrewToFollow,
  ) {
    super(doorbell, crewTopic(session.warehouseId, session.id));
  }

  protected async look(): Promise<SeenCrew | null> {
    const crew = await seeCrew(this.db, this.session);
    const told = JSON.stringify([crew.devices.map(asTold), crew.claims, crew.editing]);
    if (told === this.#told) return null;
    this.#told = told;
    return crew;
  }
}

/** A beat that says nothing new is not worth a frame. */
const asTold = ({ heartbeatAt: _, ...device }: SeenDevice) => device;
