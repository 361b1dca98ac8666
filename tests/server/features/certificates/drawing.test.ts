import { extractText, getDocumentProxy } from "unpdf";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Paper } from "../../../../server/features/certificates/drawing/paper.ts";
import { drawPapers } from "../../../../server/features/certificates/drawing/service.ts";
import { storeFile } from "../../../../server/files.ts";
import { openTestDeps, type TestDeps } from "../../../support/deps.ts";
import { png } from "../../../support/pictures.ts";

const PAPER: Paper = {
  language: "cs",
  heading: "OSVĚDČENÍ",
  number: "číslo 1/2026",
  lead: "o absolvování vzdělávací akce",
  name: "Žaneta Říčařová-Ďurišová",
  born: null,
  attended: "se zúčastnil(a) akce",
  title: "Příliš žluťoučký kůň úpěl ďábelské ódy ".repeat(12),
  goal: "nejneobhospodařovávatelnějšími".repeat(40),
  facts: [{ label: "Rozsah účasti", value: "6 hodin" }],
  project: "projekt",
  placeAndDay: "Dne 2. 3. 2026",
  signatory: "podpis",
  coFunding: "Spolufinancováno Evropskou unií",
  authority: "Královéhradecký kraj",
  issuedAt: "2026-03-02T07:30:00.000Z",
};

describe("a drawn certificate", () => {
  let deps: TestDeps;
  beforeEach(async () => {
    deps = await openTestDeps("sqlite");
  });
  afterEach(() => deps.close());

  async function upload(kind: string, bytes: Buffer): Promise<void> {
    const file = await storeFile(deps.config.dataDir, bytes);
    const uploaded = { sha256: "0".repeat(64), uploaded_at: deps.clock.now() };
    await deps.db("brand_images").insert({ kind, file, media_type: "image/png", ...uploaded });
  }

  async function drawn(): Promise<string> {
    const [file] = await drawPapers(deps, [PAPER]);
    const { totalPages, text } = await extractText(
      await getDocumentProxy(new Uint8Array(file as Buffer)),
    );
    expect(totalPages).toBe(1);
    return text.join(" ").replace(/\s+/g, " ");
  }

  test("stays on one page however long its texts are", async () => {
    const text = await drawn();
    expect(text).toContain("Žaneta Říčařová-Ďurišová");
    expect(text).toContain("…");
    expect(text).toContain("6 hodin");
  });

  test("carries the uploaded strip in place of the emblem and its words", async () => {
    await upload("strip", png({ width: 300, height: 60 }));
    await upload("logo", png({ width: 80, height: 80 }));
    const text = await drawn();
    expect(text).toContain("OSVĚDČENÍ");
    expect(text).not.toMatch(/Spolufinancováno|Královéhradecký/);
  });

  test("has words where a picture cannot be drawn", async () => {
    await upload("logo", Buffer.from("not a picture at all"));
    expect(await drawn()).toContain("Královéhradecký kraj");
  });
});
