import fc from "fast-check";
import { expect, test } from "vitest";
import { Decimal } from "../../shared/exact-decimal.ts";
import { foldLine, notVisited, type SharingPolicy } from "./fold-line.ts";
import { observationKey, type LineObservation } from "./observation.ts";

let made = 0;
const at = (minute: number) => new Date(Date.UTC(2026, 10, 21, 10, minute));

function entry(
  mode: LineObservation["mode"],
  quantity: number | null,
  given: Partial<LineObservation> = {},
): LineObservation {
  made += 1;
  return {
    externalId: `entry ${made}`,
    actorId: "maria",
    mode,
    quantity: quantity === null ? null : new Decimal(quantity),
    serials: [],
    countedAt: at(made % 60),
    voids: null,
    ...given,
  };
}
const jonas = { actorId: "jonas" };
const counted = (observations: LineObservation[], byPiece = false) =>
  foldLine(observations, byPiece).quantityCounted?.toFixed() ?? null;
const takesBack = (target: LineObservation, given: Partial<LineObservation> = {}) =>
  entry("VOID", null, { voids: target, ...given });

test("nobody has been there", () => {
  expect(foldLine([], false)).toEqual(notVisited);
});

test("two people count two parts of a bin: their parts are summed", () => {
  const folded = foldLine([entry("ADD", 7), entry("ADD", 5, jonas)], false);
  expect(folded).toMatchObject({ state: "COUNTED", counterIds: ["maria", "jonas"] });
  expect(folded.quantityCounted?.toFixed()).toBe("12");
});

test("F6: B verifies 12 after A added 12: 12, not 24", () => {
  const folded = foldLine([entry("ADD", 12), entry("VERIFY", 12, jonas)], false);
  expect(folded.quantityCounted?.toFixed()).toBe("12");
  expect(folded.isDisputed).toBe(false);
});

test("somebody who verifies and finds another quantity disputes the line", () => {
  expect(foldLine([entry("ADD", 12), entry("VERIFY", 11, jonas)], false)).toMatchObject({
    isDisputed: true,
    counterIds: ["maria"],
  });
});

test("a correction stands for all that the same person had counted until then, and for nobody else", () => {
  expect(counted([entry("ADD", 7), entry("ADD", 5, jonas), entry("REPLACE", 9)])).toBe("14");
  expect(counted([entry("ADD", 7), entry("REPLACE", 9), entry("ADD", 2)])).toBe("11");
});

test("an entry that was taken back counts no more, and its correction neither", () => {
  const seven = entry("ADD", 7);
  const nine = entry("REPLACE", 9);
  expect(counted([seven, nine, takesBack(nine)])).toBe("7");
  expect(counted([takesBack(seven), seven])).toBeNull();
});

test("0 is a count; skipped, not accessible and not visited are not", () => {
  expect(foldLine([entry("ADD", 0)], false)).toMatchObject({ state: "COUNTED" });
  expect(counted([entry("ADD", 0)])).toBe("0");
  const skipped = foldLine([entry("SKIP", null)], false);
  expect(skipped).toMatchObject({ state: "SKIPPED", quantityCounted: null });
  const behind = foldLine([entry("SKIP", null), entry("NOT_ACCESSIBLE", null)], false);
  expect(behind).toMatchObject({ state: "NOT_ACCESSIBLE", quantityCounted: null });
});

test("a count settles what somebody had skipped, before or after", () => {
  const skip = entry("SKIP", null);
  expect(foldLine([skip, entry("ADD", 3)], false).state).toBe("COUNTED");
  expect(foldLine([entry("ADD", 3), entry("SKIP", null)], false).state).toBe("COUNTED");
});

test("pieces are a set: a second scan warns and never adds", () => {
  const folded = foldLine(
    [
      entry("ADD", 2, { serials: ["S1", "S2"] }),
      entry("ADD", 2, { ...jonas, serials: ["S2", "S3"] }),
    ],
    true,
  );
  expect(folded.quantityCounted?.toFixed()).toBe("3");
  expect(folded.serials).toEqual(["S1", "S2", "S3"]);
  expect(folded.serialsSeenTwice).toEqual(["S2"]);
});

test("pieces that two people see differently dispute the line, though their number is the same", () => {
  const seen = entry("ADD", 1, { serials: ["S1"] });
  const verified = entry("VERIFY", 1, { ...jonas, serials: ["S2"] });
  expect(foldLine([seen, verified], true).isDisputed).toBe(true);
});

test("a third look resolves a dispute: what two found stands, with their window", () => {
  const aiko = { actorId: "aiko" };
  const [first, second] = [entry("ADD", 12), entry("VERIFY", 10, { ...jonas, countedAt: at(30) })];
  const withMaria = foldLine([first, second, entry("VERIFY", 12, aiko)], false);
  expect(withMaria).toMatchObject({ isDisputed: false, counterIds: ["maria"] });
  const withJonas = foldLine([first, second, entry("VERIFY", 10, aiko)], false);
  expect(withJonas).toMatchObject({ isDisputed: false, counterIds: ["jonas"] });
  expect(withJonas.quantityCounted?.toFixed()).toBe("10");
  expect(withJonas.window).toEqual({ first: at(30), last: at(30) });
  const withNobody = foldLine([first, second, entry("VERIFY", 11, aiko)], false);
  expect(withNobody).toMatchObject({ isDisputed: true, counterIds: ["maria"] });
});

