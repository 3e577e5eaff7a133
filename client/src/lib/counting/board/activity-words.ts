import type { GlyphName } from "#lib/shared/ui/glyph-name.ts";
import { formatSigned, signOf } from "#lib/shared/text/decimal.ts";
import type { CountLine, SessionEvent } from "../count-session.ts";

export interface ActivityWords {
  tone: "match" | "short" | "over" | "open" | "pending" | "plain";
  glyph: GlyphName;
  text: string;
}

const plain = (glyph: GlyphName, text: string): ActivityWords => ({ tone: "plain", glyph, text });
const pending = (glyph: GlyphName, text: string): ActivityWords => ({
  tone: "pending",
  glyph,
  text,
});

const eventWords: Record<SessionEvent["kind"], ActivityWords> = {
  OBSERVATION_RECORDED: plain("check", "counted"),
  OBSERVATION_MATCHED: plain("check", "entry matched"),
  OBSERVATION_DISMISSED: plain("close", "entry let go"),
  OBSERVATION_QUARANTINED: pending("pending", "came too late"),
  OBSERVATION_UNMATCHED: pending("alert", "unknown entry"),
  LINE_ADDED: plain("plus", "new line"),
  LINE_REEVALUATED: plain("moved", "stock moved"),
  DISPUTE_RESOLVED: plain("check", "dispute resolved"),
  CLAIM_TAKEN_OVER: plain("arrow", "place taken over"),
  CLAIM_FORCE_RELEASED: plain("arrow", "place released"),
  DEVICE_EXCLUDED: pending("offline", "device left out"),
  APPROVAL_LOST: pending("reversed", "approval lost"),
  LINES_APPROVED: plain("check", "lines approved"),
  LINES_REJECTED: pending("close", "lines rejected"),
  POSTING_MADE: plain("check", "posted"),
  POSTING_REVERSED: pending("reversed", "posting reversed"),
  RECOUNT_ASKED: pending("reversed", "recount asked"),
  ROUND_CHOSEN: plain("check", "round chosen"),
  SESSION_STARTED: plain("play", "counting began"),
  SESSION_SUBMITTED: plain("check", "handed in"),
  SESSION_CLOSED: plain("lock", "counting closed"),
  SESSION_REOPENED: plain("play", "opened again"),
  SESSION_RESET: pending("reversed", "begun again"),
  SESSION_CANCELLED: pending("close", "called off"),
  SESSION_UPDATED: plain("check", "changed"),
  WORK_SHARED_OUT: plain("check", "work shared out"),
};

const kinds = { [-1]: "short", 0: "match", 1: "over" } as const;

/** An event in two or three words; of an entry, what became of its line as that now stands. */
export function activityInWords(event: SessionEvent, line: CountLine | undefined): ActivityWords {
  if (event.kind !== "OBSERVATION_RECORDED") return eventWords[event.kind];
  if (event.mode === "SKIP") return { tone: "open", glyph: "arrow", text: "skipped" };
  if (event.mode === "NOT_ACCESSIBLE")
    return { tone: "open", glyph: "lock", text: "not accessible" };
  if (event.mode === "VOID") return { tone: "open", glyph: "reversed", text: "taken back" };
  const variance = line?.quantityVariance;
  if (variance === null || variance === undefined) return eventWords.OBSERVATION_RECORDED;
  const kind = kinds[signOf(variance)];
  const text = kind === "match" ? "match" : `${formatSigned(variance)} ${kind}`;
  return { tone: kind, glyph: kind, text };
}
