import { SeededRandom } from "../../src/demonstration/seeded-random.ts";
import type { ApprovalCore } from "./approval-core.ts";
import { SimulatedDesk, type DeskLine } from "./simulated-desk.ts";

const people = ["maria", "jonas", "petra", "olga"];
const limits = { petra: 60 };
const steps = 28;

/** One count, approved, changed, posted, taken back and posted again; what is wrong, with its seed. */
export function simulateApprovals(seed: number, core: ApprovalCore): string | null {
  const random = new SeededRandom(`approvals ${seed}`);
  const lines = Array.from({ length: 3 }, (): DeskLine => ({
    opening: random.integer(20, 40),
    ...{ counted: null, countedAt: 0, cost: random.integer(1, 4) },
    ...{ counters: new Set<string>(), approval: null, posted: null },
  }));
  const desk = new SimulatedDesk(core, lines, limits);
  for (let now = 1; now <= steps; now += 1) {
    const deed = takeStep(desk, random, now);
    const wrong = whatIsWrong(desk);
    if (wrong) return `seed ${seed}: at step ${now}, ${deed}: ${wrong}`;
  }
  desk.reverse([...lines.keys()]);
  const wrong = whatIsWrong(desk) ?? whatIsLeftOver(desk);
  return wrong && `seed ${seed}: at the end, all taken back: ${wrong}`;
}

function takeStep(desk: SimulatedDesk, random: SeededRandom, now: number): string {
  const line = random.integer(0, desk.lines.length - 1);
  const some = random.pickSome([0, 1, 2], random.integer(1, 3));
  const who = random.pickSome(people, 1)[0] ?? "";
  const deeds: [string, () => void][] = [
    ["count", () => desk.count(line, who, random.integer(10, 50), now)],
    ["count", () => desk.count(line, "maria", random.integer(10, 50), now)],
    ["move", () => desk.move(line, random.integer(1, 3), now)],
    ["late move", () => desk.move(line, random.integer(1, 3), random.integer(0, now))],
    ["reprice", () => desk.reprice(line, random.integer(1, 4))],
    ...["petra", "olga", who].map((by): [string, () => void] => [
      `${by} approves`,
      () => desk.approve(by, some),
    ]),
    ["post", () => desk.post(some, now)],
    ["post one", () => desk.post([line], now)],
    ["take back", () => desk.reverse(some)],
    ["hand in", () => handIn(desk)],
  ];
  const [name, deed] = random.pickSome(deeds, 1)[0] ?? ["rest", () => undefined];
  deed();
  return name;
}

function handIn(desk: SimulatedDesk): void {
  const { status, isSubmitted } = desk.state;
  if (status === "OPEN" && !isSubmitted)
    desk.state = { status: "PENDING_APPROVAL", isSubmitted: true };
}

/** What must hold after every step, worked out from the moves alone. */
function whatIsWrong(desk: SimulatedDesk): string | null {
  for (const [index, line] of desk.lines.entries()) {
    const own = desk.moves.filter(({ line: of }) => of === index);
    const onHand = own.reduce((sum, { quantity }) => sum + quantity, line.opening);
    if (onHand !== desk.onHand[index]) return `line ${index} has ${desk.onHand[index]}`;
    const ofCount = own.filter(({ isOfCount }) => isOfCount);
    const explained = ofCount.reduce((sum, { quantity }) => sum + quantity, 0);
    if (explained !== (line.posted?.delta ?? 0))
      return `adjustments of line ${index} come to ${explained}`;
    const { approval, posted } = line;
    const numbers = desk.numbersOf(index);
    if (approval && !posted && JSON.stringify(approval.numbers) !== JSON.stringify(numbers))
      return `the approval of line ${index} is of other numbers`;
    if (approval && line.counters.has(approval.by)) return `${approval.by} approved an own count`;
  }
  return whatIsWronglyPosted(desk) ?? whatIsAboveALimit(desk) ?? whatIsTheWrongState(desk);
}

function whatIsWronglyPosted({ posts, lines }: SimulatedDesk): string | null {
  for (const { line, numbers, approvedBy, delta } of posts) {
    if (approvedBy === null) return `line ${line} was posted without approval`;
    if (delta !== numbers.counted - numbers.expected)
      return `line ${line} was posted with ${delta}`;
    if (
      lines[line]?.posted &&
      lines[line].posted.delta !== posts.findLast((p) => p.line === line)?.delta
    )
      return `line ${line} is posted otherwise`;
  }
  return null;
}

function whatIsAboveALimit({ lines }: SimulatedDesk): string | null {
  const gross = lines
    .filter(({ approval }) => approval?.by === "petra")
    .reduce((sum, { approval }) => sum + (approval?.gross ?? 0), 0);
  return gross > limits.petra ? `petra has approved ${gross}` : null;
}

function whatIsTheWrongState({ state, lines }: SimulatedDesk): string | null {
  const counted = lines.filter((line) => line.counted !== null);
  const posted = counted.filter((line) => line.posted !== null);
  const isWhole = state.isSubmitted && posted.length === counted.length;
  const begun = state.isSubmitted ? "PENDING_APPROVAL" : "OPEN";
  const right = posted.length === 0 ? begun : isWhole ? "POSTED" : "PARTIAL";
  return state.status === right ? null : `the count is ${state.status}, not ${right}`;
}

/** As if nothing had been posted; what moved meanwhile is kept. */
function whatIsLeftOver(desk: SimulatedDesk): string | null {
  for (const [index, line] of desk.lines.entries()) {
    const moved = desk.moves.filter(({ line: of, isOfCount }) => of === index && !isOfCount);
    const untouched = moved.reduce((sum, { quantity }) => sum + quantity, line.opening);
    if (untouched !== desk.onHand[index]) return `line ${index} has ${desk.onHand[index]}`;
  }
  return null;
}