test("where each counts the whole, two people are compared and both are kept", () => {
  const whole = (...entries: LineObservation[]) => foldLine(entries, false, "WHOLE");
  const same = whole(entry("ADD", 7), entry("ADD", 5), entry("ADD", 12, jonas));
  expect(same).toMatchObject({ isDisputed: false, counterIds: ["maria"] });
  expect(same.quantityCounted?.toFixed()).toBe("12");
  const differ = whole(entry("ADD", 12), entry("ADD", 10, jonas));
  expect(differ).toMatchObject({ isDisputed: true, counterIds: ["maria"] });
  expect(differ.counts.map(({ quantity }) => quantity.toFixed())).toEqual(["12", "10"]);
  const third = whole(
    entry("ADD", 12),
    entry("ADD", 10, jonas),
    entry("REPLACE", 10, { actorId: "aiko" }),
  );
  expect(third).toMatchObject({ isDisputed: false, counterIds: ["jonas"] });
});

test("a supervisor resolves a dispute by taking back all but one look", () => {
  const [first, second] = [entry("ADD", 12), entry("ADD", 10, jonas)];
  const resolved = foldLine([first, second, takesBack(first, { actorId: "ines" })], false, "WHOLE");
  expect(resolved).toMatchObject({ isDisputed: false, counterIds: ["jonas"] });
});

test("the window runs over the entries that make up the quantity, and no others", () => {
  const typo = entry("ADD", 70, { countedAt: at(1) });
  const folded = foldLine(
    [
      typo,
      entry("REPLACE", 7, { countedAt: at(10) }),
      entry("ADD", 5, { ...jonas, countedAt: at(20) }),
      entry("VERIFY", 12, { actorId: "aiko", countedAt: at(40) }),
    ],
    false,
  );
  expect(folded.window).toEqual({ first: at(10), last: at(20) });
});

const arbitraryEntries = fc
  .array(
    fc.record({
      actorId: fc.constantFrom("maria", "jonas", "aiko"),
      mode: fc.constantFrom("ADD", "REPLACE", "VERIFY", "SKIP", "NOT_ACCESSIBLE", "VOID" as const),
      quantity: fc.integer({ min: 0, max: 5_000 }).map((cents) => new Decimal(cents).div(100)),
      serials: fc.subarray(["S1", "S2", "S3", "S4"]),
      minute: fc.integer({ min: 0, max: 5 }),
      target: fc.nat(8),
    }),
    { maxLength: 9 },
  )
  .map((drawn) =>
    drawn.map(({ minute, target, mode, ...rest }, index): LineObservation => {
      const aim = drawn[target % Math.max(1, drawn.length)];
      const isVoid = mode === "VOID" && aim !== undefined;
      return {
        ...rest,
        mode: mode as LineObservation["mode"],
        externalId: `e${index}`,
        countedAt: at(minute),
        voids: isVoid ? { actorId: aim.actorId, externalId: `e${target % drawn.length}` } : null,
      };
    }),
  );

test("T22: whatever the order of arrival, the line is the same", () => {
  fc.assert(
    fc.property(
      arbitraryEntries.chain((entries) =>
        fc.tuple(fc.constant(entries), shuffled(entries), fc.boolean()),
      ),
      fc.constantFrom("PARTS", "WHOLE" as const),
      ([entries, arrived, byPiece], policy) => {
        const folded = foldLine(entries, byPiece, policy as SharingPolicy);
        expect(plain(foldLine(arrived, byPiece, policy as SharingPolicy))).toEqual(plain(folded));
      },
    ),
    { numRuns: 2_000 },
  );
});

test("T22, control: folding in the order of arrival is not the same", () => {
  const lastWins = (entries: LineObservation[]) => entries.at(-1)?.quantity?.toFixed();
  const found = fc.check(
    fc.property(
      arbitraryEntries.chain((entries) => fc.tuple(fc.constant(entries), shuffled(entries))),
      ([entries, arrived]) => lastWins(entries) === lastWins(arrived),
    ),
    { numRuns: 2_000 },
  );
  expect(found.failed).toBe(true);
});

test("an entry that arrives twice changes nothing", () => {
  fc.assert(
    fc.property(arbitraryEntries, (entries) => {
      const once = new Map([...entries, ...entries].map((each) => [observationKey(each), each]));
      expect(plain(foldLine([...once.values()], false))).toEqual(plain(foldLine(entries, false)));
    }),
  );
});

test("nothing is dropped: without corrections the quantity is the sum of all that stands", () => {
  fc.assert(
    fc.property(arbitraryEntries, (entries) => {
      const adds = entries.filter(({ mode }) => mode === "ADD");
      const sum = adds.reduce((total, each) => total.plus(each.quantity ?? 0), new Decimal(0));
      expect(counted(adds)).toBe(adds.length === 0 ? null : sum.toFixed());
    }),
  );
});

function shuffled<Value>(values: Value[]): fc.Arbitrary<Value[]> {
  return fc.shuffledSubarray(values, { minLength: values.length });
}

/** Decimals compare by their text. */
function plain(folded: ReturnType<typeof foldLine>): unknown {
  return JSON.parse(JSON.stringify(folded));
}
