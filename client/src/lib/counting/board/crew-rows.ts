import type { Crew, CrewDevice } from "../count-session.ts";
import type { CounterSum, Hall } from "./hall.ts";

export interface CrewRow {
  id: string;
  name: string;
  places: readonly { id: string; code: string }[];
  lastAt: string | undefined;
  lines: number;
  linesPerHour: number;
  unsent: number;
  offlineSince: string | undefined;
  isHere: boolean;
  device: CrewDevice | undefined;
}

const hourMs = 3_600_000;
const leastSpanMs = 60_000;

/** Everybody who counts or has counted, by name: the order never changes under the reader. */
export function crewRows(
  crew: Crew | undefined,
  { progressByCounter }: Pick<Hall, "progressByCounter">,
  startedAt: number | undefined,
): CrewRow[] {
  const sums = new Map(
    progressByCounter.flatMap((sum) => (sum.user ? [[sum.user.id, sum] as const] : [])),
  );
  const people = new Map<string, string>();
  for (const { user } of [...progressByCounter, ...(crew?.devices ?? []), ...(crew?.claims ?? [])])
    if (user) people.set(user.id, user.name);
  return [...people]
    .map(([id, name]) => {
      const devices = (crew?.devices ?? []).filter(({ user }) => user?.id === id);
      const device = devices.find(({ offlineSince }) => offlineSince === null) ?? devices[0];
      const sum = sums.get(id);
      return {
        id,
        name,
        places: (crew?.claims ?? [])
          .filter(({ user }) => user?.id === id)
          .flatMap(({ location }) => location ?? []),
        lastAt: latest(device?.lastScanAt, sum?.lastReceivedAt),
        lines: sum?.lines ?? 0,
        linesPerHour: rateOf(sum, startedAt),
        unsent: devices.reduce((total, { unsentCount }) => total + unsentCount, 0),
        offlineSince: device?.offlineSince ?? undefined,
        isHere: device !== undefined && device.offlineSince === null,
        device,
      };
    })
    .toSorted((a, b) => a.name.localeCompare(b.name, "en"));
}

/** From the start of the count to the last entry. */
function rateOf(sum: CounterSum | undefined, startedAt: number | undefined): number {
  if (!sum || startedAt === undefined) return 0;
  const spanMs = Math.max(leastSpanMs, Date.parse(sum.lastReceivedAt) - startedAt);
  return (sum.lines * hourMs) / spanMs;
}

function latest(a: string | null | undefined, b: string | undefined): string | undefined {
  if (!a || !b) return a ?? b;
  return Date.parse(a) > Date.parse(b) ? a : b;
}
