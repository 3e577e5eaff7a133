import {
  isLanguageCode,
  languageOf,
  localeOf,
  usualLanguage,
  type LanguageCode,
  type TextsBySection,
} from "./languages.ts";

/** The words of some pages in a language; nothing for English, whose words are where they are said. */
export type LoadWords = (code: LanguageCode) => Promise<TextsBySection | null>;

const storageKey = "tallyroom.language";

/** What was chosen on this device, in the hand or at the desk. */
function remembered(): LanguageCode | null {
  try {
    const kept = localStorage.getItem(storageKey);
    return isLanguageCode(kept) ? kept : null;
  } catch {
    return null; // storage is refused: the browser's wish decides
  }
}

const browserSpeaks = (code: LanguageCode) =>
  navigator.languages.some((tag) => tag.toLowerCase().split("-")[0] === code);

/** The language that the pages speak now. Another one is on the device before it is spoken. */
class SpokenLanguage {
  #code = $state<LanguageCode>("en");
  #texts = $state.raw<TextsBySection | null>(null);
  #isChosen = $state(remembered() !== null);
  #wanted = remembered() ?? usualLanguage(navigator.languages);
  readonly #sources = new Set<LoadWords>();
  #locale = $state(localeOf("en", navigator.languages));

  get code(): LanguageCode {
    return this.#code;
  }

  get texts(): TextsBySection | null {
    return this.#texts;
  }

  get isRightToLeft(): boolean {
    return languageOf(this.#code).isRightToLeft;
  }

  /** As its region writes numbers and dates. */
  get locale(): string {
    return this.#locale;
  }

  /** Of quantities. Where nobody asked for a language that there is, numbers stay the browser's own. */
  get ofNumbers(): string | undefined {
    return this.#isChosen || browserSpeaks(this.#code) ? this.#locale : undefined;
  }

  /** Pages say where their words are; without them they speak as they did. */
  async learn(source: LoadWords): Promise<void> {
    if (this.#sources.has(source)) return;
    this.#sources.add(source);
    try {
      await this.#speak(this.#wanted);
    } catch (thrown) {
      this.#sources.delete(source);
      console.warn(thrown);
    }
  }

  /** Without its words the language stays as it was: it throws, and nothing is lost. */
  async choose(code: LanguageCode): Promise<void> {
    await this.#speak(code);
    this.#isChosen = true;
    try {
      localStorage.setItem(storageKey, code);
    } catch {
      // Not remembered then; it still holds until the page is left.
    }
  }

  async #speak(code: LanguageCode): Promise<void> {
    const before = this.#wanted;
    this.#wanted = code;
    try {
      const told = await Promise.all([...this.#sources].map((load) => load(code)));
      if (this.#wanted !== code) return;
      this.#code = code;
      this.#locale = localeOf(code, navigator.languages);
      this.#texts = code === "en" ? null : Object.assign({}, ...told);
    } catch (thrown) {
      if (this.#wanted === code) this.#wanted = before;
      throw thrown;
    }
  }
}

export const language = new SpokenLanguage();
