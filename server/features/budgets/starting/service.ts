import { listCodeItems } from "../../../../db/queries/code-lists.ts";
import { type Author, change } from "../../../change.ts";
import type { Deps } from "../../../deps.ts";
import { draftChange } from "../../project-changes/drafts/service.ts";
import { enterLines } from "../trees/service.ts";
import { createVersionFrom, draftToWrite } from "../versions/service.ts";

export const CHAPTERS = "budget-chapters";

/**
 * The first budget of a project: a draft of the grant decision with the usual chapters, or with the eligible
 * root alone. Names of chapters are those of the programme, in Czech, as its papers have them.
 * @throws Conflict when the project has a decision, or another change is being written
 */
export async function startBudget(
  deps: Pick<Deps, "db" | "clock">,
  author: Author,
  given: { projectId: number; title: string; start: "chapters" | "empty" },
): Promise<void> {
  const { projectId, title, start } = given;
  await change(deps, author, async (one) => {
    const { trx, at } = one;
    const changeId = await draftChange(one, { projectId, kind: "decision", title });
    await createVersionFrom(trx, { projectId, changeId, basedOnId: null }, at);
    const draft = await draftToWrite(trx, projectId);
    const chapters = await listCodeItems(trx, { lists: [CHAPTERS], on: deps.clock.today() });
    const wanted = start === "chapters" ? chapters : chapters.filter(({ code }) => code === "1");
    const lines = wanted.map(({ code, labelCs: name }) => ({ code, name, ...UNPRICED }));
    await enterLines(one, draft, { projectId, lines });
  });
}

const UNPRICED = {
  ...{ unit: null, unitPriceHalere: null, unitsE4: null },
  ...{ flatRateKind: null, flatRateBp: null },
};
