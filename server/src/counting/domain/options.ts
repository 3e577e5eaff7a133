/**
 * Options by the numbers that people who migrate know; those that never had one go by name. Frozen
 * into a session when it starts.
 */
export const optionDefaults = {
  "170": true,
  "174": true,
  "198": "ALL",
  "290": false,
  "325": true,
  "333": true,
  "340": false,
  "341": true,
  "342": true,
  "343": true,
  "345": false,
  "504": false,
  "526": true,
  "529": false,
  blindByDefault: true,
  lotsToCount: 50,
  lowValueBelow: "50",
  highValueFrom: "1000",
  recountsAtMost: 2,
  recountAtHandIn: false,
  controlRecountPercent: 5,
  wholeCounts: false,
  proofOfPlace: false,
  // Where one person does all: whoever counted a line may approve it, and it is shown that he did.
  singlePerson: false,
  abcDaysA: 30,
  abcDaysB: 90,
  abcDaysC: 365,
} as const;
export type OptionCode = keyof typeof optionDefaults;

type Widened<Value> = Value extends boolean ? boolean : Value extends number ? number : string;
export type Options = { [Code in OptionCode]: Widened<(typeof optionDefaults)[Code]> };

/** The warehouse's own value, else the company's, else the default; what has another type is not taken. */
export function resolveOptions(
  company: Readonly<Record<string, unknown>>,
  warehouse: Readonly<Record<string, unknown>>,
): Options {
  const entries = Object.entries(optionDefaults).map(([code, fallback]) => {
    const given = [warehouse[code], company[code]].find(
      (value) => typeof value === typeof fallback,
    );
    return [code, given ?? fallback];
  });
  return Object.fromEntries(entries) as Options;
}
