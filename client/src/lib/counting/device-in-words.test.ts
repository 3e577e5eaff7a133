import { expect, test } from "vitest";
import { deviceInWords } from "./device-in-words.ts";

const now = Date.parse("2026-11-20T10:30:00Z");
const device = {
  user: { id: "maria", name: "Maria" },
  deviceId: "phone",
  deviceName: "Zebra TC22",
  unsentCount: 0,
  lastScanAt: null,
  heartbeatAt: "2026-11-20T10:29:58Z",
  offlineSince: null,
  excludedReason: null,
};

test("a device that is there", () => {
  expect(deviceInWords(device, now)).toEqual(["Zebra TC22", "nothing unsent", "no scan yet"]);
});

test("a device that holds entries and is not heard", () => {
  const away = { offlineSince: "2026-11-20T10:21:00Z", lastScanAt: "2026-11-20T10:20:00Z" };
  expect(deviceInWords({ ...device, ...away, unsentCount: 9 }, now)).toEqual([
    "Zebra TC22",
    "offline for 9 min",
    "9 unsent",
    "last scan 10 min ago",
  ]);
});
