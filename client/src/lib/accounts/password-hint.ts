/** The server decides; this only says beforehand what it asks for. */
export const passwordHint = "At least 10 characters. A few words are easier to keep than symbols.";
