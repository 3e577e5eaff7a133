import type { EntityManager } from "@mikro-orm/postgresql";
import { decideAgainAfterRace } from "../../database/decide-again-after-race.ts";
import type { Db } from "../../database/db.ts";
import type { Doorbell } from "../../database/doorbell.ts";
import { inTransaction } from "../../database/in-transaction.ts";
import type { Rejection } from "../../shared/rejection.ts";
import { lineKey, type LineName } from "../domain/asked-observation.ts";
import { decideMatch, type Match, type MatchRejectionReason } from "../domain/decide-match.ts";
import { knownEntry, type AskedMatch, type LooseEntry } from "../domain/loose-entry.ts";
import type { SessionRow } from "../domain/rows.ts";
import { sessionTopic } from "../domain/session-topic.ts";
import { standingByLine, type StandingObservation } from "../domain/standing-by-line.ts";
import type { CountedLine } from "../storage/counted-line.ts";
import { insertMatch } from "../storage/insert-match.ts";
import { loadEntry } from "../storage/loose-entry.ts";
import { makeLines } from "../storage/make-lines.ts";
import { readObservationFacts, type StoredFacts } from "../storage/read-observation-facts.ts";
import { saveFolds } from "../storage/save-folds.ts";
import { lockSession } from "../storage/session-row.ts";

export interface MatchObservation {
  warehouseId: number;
  observationId: number;
  asked: AskedMatch;
  matchedBy: string;
  now: Date;
}

export type MatchOutcome =
  | { sessionId: number; lineId: number; isBlind: boolean; wasMatched: boolean }
  | { rejection: Rejection<MatchRejectionReason> };

/**
 * Gives an entry a line, as if its device had known what it saw, or had sent it in time: the entry
 * itself stays as it is.
 */
export async function matchObservation(
  em: EntityManager,
  doorbell: Doorbell,
  input: MatchObservation,
): Promise<MatchOutcome> {
  const { warehouseId, observationId, asked, now } = input;
  const outcome = await decideAgainAfterRace(() =>
    inTransaction<MatchOutcome>(em, async ({ db }) => {
      const { sessionId } = await loadEntry(db, warehouseId, observationId);
      const session = await lockSession(db, warehouseId, sessionId);
      const entry = await loadEntry(db, warehouseId, observationId);
      const facts = await readObservationFacts(db, session, now, [knownEntry(entry, asked)]);
      const decision = decideMatch(entry, asked, { ...facts, generation: session.generation });
      if (decision.kind === "REJECTED") return { rejection: decision.rejection };
      const told = { sessionId, isBlind: session.isBlind };
      if (decision.kind === "ALREADY_MATCHED")
        return { ...told, lineId: lineNamed(facts, decision.line)?.id ?? 0, wasMatched: true };
      const line = await save(db, session, { entry, match: decision.match, facts }, input);
      return { ...told, lineId: line.id, wasMatched: false };
    }),
  );
  if ("lineId" in outcome) doorbell.ring(sessionTopic(warehouseId, outcome.sessionId));
  return outcome;
}

const lineNamed = ({ lines }: StoredFacts, name: LineName) =>
  [...lines.values()].find((line) => lineKey(line) === lineKey(name));

async function save(
  db: Db,
  session: SessionRow,
  { entry, match, facts }: { entry: LooseEntry; match: Match; facts: StoredFacts },
  { matchedBy, now }: MatchObservation,
): Promise<CountedLine> {
  const [made] = lineNamed(facts, match.line)
    ? []
    : await makeLines(db, session, [match.line], now);
  const line = lineNamed(facts, match.line) ?? (made as CountedLine);
  const { warehouseId } = session;
  await insertMatch(db, { warehouseId, id: entry.id, lineId: line.id }, match, {
    by: matchedBy,
    at: now,
  });
  const before = standingByLine(facts.standing, []).get(lineKey(line)) ?? [];
  const entries = [...before, standingOf(entry, match, session)];
  const { externalId, recordedBy, mode } = entry;
  const event = {
    kind: "OBSERVATION_MATCHED" as const,
    lineId: line.id,
    actorId: matchedBy,
    details: { externalId: ` matched ${entry.id}`, matches: externalId, recordedBy, mode },
  };
  await saveFolds(db, session, [{ line, entries }], facts, { events: [event], now });
  return line;
}

/** Under the id that its device gave it, so that the device can still take it back. */
function standingOf(
  { externalId, recordedBy, mode, countedAt, receivedAt, time, voids }: LooseEntry,
  { quantity, serials, round }: Match,
  { startedAt }: SessionRow,
): StandingObservation {
  const isTimeKnown = time.source === "WRITTEN" || time.clockOffsetMs !== null;
  const gap = isTimeKnown || !startedAt ? null : { after: startedAt, until: receivedAt };
  const ofCounter = { externalId, actorId: recordedBy, mode, round };
  return { ...ofCounter, quantity, serials, countedAt, gap, voids };
}
