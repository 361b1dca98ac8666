import { expect, test } from "vitest";
import { turnsOf } from "../../../server/values/turns.ts";

/** Work that ends when told to; `log` keeps the order in which it began. */
function workshop() {
  const log: number[] = [];
  const ends = new Map<number, { done(): void; fail(reason: Error): void }>();
  const work = (id: number) => () => {
    log.push(id);
    return new Promise<number>((done, fail) =>
      ends.set(id, { done: () => done(id), fail: (reason) => fail(reason) }),
    );
  };
  return { log, work, end: (id: number) => ends.get(id)?.done(), ends };
}

test("two at once, the others in the order they came", async () => {
  const { log, work, end } = workshop();
  const turns = turnsOf(2);
  const results = [1, 2, 3, 4].map((id) => turns.take(work(id)));
  expect(log).toEqual([1, 2]);
  expect(turns.waiting()).toBe(2);
  end(2);
  await results[1];
  await Promise.resolve();
  expect(log).toEqual([1, 2, 3]);
  for (const id of [1, 3]) end(id);
  await Promise.all([results[0], results[2]]);
  end(4);
  expect(await Promise.all(results)).toEqual([1, 2, 3, 4]);
});

test("who comes while a turn is handed over waits behind who waited", async () => {
  const { log, work, end } = workshop();
  const turns = turnsOf(1);
  const first = turns.take(work(1));
  const second = turns.take(work(2));
  end(1);
  const late = first.then(() => turns.take(work(3)));
  await first;
  await Promise.resolve();
  expect(log).toEqual([1, 2]);
  expect(turns.waiting()).toBe(1);
  end(2);
  await second;
  await new Promise((resolve) => setImmediate(resolve));
  end(3);
  await late;
  expect(log).toEqual([1, 2, 3]);
});

test("work that fails gives its turn on", async () => {
  const { log, work, end, ends } = workshop();
  const turns = turnsOf(1);
  const failing = turns.take(work(1));
  const next = turns.take(work(2));
  ends.get(1)?.fail(new Error("broken"));
  await expect(failing).rejects.toThrow("broken");
  await new Promise((resolve) => setImmediate(resolve));
  end(2);
  expect(await next).toBe(2);
  expect(log).toEqual([1, 2]);
});
