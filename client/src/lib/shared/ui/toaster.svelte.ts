interface Toast {
  id: number;
  text: string;
}

const shownMs = 5_000;

/** Short confirmations that need no answer. */
class Toaster {
  toasts = $state.raw<readonly Toast[]>([]);
  #count = 0;

  say(text: string) {
    const id = ++this.#count;
    this.toasts = [...this.toasts.slice(-2), { id, text }];
    setTimeout(() => this.dismiss(id), shownMs);
  }

  dismiss(id: number) {
    this.toasts = this.toasts.filter((toast) => toast.id !== id);
  }
}

export const toaster = new Toaster();
