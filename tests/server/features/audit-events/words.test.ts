import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { textsFor } from "../../../../server/texts/index.ts";

/** What news is about, which the log calls by other names. */
const OF_NEWS_ALONE = new Set(["change", "remedy"]);

test.each(["cs", "en"] as const)(
  "each kind of record that is logged has its name in %s",
  (language) => {
    const { objectTypes } = textsFor(language).auditEvents;
    const services = readdirSync("server/features", { recursive: true, encoding: "utf8" })
      .filter((path) => path.endsWith("service.ts"))
      .map((path) => readFileSync(`server/features/${path}`, "utf8"));
    const logged = services.flatMap((text) =>
      [...text.matchAll(/objectType(?: =|:) "([a-z-]+)"/g)].map(([, type = ""]) => type),
    );
    expect(logged.length).toBeGreaterThan(100);
    const nameless = logged.filter((type) => !(type in objectTypes) && !OF_NEWS_ALONE.has(type));
    expect([...new Set(nameless)]).toEqual([]);
  },
);
