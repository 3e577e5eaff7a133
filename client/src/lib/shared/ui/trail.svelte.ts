/** The last step of the breadcrumb, named by the page it leads to. */
class Trail {
  leaf = $state<string>();

  /** Call while a component starts; the leaf goes when the component does. */
  follow(leaf: () => string | undefined) {
    $effect(() => {
      this.leaf = leaf();
      return () => (this.leaf = undefined);
    });
  }
}

export const trail = new Trail();
