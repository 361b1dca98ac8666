export interface Turns {
  /** Does the work when its turn comes, first come, first served. */
  take<T>(work: () => Promise<T>): Promise<T>;
  /** How many wait. */
  waiting(): number;
}

/** For work that is dear: so much of it at once, the rest waits. */
export function turnsOf(atOnce: number): Turns {
  const queue: (() => void)[] = [];
  let running = 0;
  return {
    waiting: () => queue.length,
    async take(work) {
      if (running < atOnce) running += 1;
      // Whoever ends hands the turn over, so that nobody slips in between.
      else await new Promise<void>((resolve) => queue.push(resolve));
      try {
        return await work();
      } finally {
        const next = queue.shift();
        if (next) next();
        else running -= 1;
      }
    },
  };
}
