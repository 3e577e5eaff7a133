interface KeptHere {
  database: string;
  store: string;
  states: readonly string[];
}

/** Where the hand keeps what it has not sent, by names alone: whoever asks loads none of its code. */
const kept: readonly KeptHere[] = [
  { database: "tallyroom-hand", store: "entries", states: ["WAITING", "REJECTED"] },
  { database: "tallyroom-parcels", store: "parcels", states: ["WAITING"] },
];

/** How much this person has entered on this device that the server has not acknowledged. */
export async function unsentHere(userId: string): Promise<number> {
  const counts = await Promise.all(kept.map((each) => unsentIn(each, userId)));
  return counts.reduce((sum, count) => sum + count, 0);
}

async function unsentIn({ database, store, states }: KeptHere, userId: string): Promise<number> {
  try {
    const opened = await openIfThere(database);
    const byState = opened.transaction(store).objectStore(store).index("byState");
    const counts = await Promise.all(states.map((state) => done(byState.count([userId, state]))));
    opened.close();
    return counts.reduce((sum, count) => sum + count, 0);
  } catch {
    return 0; // nothing was ever kept here, or the browser keeps nothing
  }
}

function openIfThere(name: string): Promise<IDBDatabase> {
  const asked = indexedDB.open(name);
  // It is not there, and is not made by being asked for.
  asked.onupgradeneeded = () => asked.transaction?.abort();
  return done(asked);
}

function done<Result>(request: IDBRequest<Result>): Promise<Result> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error("It could not be read."));
  });
}
