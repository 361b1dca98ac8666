import { findPlanImport } from "../../db/queries/plan-imports.ts";
import { system as author } from "../../server/change.ts";
import {
  type Applied,
  applyPlanImport,
} from "../../server/features/plan-imports/applying/service.ts";
import {
  type ComparedImport,
  compareImport,
} from "../../server/features/plan-imports/comparing/service.ts";
import { readPlanImport } from "../../server/features/plan-imports/reading/service.ts";
import { openPlanImport, type PlanImportKey } from "../../server/features/plan-imports/service.ts";
import { undoPlanImport } from "../../server/features/plan-imports/undoing/service.ts";
import { storeFile } from "../../server/files.ts";
import type { TestDeps } from "./deps.ts";
import { insert } from "./factories.ts";
import { type AnnexCard, annexText, PLAIN } from "./plan-annexes.ts";

/** The way of an annex: pasted, compared with the plan, written into it, taken back. */
export interface AnnexSteps {
  read(cards: readonly AnnexCard[], head?: string[]): Promise<PlanImportKey>;
  compared(key: PlanImportKey): Promise<ComparedImport>;
  apply(key: PlanImportKey, adoptsHead?: boolean): Promise<Applied>;
  undo(key: PlanImportKey): Promise<void>;
}

export const LONG_AGO = "2020-01-01T00:00:00.000Z";
export const FAR_AHEAD = "2999-01-01T00:00:00.000Z";

/** A plain annex as a process leaves it that was ended while it read: its lease is over one day. */
export async function leaveAnnexBehind(
  { db, config, clock }: TestDeps,
  planId: number,
  given: { lease_until: string; attempts?: number; text?: string },
): Promise<number> {
  const { lease_until, attempts = 1, text = annexText(PLAIN) } = given;
  const importId = await insert(db, "plan_imports", {
    ...{ plan_id: planId, state: "read", file_name: "příloha.txt", sha256: "0", lines: "[]" },
    read_at: clock.now(),
  });
  await insert(db, "annex_readings", {
    ...{ import_id: importId, file: await storeFile(config.dataDir, Buffer.from(text)) },
    ...{ format: "txt", state: "running", attempts, ordered_at: clock.now() },
    ...{ lease_owner: "dead", lease_until },
  });
  return importId;
}

export function annexSteps(deps: TestDeps, planId: number): AnnexSteps {
  const { db } = deps;
  const compared = async (key: PlanImportKey) => compareImport(db, await openPlanImport(db, key));
  return {
    compared,
    async read(cards, head) {
      const annex = { text: annexText(cards, head), name: "příloha.txt" };
      const { id } = await readPlanImport(deps, author, { planId, annex });
      return { planId, id };
    },
    async apply(key, adoptsHead = false) {
      const { found, fingerprint } = await compared(key);
      const { version } = found;
      return applyPlanImport(deps, author, { ...key, version }, { fingerprint, adoptsHead });
    },
    async undo(key) {
      const found = await findPlanImport(db, key);
      await undoPlanImport(deps, author, { ...key, version: found?.version ?? 0 });
    },
  };
}
