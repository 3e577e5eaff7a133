import { registerEnumType } from "type-graphql";
import type { ExplanationStep } from "../domain/explain-line.ts";
import type { MoveBearing } from "../domain/expected-at.ts";
import type { LineOrderColumn, LineView, LineGrouping } from "../domain/line-view.ts";
import type { LooseEntryKind, LooseEntryState } from "../domain/loose-entry.ts";
import type { ProposedMove } from "../domain/propose-location-moves.ts";
import type * as words from "../domain/words.ts";

/** An enum of the API from the words of the domain, each with its sentence. */
export function enumOf<Word extends string>(
  name: string,
  description: string,
  sentences: Readonly<Record<Word, string>>,
): Record<Word, Word> {
  const entries = Object.entries<string>(sentences);
  const values = Object.fromEntries(entries.map(([word]) => [word, word])) as Record<Word, Word>;
  registerEnumType(values, {
    name,
    description,
    valuesConfig: Object.fromEntries(
      entries.map(([word, sentence]) => [word, { description: sentence }]),
    ) as never,
  });
  return values;
}

export const CountSessionStatus = enumOf<words.SessionStatus>(
  "CountSessionStatus",
  "How far a count is.",
  {
    DRAFT: "Planned; nothing is frozen yet.",
    OPEN: "In progress, or handed in where no approval is needed.",
    PENDING_APPROVAL: "Handed in; what differs waits to be approved.",
    PARTIAL: "Some of its lines are posted.",
    POSTED: "Complete.",
    CANCELLED: "Called off; nothing of it was posted.",
  },
);

export const CountType = enumOf<words.CountType>("CountType", "How a count chooses its lines.", {
  FULL: "The whole warehouse.",
  LOCATIONS: "Places with everything below them.",
  ITEMS: "Items, wherever they lie.",
  SUPPLIER: "What one supplier delivers.",
  CATEGORY: "What belongs to one category.",
  FAST_MOVERS: "What moved most.",
  SLOW_MOVERS: "What moved least.",
  LOW_VALUE: "What is worth less than a threshold, the cheapest first.",
  HIGH_VALUE: "What is worth at least a threshold, the dearest first.",
  RANDOM: "A sample; the same seed chooses the same lines.",
  ABC: "What is due by its ABC class, the longest not counted first.",
});

export const CountLineState = enumOf<words.LineState>("CountLineState", "What became of a line.", {
  NOT_VISITED: "Nobody has been there.",
  COUNTED: "Counted; 0 is a count.",
  SKIPPED: "Left out on purpose, with a reason.",
  NOT_ACCESSIBLE: "Nobody could get there.",
});

export const CountLineOrigin = enumOf<words.LineOrigin>(
  "CountLineOrigin",
  "How a line came into its count.",
  {
    SNAPSHOT: "It was in scope when the count started.",
    DRIFT: "Stock came into the scope while the count ran.",
    FOUND: "Somebody found what nobody expected there.",
  },
);

export const ObservationMode = enumOf<words.ObservationMode>(
  "ObservationMode",
  "What one entry says about a line.",
  {
    ADD: "Another part of the place was counted: parts are summed.",
    REPLACE: "Corrects all that the same person had counted there until then.",
    VERIFY: "An independent second count: compared, never summed.",
    SKIP: "Left out on purpose.",
    NOT_ACCESSIBLE: "Nobody could get there.",
    VOID: "Takes one entry back.",
  },
);

export const LooseObservationState = enumOf<LooseEntryState>(
  "LooseObservationState",
  "What has become of an entry that nobody knew.",
  {
    WAITING: "Nobody has said yet what it was.",
    MATCHED: "It counts on a line.",
    DISMISSED: "It was let go.",
    TAKEN_BACK: "Its author took it back.",
    BEFORE_RESET: "The count began again after it.",
  },
);

export const NotVisitedPolicy = enumOf<words.NotVisitedPolicy>(
  "NotVisitedPolicy",
  "What closing does with the lines that nobody visited.",
  {
    LEAVE: "They stay not visited.",
    COUNT_AS_ZERO: "They are counted as 0, in the name of whoever closes.",
    FOLLOW_UP: "A new draft counts them.",
  },
);

