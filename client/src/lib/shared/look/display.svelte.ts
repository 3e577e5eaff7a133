export const schemes = ["system", "light", "dark"] as const;
export const palettes = ["default", "529", "monochrome"] as const;
export const densities = ["comfortable", "compact"] as const;

export type Scheme = (typeof schemes)[number];
export type Palette = (typeof palettes)[number];
export type Density = (typeof densities)[number];

const storageKey = "tallyroom.display";

function oneOf<Choice extends string>(choices: readonly Choice[], value: unknown): Choice {
  return choices.find((choice) => choice === value) ?? (choices[0] as Choice);
}

function remembered(): Record<string, unknown> {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(storageKey) ?? "{}");
    return typeof kept === "object" && kept !== null ? { ...kept } : {};
  } catch {
    return {}; // storage refused or spoilt: start from the defaults
  }
}

/** How the pages look on this device: remembered here, never on the server. */
class Display {
  #kept = remembered();
  #scheme = $state(oneOf(schemes, this.#kept.scheme));
  /** Chosen here; until then the warehouse's option says which. */
  #palette = $state(palettes.find((palette) => palette === this.#kept.palette));
  #usualPalette = $state<Palette>("default");
  #density = $state(oneOf(densities, this.#kept.density));

  constructor() {
    this.#apply();
  }

  get scheme() {
    return this.#scheme;
  }

  set scheme(scheme: Scheme) {
    this.#scheme = scheme;
    this.#apply();
  }

  get palette(): Palette {
    return this.#palette ?? this.#usualPalette;
  }

  set palette(palette: Palette) {
    this.#palette = palette;
    this.#apply();
  }

  /** What holds for whoever has chosen none. */
  set usualPalette(palette: Palette) {
    if (palette === this.#usualPalette) return;
    this.#usualPalette = palette;
    this.#apply();
  }

  get density() {
    return this.#density;
  }

  set density(density: Density) {
    this.#density = density;
    this.#apply();
  }

  #apply() {
    const { scheme, palette, density } = this;
    Object.assign(document.documentElement.dataset, { scheme, palette, density });
    try {
      const chosen = { scheme, palette: this.#palette, density };
      localStorage.setItem(storageKey, JSON.stringify(chosen));
    } catch {
      // Not remembered then; it still holds until the page is left.
    }
  }
}

export const display = new Display();
