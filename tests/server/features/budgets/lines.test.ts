import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type BudgetLine, listBudgetLines } from "../../../../db/queries/budget-lines.ts";
import { findDraftVersion } from "../../../../db/queries/budget-versions.ts";
import { seedCatalogues } from "../../../../db/seeds/catalogues.ts";
import { system } from "../../../../server/change.ts";
import {
  addLine,
  deleteLine,
  editLine,
} from "../../../../server/features/budgets/lines/service.ts";
import { pasteBlock } from "../../../../server/features/budgets/pasting/service.ts";
import { startBudget } from "../../../../server/features/budgets/starting/service.ts";
import { engines } from "../../../support/databases.ts";
import { openTestDeps, type TestDeps } from "../../../support/deps.ts";
import { createProject } from "../../../support/factories.ts";
import { createExpenditure } from "../../../support/money-factories.ts";
import { byHand } from "./reckoning.ts";

const NOTHING = { unit: null, unitPrice: null, units: null, flatRateKind: null, flatRate: null };
const formOf = () => ({});

describe.each(engines)("lines of a draft on %s", (engine) => {
  let deps: TestDeps;
  let project: { id: number; programme: string; startsOn: string; decidedOn: null };
  beforeEach(async () => {
    deps = await openTestDeps(engine);
    await seedCatalogues(deps.db, deps.clock.now());
    const id = await createProject(deps.db);
    project = { id, programme: "OPZ+", startsOn: "2025-01-01", decidedOn: null };
    await start("chapters");
  });
  afterEach(() => deps.close());

  function start(how: "chapters" | "empty", projectId = project.id) {
    return startBudget(deps, system, { projectId, title: "Rozhodnutí", start: how });
  }

  async function tree(projectId = project.id) {
    const draft = await findDraftVersion(deps.db, projectId);
    if (!draft) throw new Error("no draft");
    const { eligible, direct, staff, flat, ineligible } = draft;
    const lines = await listBudgetLines(deps.db, draft.id);
    return { lines, sums: { eligible, direct, staff, flat, ineligible } };
  }

  async function expectRight(projectId = project.id) {
    const { lines, sums } = await tree(projectId);
    const { amounts, sums: wanted } = byHand(lines);
    expect(Object.fromEntries(lines.map((one) => [one.code, one.amountHalere]))).toEqual(amounts);
    expect(sums).toEqual(wanted);
    const ids = new Map(lines.map((one) => [one.lineId, one.code]));
    for (const { code, parentLineId, isLeaf } of lines) {
      expect(ids.get(parentLineId ?? 0) ?? "").toBe(code.split(".").slice(0, -1).join("."));
      expect(isLeaf).toBe(
        !lines.some((other) => other.parentLineId !== null && ids.get(other.parentLineId) === code),
      );
    }
  }

  async function lineOf(code: string): Promise<BudgetLine> {
    const line = (await tree()).lines.find((one) => one.code === code);
    if (!line) throw new Error(`no line ${code}`);
    return line;
  }

  const add = (code: string, given: object = {}) =>
    addLine(deps, system, project, { code, name: `Položka ${code}`, ...NOTHING, ...given });

  async function edit(code: string, given: object) {
    const { lineId, version, name } = await lineOf(code);
    const entry = { ...NOTHING, code: null, name, version, ...given };
    return editLine(deps, system, { project, lineId }, { entry, formOf });
  }

  async function remove(code: string) {
    return deleteLine(deps, system, { project, lineId: (await lineOf(code)).lineId });
  }

  test("a leaf moves its chapters, the flat rates taken of it and their chapters, to the haléř", async () => {
    await edit("1.2", { flatRateKind: "flat-rate-54c" });
    await add("1.1.1.1", { unit: "měsíc", unitPrice: 4_500_050, units: 180_000 });
    const saved = await edit("1.1.4.3", { unitPrice: 33_333, units: 30_000 });
    expect(saved.line).toMatchObject({ amountHalere: 99_999, version: 2 });
    const { sums } = await tree();
    expect(sums).toEqual({
      eligible: 81_000_900 + 99_999 + 20_275_225,
      direct: 81_100_899,
      staff: 81_000_900,
      flat: 20_275_225,
      ineligible: 0,
    });
    expect(saved.moved.find(({ amountHalere }) => amountHalere === sums.eligible)).toBeDefined();
    await expectRight();
    await edit("1.2", { flatRateKind: "flat-rate-54b", flatRate: 1_250 });
    expect((await lineOf("1.2")).amountHalere).toBe(10_125_113);
    await expectRight();
  });

  test("random edits leave every sum as an independent hand would reckon it", async () => {
    const codes = [
      "1.1.1.1",
      "1.1.1.2",
      "1.1.2.1",
      "1.1.4.1",
      "1.1.4.4.1",
      "1.1.5",
      "1.2.1",
      "2.1",
      "1.3",
    ];
    type Step = typeof step extends fc.Arbitrary<infer One> ? One : never;
    const step = fc.record({
      code: fc.constantFrom(...codes),
      does: fc.constantFrom(...(["add", "edit", "edit", "move", "remove", "rate"] as const)),
      price: fc.integer({ min: 0, max: 90_000_000 }),
      units: fc.integer({ min: 0, max: 500 }),
      to: fc.constantFrom(...codes),
      rate: fc.integer({ min: 0, max: 2_500 }),
    });
    const takeStep = async ({ code, does, price, units, to, rate }: Step) => {
      const isFlat = code.startsWith("1.2");
      const fields = isFlat
        ? { flatRateKind: "flat-rate-54c", flatRate: rate }
        : { unitPrice: price, units: units * 10_000 };
      const steps = {
        add: () => add(code, fields),
        edit: () => edit(code, fields),
        move: () => edit(code, { ...fields, code: to }),
        remove: () => remove(code),
        rate: () => edit("1.2", { flatRateKind: "flat-rate-54c", flatRate: rate }),
      };
      await steps[does]();
    };
    const tries = async (steps: Step[]) => {
      for (const one of steps) {
        // A step that cannot be taken is refused and leaves the tree as it was.
        await takeStep(one).catch((error: Error) => {
          if (!/invalid input|no line|chapterHasLines/.test(error.message)) throw error;
        });
      }
      await expectRight();
    };
    const steps = fc.array(step, { minLength: 10, maxLength: 20 });
    await fc.assert(fc.asyncProperty(steps, tries), { seed: 20_260_302, numRuns: 8 });
    expect((await tree()).lines.length).toBeGreaterThan(12);
  }, 60_000);

  test("what was typed line by line and what was pasted make the same tree", async () => {
    const [typed, pasted] = [project.id, await createProject(deps.db)];
    await start("chapters", pasted);
    await edit("1.2", { flatRateKind: "flat-rate-54c", flatRate: 1_500 });
    await add("1.1.1.1", { unit: "měsíc", unitPrice: 4_500_000, units: 125_000 });
    await edit("1.1.4.3", { unit: "den", unitPrice: 120_050, units: 40_000 });
    const text = [
      "Kód\tNázev\tJednotka\tCena\tPočet\tČástka",
      "1.1.1.1\tPoložka 1.1.1.1\tměsíc\t45 000,00\t12,5\t562 500,00 Kč",
      "1.1.4.3\tNákup služeb\tden\t1200,50\t4\t",
      "1.2\tNepřímé náklady\t\t\t\t85 095,30",
    ].join("\n");
    const flatRate = { kind: "flat-rate-54c", rateBp: 1_500 };
    const counts = await pasteBlock(deps, system, { projectId: pasted, text, flatRate });
    expect(counts).toEqual({ created: 1, changed: 2 });
    await expectRight(pasted);
    const bare = async (projectId: number) => {
      const { lines, sums } = await tree(projectId);
      return { sums, lines: lines.map(({ lineId: _id, parentLineId: _parent, ...line }) => line) };
    };
    expect(await bare(pasted)).toEqual(await bare(typed));
  });

  test("a line goes under a chapter that is there, once, and not under one with a price", async () => {
    const refused = (work: Promise<unknown>, errors: object) =>
      expect(work).rejects.toMatchObject({ errors });
    await edit("2", { unitPrice: 100, units: 10_000 });
    await refused(add("1.1.7.1"), { code: "chapterMissing:1.1.7" });
    await refused(add("1.1.4.3"), { code: "codeTwice" });
    await refused(add("1"), { code: "secondRoot" });
    await refused(add("5"), { code: "budgetRoot" });
    await refused(add("2.1"), { code: "chapterHasPrice:2" });
    await refused(edit("1.1", { unitPrice: 100, units: 10_000 }), {
      unitPrice: "chapterNotPriced",
    });
    await refused(edit("1.1", { code: "1.4" }), { code: "codeOfChapter" });
    await refused(edit("1.1.4.1", { unitPrice: 33_333, units: 15_000 }), {
      unitPrice: "inexactPrice:33332:33334",
      units: "inexactUnits:10000:20000",
    });
    await refused(edit("1.2", { flatRateKind: "flat-rate-54c", flatRate: 2_501 }), {
      flatRate: "atMost:25",
    });
    await refused(edit("1.1.4.1", { flatRateKind: "flat-rate-54c" }), {
      flatRateKind: "flatRateElsewhere",
    });
    await expectRight();
  });

  test("a leaf is deleted unless it has expenditure, and its chapter may have a price again", async () => {
    for (const code of ["1.1.4.1", "1.1.4.2", "1.1.4.3", "1.1.4.4"]) await remove(code);
    expect(await lineOf("1.1.4")).toMatchObject({ isLeaf: true });
    const { lineId } = await lineOf("1.1.4");
    await createExpenditure(deps.db, project.id, { budget_line_id: lineId });
    await expect(remove("1.1.4")).rejects.toMatchObject({ key: "budgetLineUsed" });
    await expect(remove("1.1")).rejects.toMatchObject({ key: "chapterHasLines" });
  });

  test("the second of two who edit one line is shown what the first has saved", async () => {
    const { lineId, version } = await lineOf("1.1.4.3");
    const entry = { ...NOTHING, code: null, name: "Školení", version };
    const save = (name: string) =>
      editLine(
        deps,
        system,
        { project, lineId },
        { entry: { ...entry, name }, formOf: ({ name: now }) => ({ name: now }) },
      );
    const results = await Promise.allSettled([save("První"), save("Druhý")]);
    expect(results.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    const { name } = await lineOf("1.1.4.3");
    const lost = results.find((one) => one.status === "rejected");
    expect(lost?.reason).toMatchObject({
      status: 409,
      current: { version: version + 1, values: { name } },
    });
  });

  test("two who edit different lines of one chapter at once leave its sum right", async () => {
    await edit("1.2", { flatRateKind: "flat-rate-54c" });
    const codes = ["1.1.4.1", "1.1.4.2", "1.1.4.3", "1.1.4.4", "1.1.1", "2"];
    await Promise.all(
      codes.map((code, index) => edit(code, { unitPrice: 1_000_001 * (index + 1), units: 30_000 })),
    );
    await expectRight();
    expect((await lineOf("1.1.4")).amountHalere).toBe(30_000_030);
  });
});
