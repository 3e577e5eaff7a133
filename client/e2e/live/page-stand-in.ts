import { setMaxListeners } from "node:events";

/** The little of a page that the live layer listens to; each device's network is its own affair. */
const page = new EventTarget();
setMaxListeners(Infinity, page);
Object.assign(globalThis, {
  addEventListener: page.addEventListener.bind(page),
  removeEventListener: page.removeEventListener.bind(page),
});
Object.defineProperty(navigator, "onLine", { value: true });
