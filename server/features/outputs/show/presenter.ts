import type { Response } from "express";
import type { HistoryLine } from "../../../../db/queries/audit-events.ts";
import type { Output, OutputFact } from "../../../../db/queries/outputs.ts";
import { can } from "../../../access/allow.ts";
import { paths } from "../../../paths.ts";
import { dueCell } from "../../../web/due-cell.ts";
import { presentHistory } from "../../../web/history-list.ts";
import { codeOfActivity } from "../../milestones/words.ts";
import { mustBePublished, type OutputStep, stepsFrom } from "../rules.ts";
import { approver, kindWord, outputPill, type Wording } from "../words.ts";

export interface OutputRecord {
  output: Output;
  facts: OutputFact[];
  history: HistoryLine[];
}

const ICONS: Record<OutputStep, string> = {
  commenting: "message",
  approval: "gavel",
  publication: "send",
  counting: "checklist",
  return: "arrow-back-up",
};

export function presentOutput(res: Response, { output, facts, history }: OutputRecord) {
  const { texts } = res.locals;
  const { outputs: words } = texts;
  return {
    pageHeader: presentHeader(res, output),
    labels: words.show,
    notices: presentNotices(output, res.locals),
    definitionList: presentFacts(output, res.locals),
    steps: presentSteps(facts, res.locals),
    historyList: presentHistory(history, res.locals),
  };
}

function presentHeader(res: Response, output: Output) {
  const { texts } = res.locals;
  const { projectId, id, milestoneId } = output;
  const open =
    output.cancelledOn === null ? stepsFrom(output).filter((step) => mayTake(res, step)) : [];
  const [first, ...rest] = open.map((step) => ({
    href: paths.outputSteps[step].show(projectId, id),
    label: texts.outputs.steps[step].action,
    icon: ICONS[step],
  }));
  const isForward = open[0] !== "return";
  const milestone = {
    href: paths.milestone(projectId, milestoneId),
    label: texts.outputs.toMilestone,
    icon: "flag",
  };
  return {
    title: output.title,
    code: kindWord(output.outputKind, texts),
    pill: outputPill(output, texts),
    actions: {
      primary: isForward ? (first ?? null) : null,
      more: [...(isForward || !first ? [] : [first]), ...rest, milestone],
    },
  };
}

function mayTake(res: Response, step: OutputStep): boolean {
  return can(res, step === "approval" || step === "return" ? "output:approve" : "output:edit");
}

function presentNotices(output: Output, { texts, formats }: Wording): string[] {
  const { notices } = texts.outputs;
  const { approvedVersion, documentVersions, cancelledOn, state, publishedOn } = output;
  const isNewer =
    approvedVersion !== null && documentVersions !== null && documentVersions > approvedVersion;
  const isHeld = state === "approved" && publishedOn === null && mustBePublished(output.outputKind);
  return [
    ...(cancelledOn === null ? [] : [notices.cancelled(formats.date(cancelledOn))]),
    ...(isNewer ? [notices.newerVersion(approvedVersion, documentVersions)] : []),
    ...(isHeld ? [notices.mustBePublished] : []),
  ];
}

function presentFacts(output: Output, wording: Wording) {
  const { texts, formats } = wording;
  const { facts: labels } = texts.outputs.show;
  const { projectId, activityId, activityTitle } = output;
  const due = dueCell(output, wording);
  const code = codeOfActivity(output);
  const day = (on: string | null) => (on === null ? null : formats.date(on));
  const { publicationUrl, publishedOn, indicatorId, indicatorName } = output;
  return [
    ...(activityId === null
      ? []
      : [
          {
            ...{ term: labels.activity, text: `${code} ${activityTitle}` },
            href: paths.activity(projectId, activityId),
          },
        ]),
    { term: labels.due, text: due.date, note: due.note },
    { term: labels.owner, ...textOr(output.ownerName, labels.nobody) },
    ...fact(labels.commentsBy, day(output.commentsBy)),
    ...fact(labels.approved, day(output.approvedOn), approver(output, wording)),
    ...fact(
      labels.wording,
      output.approvedVersion === null
        ? null
        : texts.documents.versionNumber(output.approvedVersion),
    ),
    ...(publicationUrl === null
      ? fact(labels.published, day(publishedOn))
      : [
          {
            term: labels.published,
            text: publicationUrl,
            href: publicationUrl,
            note: day(publishedOn) ?? "",
          },
        ]),
    ...fact(labels.counted, day(output.doneOn), output.proof),
    ...(indicatorId === null || indicatorName === null
      ? []
      : [
          {
            ...{ term: labels.indicator, text: indicatorName },
            href: paths.indicator(projectId, indicatorId),
          },
        ]),
  ];
}

function fact(term: string, text: string | null, note: string | null = null) {
  return text === null ? [] : [{ term, text, ...(note === null ? {} : { note }) }];
}

function textOr(text: string | null, missing: string) {
  return text === null ? { text: missing, isMissing: true } : { text };
}

/** What became of it, newest first. */
function presentSteps(facts: OutputFact[], { texts, formats }: Wording) {
  const { outputs, history } = texts;
  return facts.map((one) => ({
    line: outputs.show.stateOn(outputs.states[one.state], formats.date(one.validOn)),
    note: one.note,
    by: `${one.recordedByName ?? history.system}, ${formats.dateTime(one.recordedAt)}`,
  }));
}
