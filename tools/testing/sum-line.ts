/** Everything a run came to, in one line that people and machines can read. */
export interface Sum {
  passed: number;
  failed: number;
  skipped: number;
}

export function sumLine({ passed, failed, skipped }: Sum): string {
  const counted = `tests: ${passed} passed, ${failed} failed`;
  return skipped > 0 ? `${counted}, ${skipped} skipped` : counted;
}
