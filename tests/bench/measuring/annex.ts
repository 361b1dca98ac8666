import { spawn } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { text } from "node:stream/consumers";
import fc from "fast-check";
import type { ReadAnnex } from "../../../server/annexes/reading.ts";
import { annexOfAreas, type PutAnnex } from "../../support/annexes/content.ts";
import { inDocx, inPdf } from "../../support/annexes/files.ts";
import { catalogue } from "../../support/annexes/recognised.ts";
import { plainStyle, textsOf, written } from "../../support/annexes/writing.ts";
import { median } from "./measure-set.ts";
import type { RegistryFigure } from "./registry.ts";

const READER = resolve("dist/server/commands/read-annex.js");
const ROUNDS = 5;

/**
 * An annex of so many cards, read and recognised by the built reader: from the start of its process to its
 * answer, which is what somebody waits for who sends it.
 */
export async function measureAnnex(folder: string, cards: number): Promise<RegistryFigure[]> {
  const annex = annexOf(cards);
  const look = { ...plainStyle, width: 72, pageHeader: "Plán kraje", linesOfPage: 45 };
  const lines = textsOf(written(annex, { ...look, pageNumber: "bare", isDoubleSpaced: true }));
  const forms: [name: string, file: string | Buffer, goal: number][] = [
    ["karty.txt", lines.join("\n"), 2],
    ["karty.docx", await inDocx(annex), 4],
    ["karty.pdf", await inPdf(annex), 10],
  ];
  const figures: RegistryFigure[] = [];
  for (const [name, file, goal] of forms) {
    const path = join(folder, name);
    writeFileSync(path, file);
    const seconds: number[] = [];
    let found = 0;
    for (let round = 0; round < ROUNDS; round += 1) {
      const begun = performance.now();
      const { recognition } = await answerOf({ source: { path, name }, catalogue });
      seconds.push((performance.now() - begun) / 1_000);
      if (recognition.cards.length !== cards)
        throw new Error(`${recognition.cards.length} cards of ${name}`);
      found = recognition.lines.length;
    }
    const told = `${cards} cards on ${found} lines of ${name}, with the start of the process`;
    figures.push({ name: told, value: median(seconds), unit: "s", goal, isFixed: false });
  }
  return figures;
}

/** Cards of samples under one another, numbered anew. */
function annexOf(cards: number): PutAnnex {
  const samples = fc.sample(annexOfAreas, { seed: 20261122, numRuns: cards });
  const subAreas = samples.flatMap(({ areas }) => areas.flatMap((area) => area.subAreas));
  const all = samples.flatMap((sample) => sample.cards).slice(0, cards);
  const areas = Array.from({ length: Math.ceil(cards / 20) }, (_, n) => ({
    code: `${n + 1}`,
    title: `OBLAST ${(subAreas[n]?.title ?? "").toUpperCase()}`,
    subAreas: [{ code: `${n + 1}.1`, title: subAreas[n + 7]?.title ?? "" }],
  }));
  const numbered = all.map((card, n) => {
    const areaCode = `${Math.floor(n / 20) + 1}.1`;
    return { ...card, areaCode, number: `${areaCode}.${(n % 20) + 1}` };
  });
  return { layout: "areas", goals: [], areas, cards: numbered };
}

async function answerOf(order: object): Promise<ReadAnnex> {
  const child = spawn(process.execPath, [READER], { env: {}, stdio: ["pipe", "pipe", "inherit"] });
  child.stdin.end(JSON.stringify(order));
  return JSON.parse(await text(child.stdout)) as ReadAnnex;
}
