/** Shows what happens now, beside the seconds since the beginning. */
export interface ProgressClock {
  report(text: string): void;
  elapsed(): string;
}

export function startClock(): ProgressClock {
  const elapsed = () => `${(performance.now() / 1000).toFixed(1)} s`;
  return {
    elapsed,
    report: (text) => void process.stdout.write(`${elapsed().padStart(8)}  ${text}\n`),
  };
}
