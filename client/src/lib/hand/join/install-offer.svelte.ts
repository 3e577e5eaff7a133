/** What browsers offer that can install a page; no part of the standard's own types. */
interface InstallPromptEvent extends Event {
  prompt(): Promise<unknown>;
}

/** Whether this page can be put on the device's home screen, and how. */
class InstallOffer {
  #prompt = $state.raw<InstallPromptEvent>();

  get isOffered() {
    return this.#prompt !== undefined;
  }

  /** Safari offers nothing: there a person has to know where to tap. */
  get needsOwnHands(): boolean {
    const isIos = /iPhone|iPad/.test(navigator.userAgent);
    return isIos && !matchMedia("(display-mode: standalone)").matches;
  }

  /** The browser says it once, soon after the page is loaded. */
  watch(): () => void {
    const keep = (event: Event) => {
      event.preventDefault();
      this.#prompt = event as InstallPromptEvent;
    };
    const forget = () => (this.#prompt = undefined);
    addEventListener("beforeinstallprompt", keep);
    addEventListener("appinstalled", forget);
    return () => {
      removeEventListener("beforeinstallprompt", keep);
      removeEventListener("appinstalled", forget);
    };
  }

  async ask(): Promise<void> {
    const prompt = this.#prompt;
    this.#prompt = undefined;
    await prompt?.prompt();
  }
}

export const installOffer = new InstallOffer();
