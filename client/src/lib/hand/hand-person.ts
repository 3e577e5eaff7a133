import type { ResultOf } from "@tallyroom/schema/graphql.ts";
import { HandViewer } from "@tallyroom/schema/operations/hand.ts";
import type { HandDatabase } from "./outbox/hand-database.ts";
import type { HandApi } from "./hand-api.ts";

/** Who counts with this device. */
export interface HandPerson {
  id: string;
  name: string;
  mayCount: boolean;
  /** Types in what others have counted on paper. Unknown of who was remembered by an older version. */
  plansCounts?: boolean;
  warehouses: { id: string; code: string; name: string; timeZone: string }[];
}

type ToldViewer = NonNullable<ResultOf<typeof HandViewer>["viewer"]>;

const factKey = "person";

export async function rememberedPerson(database: HandDatabase): Promise<HandPerson | null> {
  return ((await database.get("facts", factKey)) as HandPerson | undefined) ?? null;
}

/** Asks the server, and remembers the answer for a start without it. */
export async function askForPerson(
  api: HandApi,
  database: HandDatabase,
): Promise<HandPerson | null> {
  const { viewer } = await api.ask(HandViewer, {});
  if (!viewer) return null;
  const person = personOf(viewer);
  await database.put("facts", person, factKey);
  return person;
}

/** After signing out the device knows nobody; what was entered stays for whoever entered it. */
export async function forgetPerson(database: HandDatabase): Promise<void> {
  await database.delete("facts", factKey);
}

function personOf({ user, permissions, warehouses }: ToldViewer): HandPerson {
  const mayCount = permissions.includes("update:stock-count");
  const plansCounts = permissions.includes("create:stock-count");
  return { ...user, mayCount, plansCounts, warehouses: [...warehouses] };
}
