import type { Doorbell } from "../src/database/doorbell.ts";
import { firstRowOf, sql } from "../src/database/db.ts";
import { Decimal } from "../src/shared/exact-decimal.ts";
import {
  createCountSession,
  type CreateCountSession,
} from "../src/counting/commands/create-count-session.ts";
import {
  recordObservations,
  type RecordedObservation,
  type RecordObservations,
} from "../src/counting/commands/record-observations.ts";
import {
  startCountSession,
  type StartCountSession,
} from "../src/counting/commands/start-count-session.ts";
import type { SessionRow } from "../src/counting/domain/rows.ts";
import {
  recordStockMoves,
  type RecordStockMoves,
} from "../src/stock/commands/record-stock-moves.ts";
import { silentDoorbell } from "./silent-doorbell.ts";
import { makeWarehouses, moveIn, type StockedWarehouse } from "./stocked-warehouse.ts";
import type { TestDatabase } from "./test-database.ts";

type Observation = RecordObservations["observations"][number];
type Move = RecordStockMoves["moves"][number];

export const at = (minute: number) => new Date(Date.UTC(2026, 10, 21, 10, minute));

export interface LineFigures {
  id: number;
  state: string;
  origin: string;
  counted: string | null;
  expected: string | null;
  variance: string | null;
  isMoved: boolean;
  isUncertain: boolean;
  isDisputed: boolean;
  version: number;
}

/** A stocked warehouse with people who count it, told in the words of the floor. */
export class CountedWarehouse {
  readonly #database: TestDatabase;
  readonly stocked: StockedWarehouse;
  readonly #doorbell: Doorbell;
  #made = 0;

  constructor(database: TestDatabase, stocked: StockedWarehouse, doorbell = silentDoorbell) {
    this.#database = database;
    this.stocked = stocked;
    this.#doorbell = doorbell;
  }

  static async open(database: TestDatabase): Promise<CountedWarehouse> {
    return new CountedWarehouse(database, await makeWarehouses(database.ownerDb));
  }

  place(index: number): number {
    return this.stocked.places[index] ?? 0;
  }

  async move(given: Partial<Move> & { recordedAt?: Date }): Promise<void> {
    const { recordedAt, ...move } = given;
    const outcome = await recordStockMoves(this.#database.orm.em, this.#doorbell, {
      warehouseId: this.stocked.warehouseId,
      recordedBy: "ines",
      now: recordedAt ?? move.effectiveAt ?? at(0),
      moves: [moveIn(this.stocked, move)],
    });
    if ("rejections" in outcome) throw new Error(JSON.stringify(outcome.rejections));
  }

  async openCount(
    { closeOff, ...given }: Partial<CreateCountSession> & Pick<StartCountSession, "closeOff"> = {},
    overlap: "EXCLUDE" | "ACCEPT" = "EXCLUDE",
  ): Promise<SessionRow> {
    const created = await createCountSession(this.#database.orm.em, {
      warehouseId: this.stocked.warehouseId,
      createdBy: "ines",
      now: at(0),
      title: "Count",
      notes: null,
      countType: "FULL",
      scope: wholeWarehouse,
      deadlineAt: null,
      isBlind: null,
      reference: null,
      assigneeIds: [],
      templateId: null,
      freshSeed: "seed",
      ...given,
    });
    if ("rejection" in created) throw new Error(created.rejection.message);
    const started = await startCountSession(this.#database.orm.em, this.#doorbell, {
      warehouseId: this.stocked.warehouseId,
      sessionId: created.session.id,
      startedBy: "ines",
      now: at(0),
      overlap,
      closeOff: closeOff ?? null,
    });
    if ("rejection" in started) throw new Error(started.rejection.message);
    return started.session;
  }

  observation(
    given: Partial<Observation> & { count?: number | string; minute?: number },
  ): Observation {
    const { count, minute = 9, ...rest } = given;
    this.#made += 1;
    return {
      externalId: `entry ${this.#made}`,
      actorId: "maria",
      isSupervisor: false,
      mode: "ADD",
      lineId: undefined,
      itemId: this.stocked.bulk,
      locationId: this.place(0),
      lotCode: null,
      stockStatus: "AVAILABLE",
      rawScan: null,
      quantity: count === undefined ? null : new Decimal(count),
      unitCode: null,
      serials: [],
      reason: null,
      note: null,
      voids: null,
      time: { source: "DEVICE", claimedAt: at(minute), clockOffsetMs: 0 },
      deviceId: null,
      ...rest,
    };
  }

  record(
    session: Pick<SessionRow, "id">,
    observations: Observation[],
    receivedAt = at(59),
  ): Promise<RecordedObservation[]> {
    return recordObservations(this.#database.orm.em, this.#doorbell, {
      warehouseId: this.stocked.warehouseId,
      sessionId: session.id,
      now: receivedAt,
      observations,
    });
  }

  async line(
    session: Pick<SessionRow, "id">,
    locationId = this.place(0),
    itemId = this.stocked.bulk,
  ) {
    const row = await firstRowOf<LineFigures>(
      this.#database.db,
      sql`select id, state, origin, quantity_counted as counted, quantity_expected as expected,
            quantity_variance as variance, is_moved_during_count as "isMoved",
            is_time_uncertain as "isUncertain", is_disputed as "isDisputed", version
          from count_line
          where session_id = ${session.id} and location_id = ${locationId} and item_id = ${itemId}`,
    );
    if (!row) throw new Error("There is no such line.");
    const plain = (text: string | null) => (text === null ? null : new Decimal(text).toFixed());
    return {
      ...row,
      counted: plain(row.counted),
      expected: plain(row.expected),
      variance: plain(row.variance),
    };
  }
}

export const wholeWarehouse = {
  locationIds: [],
  itemIds: [],
  supplierId: null,
  categoryId: null,
  abcClass: null,
  includesEmpty: false,
  lotsToCount: null,
  seed: null,
  valueThreshold: null,
  notVisitedIn: null,
} as const;
