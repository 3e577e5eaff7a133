/**
 * Says "look", never what happened: whoever hears it reads the tables. A lost ring costs a moment,
 * never data, because listeners also look by themselves once a second. Topics form a tree, cut by
 * colons: who listens to one hears all that lie below it.
 */
export interface Doorbell {
  ring(topic: string): void;
  listen(topic: string, onRing: () => void): () => void;
  close(): Promise<void>;
  /** Tells when the wire to other processes breaks, and when it is laid again; it was whole at first. */
  tellOfWire?(onChange: (isWhole: boolean) => void): void;
}

export const lookAnywayMs = 1_000;
