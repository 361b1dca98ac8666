import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Browser } from "../../../support/app.ts";
import { engines } from "../../../support/databases.ts";
import { createUser } from "../../../support/factories.ts";
import { type ExpenditureDesk, openExpenditureDesk } from "./expenditure-desk.ts";

const PAY = {
  ...{ kind: "payroll", description: "Mzda Eva Dvořáková", documentNumber: "MZDY 2/26" },
  ...{ supplierName: "", supplierIco: "", amount: "45 678,90" },
  contractNumber: "DPP Eva Dvořáková",
  procurementNote: "Eva Dvořáková, bez soutěže",
};

describe.each(engines)("pay among expenditure on %s", (engine) => {
  let desk: ExpenditureDesk;
  let administrator: Browser;
  let id: number;
  beforeEach(async () => {
    desk = await openExpenditureDesk(engine);
    id = await desk.create(PAY);
    const userId = await createUser(desk.app.db, { is_administrator: true });
    administrator = await desk.app.signedInAs(userId);
  });
  afterEach(() => desk.close());

  const one = () => `${desk.path()}/${id}`;
  const secrets = /Dvořákov|45[ \u00a0]678/;

  test("tells neither whom it is of nor its sum, wherever its contract would", async () => {
    const reader = await desk.member("reader");
    for (const browser of [reader, administrator]) {
      for (const page of [one(), desk.path(), `/projects/${desk.projectId}/history`]) {
        const answer = await browser.get(page);
        expect(answer.status).toBe(200);
        expect(answer.text).not.toMatch(secrets);
      }
    }
  });

  test("keeps silent in the history also once it is said to be something else", async () => {
    const { version } = await desk.first();
    const corrected = await desk.finance.post(
      one(),
      desk.entry({
        ...{ version: String(version), reason: "Není to mzda" },
        ...{ description: "Nájem", amount: "100" },
      }),
    );
    expect(corrected.status).toBe(303);
    const reader = await desk.member("reader");
    expect((await reader.get(one())).text.split('id="history')[1] ?? "").not.toMatch(secrets);
    const events = await desk.app
      .db("audit_events")
      .where({ object_type: "expenditure", object_id: id })
      .select("changes");
    expect(JSON.stringify(events)).not.toContain("4567890");
  });

  test("is silent in the history about what stood there before it was said to be pay", async () => {
    const words = { description: "Eva Dvořáková únor", amount: "45 678,90" };
    const other = await desk.create({ documentNumber: "FP 77", ...words });
    const { version } = await desk.first();
    const said = await desk.finance.post(
      `${desk.path()}/${other}`,
      desk.entry({ ...PAY, version: String(version), reason: "Je to mzda" }),
    );
    expect(said.status).toBe(303);
    const reader = await desk.member("reader");
    for (const page of [`${desk.path()}/${other}`, `/projects/${desk.projectId}/history`])
      expect((await reader.get(page)).text).not.toMatch(secrets);
  });

  test("is not put on a line of its own by those who may not read it", async () => {
    const answer = await administrator.post(`${desk.path()}/assignment`, {
      ...{ expenditureIds: [String(id)], budgetLineId: String(desk.ownId) },
      ...{ activityId: "", periodId: "", reason: "Jen zkouším" },
    });
    expect(answer.status).toBe(422);
    expect((await desk.first()).budget_line_id).toBe(desk.lineId);
    const list = await administrator.get(desk.path());
    expect(list.text).not.toContain(`name="expenditureIds" value="${id}"`);
  });
});
