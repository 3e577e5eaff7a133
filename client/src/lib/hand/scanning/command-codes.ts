export const commands = ["NEXT", "SKIP", "UNDO", "ZERO", "QUANTITY", "CLOSE"] as const;
export type Command = (typeof commands)[number];

/** What a label says that means a command, and nothing of a warehouse. */
export const commandCode = (command: Command) => `TALLY:${command}`;

const commandText = new RegExp(`^TALLY:(${commands.join("|")})$`, "i");

export function commandOf(text: string): Command | null {
  return (commandText.exec(text)?.[1]?.toUpperCase() as Command | undefined) ?? null;
}
