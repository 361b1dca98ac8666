import { readdirSync } from "node:fs";
import { describe, expect, test } from "vitest";

/** Errors are written in parts that are put together in one: of two parts with the same key one would be silent. */
describe.each(["cs", "en"])("errors in %s", (language) => {
  test("have each key in one part only", async () => {
    const folder = new URL(`../../../server/texts/${language}/`, import.meta.url);
    const keys: string[] = [];
    for (const file of readdirSync(folder).filter((name) => name.endsWith("-errors.ts"))) {
      const parts: Record<string, object> = await import(new URL(file, folder).href);
      keys.push(...Object.values(parts).flatMap(Object.keys));
    }
    expect(keys.length).toBeGreaterThan(100);
    expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
  });
});
