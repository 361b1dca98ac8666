const counters = new Set<{ last: number }>();

/**
 * Gives 1, 2, 3 … for names that must differ. Each test file is counted for anew: names, and what is sorted by
 * them, do not depend on the files that the same process has run before.
 */
export function counter(): () => number {
  const counter = { last: 0 };
  counters.add(counter);
  return () => ++counter.last;
}

export function restartCounters(): void {
  for (const counter of counters) counter.last = 0;
}
