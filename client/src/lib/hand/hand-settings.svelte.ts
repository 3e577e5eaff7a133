export interface HandSettings {
  deviceName: string;
  hand: "RIGHT" | "LEFT";
  textSize: "NORMAL" | "LARGE";
  isSoundOn: boolean;
  isVibrationOn: boolean;
}

const storageKey = "tallyroom.hand";
const defaults: HandSettings = {
  deviceName: "",
  hand: "RIGHT",
  textSize: "NORMAL",
  isSoundOn: true,
  isVibrationOn: true,
};

function remembered(): HandSettings {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(storageKey) ?? "{}");
    return { ...defaults, ...(kept as Partial<HandSettings>) };
  } catch {
    return { ...defaults };
  }
}

/** How the counter likes this device: remembered on it, never on the server. */
class Settings {
  #now = $state(remembered());

  get now(): HandSettings {
    return this.#now;
  }

  change(change: Partial<HandSettings>) {
    this.#now = { ...this.#now, ...change };
    try {
      localStorage.setItem(storageKey, JSON.stringify(this.#now));
    } catch {
      // Not remembered then; it still holds until the page is left.
    }
  }
}

export const handSettings = new Settings();
