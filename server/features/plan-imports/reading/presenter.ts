import { randomUUID } from "node:crypto";
import type { PlanImport } from "../../../../db/queries/plan-imports.ts";
import type { Plan } from "../../../../db/queries/plans.ts";
import { isFaultOfFile } from "../../../annexes/faults.ts";
import { LIMITS } from "../../../annexes/limits.ts";
import { paths } from "../../../paths.ts";
import { errorText } from "../../../texts/error-text.ts";
import type { Texts } from "../../../texts/index.ts";
import type { Wording } from "../../plans/words.ts";
import { NO_STEPS, statePill } from "../words.ts";

/** An annex that has come and has no cards yet: how far it is, or why it could not be read. */
export function presentReading(
  { plan, found }: { plan: Plan; found: PlanImport },
  { texts, formats }: Wording,
) {
  const { planImports } = texts;
  const { reading: words } = planImports;
  const isUnreadable = found.state === "unreadable";
  const faultKey = found.fault ?? "annexNotRead";
  return {
    pageHeader: {
      title: found.fileName,
      subtitle: planImports.by(
        found.readByName ?? texts.history.system,
        formats.dateTime(found.readAt),
      ),
      pill: statePill(found.state, texts),
    },
    notice: isUnreadable ? { tone: "danger" as const, text: errorText(texts, faultKey) } : null,
    lead: leadOf(found, texts, formats.number(LIMITS.seconds)),
    progress: isUnreadable ? null : words.progress,
    hint: isUnreadable ? null : words.hint,
    steps: presentSteps(plan, found, { texts }),
  };
}

function leadOf({ state, fault }: PlanImport, texts: Texts, limit: string): string {
  const { waiting, running, kept, gone, ofFile } = texts.planImports.reading;
  if (state === "unreadable" && isFaultOfFile(fault)) return ofFile;
  if (state === "unreadable") return fault === "annexGone" ? gone : kept;
  return state === "waiting" ? waiting : running(limit);
}

/** The same file says the same the next time; only what took too long may have more luck. */
function isWorthTrying({ fault }: PlanImport): boolean {
  return !isFaultOfFile(fault) || fault === "annexTookTooLong";
}

function presentSteps(plan: Plan, found: PlanImport, { texts }: Pick<Wording, "texts">) {
  const { reading: words, show } = texts.planImports;
  const { planId, id, version, state } = found;
  if (plan.archivedAt !== null) return NO_STEPS;
  const step = (action: string, label: string) => ({
    ...{ action, label, version: String(version), submission: randomUUID() },
  });
  const drop = step(paths.planImportDropping(planId, id), show.drop);
  if (state !== "unreadable") {
    const start = { href: paths.planImport(planId, id), label: words.lookAgain };
    return { ...NO_STEPS, start, others: [drop] };
  }
  const again = step(paths.planImportReading(planId, id), words.tryAgain);
  const start = { href: paths.planImports(planId), label: words.another };
  return { ...NO_STEPS, start, others: isWorthTrying(found) ? [again, drop] : [drop] };
}
