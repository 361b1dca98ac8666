import type { HistoryLine } from "../../../../db/queries/audit-events.ts";
import type { RecordedAssessment } from "../../../../db/queries/risk-assessments.ts";
import type { Risk } from "../../../../db/queries/risks.ts";
import { paths } from "../../../paths.ts";
import type { DueCell } from "../../../web/due-cell.ts";
import { presentHistory } from "../../../web/history-list.ts";
import { codeOfActivity } from "../../milestones/words.ts";
import { presentReview } from "../list/presenter.ts";
import { scoreOf, trendOf } from "../rules.ts";
import { levelPill, markText, statePill, trendMark, type Wording } from "../words.ts";
import { drawScores } from "./drawing.ts";

export interface RiskPage {
  risk: Risk;
  assessments: RecordedAssessment[];
  history: HistoryLine[];
}

export function presentRisk(page: RiskPage, wording: Wording, canEdit: boolean) {
  const { risk, history } = page;
  const { risks } = wording.texts;
  const mayEdit = canEdit && risk.archivedAt === null;
  return {
    pageHeader: presentHeader(risk, wording, mayEdit),
    labels: risks.show,
    archived:
      risk.archivedAt === null
        ? null
        : {
            text: risks.archived,
            label: risks.restore,
            action: canEdit ? paths.riskRestoration(risk.projectId, risk.id) : null,
          },
    description: risk.description,
    measure: risk.measure,
    definitionList: presentFacts(page, wording),
    assessments: presentAssessments(page, wording, mayEdit),
    sparkline: drawScores(page.assessments, wording),
    historyList: presentHistory(history, wording),
  };
}

function presentHeader(risk: Risk, wording: Wording, mayEdit: boolean) {
  const { risks } = wording.texts;
  const { projectId, id } = risk;
  const assess = {
    ...{ href: paths.newRiskAssessment(projectId, id), label: risks.show.assess, icon: "gauge" },
  };
  const edit = { href: paths.editRisk(projectId, id), label: risks.show.edit, icon: "pencil" };
  const archive = {
    ...{ href: paths.riskArchive(projectId, id), label: risks.archive, icon: "archive" },
    method: "post" as const,
  };
  return {
    title: risk.title,
    code: risks.numberOf(wording.formats.number(risk.number)),
    pill: statePill(risk.state, wording.texts),
    actions: { primary: mayEdit ? assess : null, more: mayEdit ? [edit, archive] : [] },
  };
}

function presentFacts({ risk, assessments }: RiskPage, wording: Wording) {
  const { texts, formats } = wording;
  const { risks } = texts;
  const { show } = risks;
  const missing = { text: show.missing, isMissing: true };
  const [, before] = assessments.filter(({ isCorrected }) => !isCorrected);
  const previous = before ? scoreOf(before) : null;
  const trend = trendMark(trendOf(scoreOf(risk), previous), previous, wording);
  const code = codeOfActivity(risk);
  const review = presentReview(risk, wording);
  return [
    {
      term: show.level,
      pill: levelPill(risk, wording),
      ...(trend ? { note: trend.label } : {}),
    },
    {
      term: show.columns.probability,
      text: markText(risk.probability, risks.probabilities, wording),
    },
    { term: show.columns.impact, text: markText(risk.impact, risks.impacts, wording) },
    { term: show.assessedOn, text: formats.date(risk.assessedOn) },
    ...(risk.closedOn === null ? [] : [{ term: show.closedOn, text: formats.date(risk.closedOn) }]),
    ...(risk.state === "closed"
      ? []
      : [
          {
            term: show.reviewOn,
            ...(review ? reviewFact(review) : missing),
          },
        ]),
    { term: show.owner, ...(risk.ownerName === null ? missing : { text: risk.ownerName }) },
    code === null
      ? { term: show.activity, text: show.wholeProject }
      : {
          term: show.activity,
          text: `${code} ${risk.activityTitle}`,
          href: paths.activity(risk.projectId, risk.activityId ?? 0),
        },
  ];
}

function reviewFact({ date, note, isOverdue }: DueCell) {
  return isOverdue ? { pill: { tone: "red", label: note }, text: date } : { text: date, note };
}

function presentAssessments({ risk, assessments }: RiskPage, wording: Wording, mayEdit: boolean) {
  const { texts, formats } = wording;
  const { risks, history } = texts;
  const { show } = risks;
  return assessments.map((one) => ({
    day: formats.date(one.validOn),
    probability: markText(one.probability, risks.probabilities, wording),
    impact: markText(one.impact, risks.impacts, wording),
    level: levelPill(one, wording),
    state: risks.states[one.state],
    note: one.note,
    by: show.by(one.recordedByName ?? history.system, formats.dateTime(one.recordedAt)),
    isCorrected: one.isCorrected,
    marks: [
      ...(one.isCorrected ? [show.corrected] : []),
      ...(one.correctsId === null ? [] : [show.isCorrection]),
    ],
    correction:
      mayEdit && !one.isCorrected
        ? {
            href: paths.newAssessmentCorrection(risk.projectId, risk.id, one.id),
            label: show.correct,
            of: show.correctOf(formats.date(one.validOn)),
          }
        : null,
  }));
}
