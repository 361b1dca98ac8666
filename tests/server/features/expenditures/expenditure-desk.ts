import type { Engine } from "../../../../db/connection.ts";
import { openTestApp } from "../../../support/app.ts";
import { addMember, createProject, createUser } from "../../../support/factories.ts";
import { createBudgetLine, createBudgetVersion } from "../../../support/money-factories.ts";

export type ExpenditureDesk = Awaited<ReturnType<typeof openExpenditureDesk>>;

/** A project with a budget of 100 000 Kč, its finance officer, and the form of an expenditure filled in. */
export async function openExpenditureDesk(engine: Engine) {
  const app = await openTestApp(engine, { at: "2026-03-02T07:30:00Z" });
  const projectId = await createProject(app.db);
  const sums = { eligible_halere: 10_000_000 };
  const { versionId } = await createBudgetVersion(app.db, projectId, sums);
  const key = { projectId, versionId };
  const leaf = { code: "1.1.4.1", amount_halere: 2_000_000 };
  const lineId = await createBudgetLine(app.db, key, leaf);
  const ownId = await createBudgetLine(app.db, key, { code: "2.1", category: "ineligible" });
  const member = async (role: string) => {
    const userId = await createUser(app.db);
    await addMember(app.db, { projectId, userId, role });
    return app.signedInAs(userId);
  };
  const finance = await member("finance");
  const path = () => `/projects/${projectId}/expenditures`;
  const entry = (given = {}) => ({
    ...{ kind: "invoice", state: "recorded", documentNumber: "FP 2026/14" },
    ...{ supplierName: "Tisk s.r.o.", supplierIco: "27074358", description: "Tisk letáků" },
    ...{ issuedOn: "1. 2. 2026", paidOn: "14. 2. 2026", amount: "12 100,50", total: "", net: "" },
    ...{ budgetLineId: String(lineId), activityId: "", occasion: "", period: "" },
    ...given,
  });
  const first = () => app.db("expenditures").orderBy("id", "desc").first();
  const create = async (given = {}): Promise<number> => {
    const answer = await finance.post(path(), entry(given));
    if (answer.status !== 303) throw new Error(`not written down: ${answer.status}`);
    return (await first()).id;
  };
  const totals = () => app.db("drawdown_totals").where({ project_id: projectId }).first();
  return {
    ...{ app, projectId, lineId, ownId, finance },
    ...{ member, path, entry, first, create, totals },
    close: () => app.close(),
  };
}
