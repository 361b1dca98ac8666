import type { PreparedFile } from "../../../db/queries/prepared-files.ts";
import type { Deps } from "../../deps.ts";

export type PreparingDeps = Pick<Deps, "db" | "clock" | "config" | "log">;

/** What came of an order: bytes, or whoever writes them straight to a path because they are many. */
export type Prepared = { fileName: string; mediaType: string } & (
  | { bytes: Uint8Array }
  | { write(path: string): Promise<void> }
);

/** Makes the file of an order and tells how far it is, in steps of its own. */
export type Preparer = (
  deps: PreparingDeps,
  order: PreparedFile,
  told: (done: number, all: number) => Promise<void>,
) => Promise<Prepared>;

/** Each is loaded when somebody orders it. */
export const kinds: Record<string, () => Promise<Preparer>> = {
  "period-documents": async () =>
    (await import("../documents/packages/packing/service.ts")).preparePackage,
  "audit-pack": async () => (await import("../audit-packs/packing/service.ts")).prepareAuditPack,
  report: async () => (await import("../reports/document/service.ts")).prepareReport,
  "monthly-summary": async () =>
    (await import("../months/summaries/files/service.ts")).prepareSummary,
  "plan-file": async () => (await import("../plan-exports/making/service.ts")).preparePlanFile,
};
