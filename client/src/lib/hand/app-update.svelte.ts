/** Keeps the counter's pages on the device, and knows when newer ones are ready. */
class AppUpdate {
  /** Newer pages are on the device and wait to be used. */
  isReady = $state(false);
  #registration: ServiceWorkerRegistration | undefined;

  /** Pages without TLS, and old browsers, go without: then a network is needed to open the hand. */
  async watch(): Promise<void> {
    if (!import.meta.env.PROD || !("serviceWorker" in navigator)) return;
    try {
      const registration = await navigator.serviceWorker.register("/service-worker.js", {
        scope: "/count",
      });
      this.#registration = registration;
      this.#look();
      registration.addEventListener("updatefound", () =>
        registration.installing?.addEventListener("statechange", () => this.#look()),
      );
    } catch (thrown) {
      console.warn("The pages are not kept on this device.", thrown);
    }
  }

  #look() {
    this.isReady = Boolean(this.#registration?.waiting && navigator.serviceWorker.controller);
  }

  /** Asked only where nothing is unsent and no line is open: the page begins anew. */
  use() {
    navigator.serviceWorker.addEventListener("controllerchange", () => location.reload(), {
      once: true,
    });
    this.#registration?.waiting?.postMessage("use the update");
  }
}

export const appUpdate = new AppUpdate();
