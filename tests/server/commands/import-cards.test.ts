import { execFile } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { beforeAll, describe, expect, inject, test } from "vitest";
import { projectRoot } from "../../../server/web/folders.ts";

const run = promisify(execFile);
const AREAS = [
  ...["1 OBLAST POMOCI DOMA", "", "1.1 Blíže k lidem", ""],
  ...["KARTA ROZVOJOVÉ AKTIVITY", "Číslo aktivity: 1.1.1", "Název aktivity: Půjčovna pomůcek"],
  ...["Cílové skupiny uživatelů: senioři, pečující osoby"],
  ...["Dotčené druhy sociálních služeb (§): Osobní asistence (§ 39), Raná péče (§ 44)"],
  ...["Doba realizace: 2024+", "Odpovědnost za realizaci: LK, obce"],
  ...["Předpokládané náklady: 2,5–3 mil. Kč ročně", "Zdroje financování: EU, kraj"],
  ...["Popis aktivity a její výstupy", "Domácnosti si pomůcku půjčí na měsíc."],
  ...["Opatření vedoucí k naplnění", "• Nákup pomůcek", "• Rozvoz podle projektu reg."],
  ...["č. CZ.03.02.02/00/22_006/", "0001329"],
];
const GOALS = [
  ...["SC1 Pomoc doma", "KARTA ROZVOJOVÉ AKTIVITY", "Číslo aktivity: A01-01"],
  ...["Název aktivity: Rozvoz obědů", "Vazba na strategický cíl: SC1 Pomoc doma"],
  ...["Financování: LK, 800 tis. Kč", "KARTA ROZVOJOVÉ AKTIVITY", "Číslo aktivity: A01-02"],
  ...["Název aktivity: Sousedé", "Financování: LK, obce"],
];

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(inject("testRun").folder, "cards-"));
  writeFileSync(join(folder, "areas.txt"), AREAS.join("\n"));
  writeFileSync(join(folder, "goals.txt"), GOALS.join("\n"));
  writeFileSync(join(folder, "letter.txt"), "Vážená paní,\nděkujeme za dopis.\n");
});

/** From another folder, without a database or any setting. */
async function importCards(...args: string[]) {
  const program = join(projectRoot, "server/commands/import-cards.ts");
  const loader = ["--import", import.meta.resolve("tsx")];
  const given = { cwd: folder, env: { PATH: process.env.PATH, TMPDIR: tmpdir() } };
  return run(process.execPath, [...loader, program, ...args], given).then(
    ({ stdout, stderr }) => ({ code: 0, stdout, stderr }),
    ({ code, stdout, stderr }) =>
      ({ code, stdout, stderr }) as Record<"stdout" | "stderr", string> & { code: number },
  );
}

describe("import:cards", () => {
  test("prints cards and what is understood of them as JSON and nothing else", async () => {
    const { stdout, stderr } = await importCards("areas.txt", "--json");
    const { cards, unrecognised } = JSON.parse(stdout);
    expect(stderr).toBe("");
    expect(unrecognised).toEqual([]);
    expect(cards).toEqual([
      {
        ...{ number: "1.1.1", name: "Půjčovna pomůcek" },
        ...{ area: "1 OBLAST POMOCI DOMA", subArea: "1.1 Blíže k lidem" },
        targetGroups: ["senioři", "pečující osoby"],
        services: [
          { text: "Osobní asistence (§ 39)", name: "Osobní asistence", section: "39" },
          { text: "Raná péče (§ 44)", name: "Raná péče", section: "44", proposedSection: "54" },
        ],
        period: { raw: "2024+", from: 2024, to: null },
        responsible: { raw: "LK, obce", bodies: ["LK", "obce"] },
        costs: {
          ...{ raw: "2,5–3 mil. Kč ročně", min: 2_500_000, max: 3_000_000 },
          ...{ currency: "CZK", per_year: true, kind: "range" },
        },
        funding: { raw: "EU, kraj", sources: ["EU", "LK"] },
        description: "Domácnosti si pomůcku půjčí na měsíc.",
        measures: ["Nákup pomůcek", "Rozvoz podle projektu reg. č. CZ.03.02.02/00/22_006/ 0001329"],
        projects: ["CZ.03.02.02/00/22_006/0001329"],
        warnings: [expect.objectContaining({ field: "services", message: expect.any(String) })],
        ...{ goals: [], isPlaceholder: false },
      },
    ]);
  });

  test("finds the cost and the goal of a card of the older layout", async () => {
    const { stdout } = await importCards(join(folder, "goals.txt"), "--json");
    const [first, second] = JSON.parse(stdout).cards;
    expect(first).toMatchObject({
      ...{ area: "SC1 Pomoc doma", subArea: null, goals: ["SC1 Pomoc doma"] },
      costs: { raw: "LK, 800 tis. Kč", min: 800_000, max: 800_000, kind: "amount" },
    });
    expect(second.costs).toMatchObject({ raw: "", min: null, max: null, kind: "missing" });
    expect(second.funding).toEqual({ raw: "LK, obce", sources: ["LK", "obce"] });
  });

  test("tells people what it found", async () => {
    const { stdout } = await importCards("areas.txt");
    expect(stdout).toContain(`1 karta na ${AREAS.length} řádcích`);
    expect(stdout).toContain("1.1.1  Půjčovna pomůcek");
  });

  test.each([
    ["a file that is no annex", ["letter.txt", "--json"], 1, "V příloze jsme nenašli žádnou kartu"],
    ["a file that is not there", ["nic.txt"], 2, "Soubor nic.txt nejde přečíst."],
    ["no file", [], 2, "Použití: npm run import:cards"],
    ["two files", ["areas.txt", "goals.txt"], 2, "Použití"],
    ["a dash", ["-"], 2, "Použití"],
    ["a word that it does not know", ["areas.txt", "--html"], 2, "Použití"],
  ])("refuses %s in Czech and prints nothing", async (_what, args, code, said) => {
    const ending = await importCards(...args);
    expect(ending).toMatchObject({ code, stdout: "" });
    expect(ending.stderr).toContain(said);
  });
});