export const CountLineView = enumOf<LineView>("CountLineView", "Which lines of a count.", {
  ALL: "All of them.",
  DISCREPANCIES: "Counted, and other than expected.",
  OVERAGES: "More than expected.",
  SHORTAGES: "Less than expected.",
  NOT_COUNTED: "Not visited, skipped or not accessible.",
  FLAGGED: "A person has to look: moved while counted, time uncertain, or disputed.",
  OUT_OF_TOLERANCE: "Counted, and further off than its tolerance allows.",
  RECOUNT: "Asked to be counted again, whatever has come of it.",
  NOT_POSTED: "Counted, and not posted to stock, or taken back.",
  LOCATION_MOVES: "Short here while the same is over elsewhere: perhaps only moved.",
});

export const CountLineGrouping = enumOf<LineGrouping>(
  "CountLineGrouping",
  "What lines are summed by.",
  {
    LOCATION: "Place.",
    ITEM: "Item.",
    CATEGORY: "Category of the item.",
    REASON: "Reason of the variance, as it was said last.",
  },
);

export const CountLineOrderField = enumOf<LineOrderColumn>(
  "CountLineOrderField",
  "What lines can be ordered by.",
  {
    LINE_NUMBER: "The order of the walk.",
    ITEM: "Item ID.",
    LOCATION: "Code of the place.",
    QUANTITY_COUNTED: "Counted quantity; what is not counted comes before 0.",
    QUANTITY_EXPECTED: "Expected quantity.",
    QUANTITY_VARIANCE: "Variance; what is not counted has none.",
    VALUE_VARIANCE: "Value of the variance; what is not counted has none.",
  },
);

export const LooseObservationKind = enumOf<LooseEntryKind>(
  "LooseObservationKind",
  "Why an entry stands on no line.",
  {
    UNMATCHED: "Nobody knew what was seen.",
    QUARANTINED: "It came after the count was handed in.",
  },
);

export const TimeSource = enumOf<"DEVICE" | "WRITTEN">(
  "TimeSource",
  "Where the time of an entry comes from.",
  { DEVICE: "The device's clock.", WRITTEN: "Written down by a person." },
);

export const OverlapPolicy = enumOf<"EXCLUDE" | "ACCEPT">(
  "OverlapPolicy",
  "What to do with places that another running count has.",
  { EXCLUDE: "They are left out.", ACCEPT: "They are counted in both." },
);

export const CountedPieceState = enumOf<"FOUND" | "MISSING" | "UNEXPECTED">(
  "CountedPieceState",
  "What became of one piece.",
  {
    FOUND: "Expected, and found.",
    MISSING: "Expected, and not found so far.",
    UNEXPECTED: "Found, and not expected there.",
  },
);

export const ExplanationStepKind = enumOf<ExplanationStep["kind"]>(
  "ExplanationStepKind",
  "What happened in a step of the arithmetic.",
  {
    SNAPSHOT: "What the books held when the count started.",
    MOVE: "Stock moved.",
    COUNTED: "The place was counted.",
  },
);

export const StockMoveBearing = enumOf<MoveBearing>(
  "StockMoveBearing",
  "How a move bears on what was to be expected at the instant counted.",
  {
    CONTAINED: "The snapshot contains it.",
    SINCE_SNAPSHOT: "Recorded after the snapshot, happened before the count.",
    NOT_YET_HAPPENED: "The snapshot contains it, but it happened only after the count.",
    AFTER_COUNT: "Happened after the count: no bearing.",
  },
);

export const MoveConflict = enumOf<NonNullable<ProposedMove["conflict"]>>(
  "MoveConflict",
  "Why a person has to look before a proposed move is taken.",
  {
    LEFT_STOCK: "The books let it go since.",
    STANDS_ELSEWHERE: "The books have it in a third place by now.",
    FOUND_IN_BOTH: "It was seen in both places.",
  },
);
