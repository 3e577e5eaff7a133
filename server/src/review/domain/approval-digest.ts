/** The digest without the place in the count's events at which it was made. */
export function numbersOf(digest: string): string {
  return digest.replace(/^\d{1,15}\./u, "");
}
