import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { LIMITS } from "../../../server/annexes/limits.ts";
import { readAnnexApart } from "../../../server/annexes/reading.ts";
import { pdf } from "../../support/annexes/pdfs.ts";
import { catalogue } from "../../support/annexes/recognised.ts";

const CARD = [
  ...["KARTA ROZVOJOVÉ AKTIVITY", "Číslo aktivity: 1.1.1", "Název aktivity: Půjčovna pomůcek"],
  ...["Cílové skupiny uživatelů: senioři", "Doba realizace: 2024+"],
];

describe("an annex read in a process of its own", () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "annexes-"));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  const apart = (name: string, file: string | Buffer) => {
    const path = join(folder, "upload");
    writeFileSync(path, file);
    return readAnnexApart({ source: { path, name }, catalogue });
  };

  test("gives its cards, with the line that each came from", async () => {
    const { recognition, encoding } = await apart("karty.txt", CARD.join("\n"));
    expect(encoding).toBe("utf-8");
    expect(recognition.cards.map(({ content }) => [content.number, content.name])).toEqual([
      ["1.1.1", "Půjčovna pomůcek"],
    ]);
    expect(recognition.lines.map(({ text }) => text)).toEqual(CARD);
  });

  test("may be a text that was pasted, or lines that were kept", async () => {
    const pasted = await readAnnexApart({ source: { text: CARD.join("\r\n") }, catalogue });
    const { lines } = pasted.recognition;
    const kept = lines.map(({ number, page, text }) => ({ number, page, text }));
    const again = await readAnnexApart({ source: { lines: kept }, catalogue });
    expect(again.recognition).toEqual(pasted.recognition);
  });

  test("is recognised again without the repairs that were turned down", async () => {
    const tangled = "SC1 Pomoc doma Opora ve městě SC2";
    const goals = ["SC1 Pomoc doma", "SC2 Opora ve městě"];
    const text = [
      ...[...goals, "KARTA ROZVOJOVÉ AKTIVITY", "Číslo aktivity: A01-01"],
      ...["Název aktivity: Rozvoz obědů", `Vazba na strategický cíl: ${tangled}`],
      ...["Cílové skupiny uživatelů: senioři", "Doba realizace: 2015", "Financování: LK"],
    ].join("\n");
    const source = { text };
    const repaired = await readAnnexApart({ source, catalogue });
    const [card] = repaired.recognition.cards;
    expect(card?.content.goals).toBe(goals.join("\n"));
    const declined = card?.repairs.map(({ id }) => id) ?? [];
    const { recognition } = await readAnnexApart({ source, catalogue, declined });
    expect(recognition.cards[0]?.content.goals).toBe(tangled);
  });

  test.each([
    [
      "a letter that is no plan",
      "dopis.txt",
      "Vážená paní,\n\nděkujeme za Váš dopis.\n",
      "annexWithoutCards",
    ],
    ["nothing", "karty.txt", "", "fileEmpty"],
    ["something else than it says", "karty.pdf", "karty", "fileNotWhatItSays"],
  ])("is refused when it is %s", async (_what, name, file, fault) => {
    await expect(apart(name, file)).rejects.toThrow(new RegExp(`^${fault}$`));
  });

  test("is ended when it takes all memory it may, and nobody waits for it meanwhile", async () => {
    // A few kilobytes that unpack into more than the process may hold, outside of what JavaScript counts.
    const most = LIMITS.residentMegabytes * 2 ** 20;
    const bomb = pdf({ content: Buffer.alloc(most / 2, " "), rounds: 2 });
    expect(bomb.length).toBeLessThan(10_000);
    let longest = 0;
    let last = performance.now();
    const ticking = setInterval(() => {
      longest = Math.max(longest, performance.now() - last);
      last = performance.now();
    }, 10);
    await expect(apart("karty.pdf", bomb)).rejects.toThrow("annexTooLarge");
    clearInterval(ticking);
    expect(longest).toBeLessThan(1_000);
  }, 40_000);

  test("is ended when it takes all time it may", async () => {
    // A megabyte of pieces beside the page, in a few kilobytes: each is measured, none is seen.
    const pieces = Array.from({ length: 400_000 }, (_, n) => `${n % 97} 0 Td (a) Tj `).join("");
    const slow = pdf({ content: `BT /F1 12 Tf ${pieces.repeat(20)} ET`, rounds: 2 });
    const path = join(folder, "slow.pdf");
    writeFileSync(path, slow);
    const order = { source: { path, name: "slow.pdf" }, catalogue };
    await expect(readAnnexApart(order, { seconds: 2 })).rejects.toThrow("annexTookTooLong");
  }, 20_000);
});
