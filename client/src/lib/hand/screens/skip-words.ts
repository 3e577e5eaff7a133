/** Why a line is left out. What people say most stands first. */
export const skipReasons = [
  { text: "Pallet in the way", mode: "NOT_ACCESSIBLE" },
  { text: "Too high to reach", mode: "NOT_ACCESSIBLE" },
  { text: "Somebody is working here", mode: "NOT_ACCESSIBLE" },
  { text: "Label cannot be read", mode: "SKIP" },
  { text: "Count it later", mode: "SKIP" },
] as const;
