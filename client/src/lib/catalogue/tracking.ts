export const trackings = ["BULK", "LOT", "SERIAL", "RFID"] as const;
export type Tracking = (typeof trackings)[number];

export const trackingWords: Record<Tracking, string> = {
  BULK: "Bulk",
  LOT: "Lots",
  SERIAL: "Serials",
  RFID: "RFID tags",
};
