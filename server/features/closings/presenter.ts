import type { EventRecord } from "../../../db/queries/events.ts";
import { paths } from "../../paths.ts";
import type { FormState } from "../../web/form.ts";
import type { FieldDefinition } from "../../web/form-fields.ts";
import { presentFormPage } from "../../web/form-page.ts";
import { withQuery } from "../../web/query-string.ts";
import type { Wording } from "../events/words.ts";
import { hasObstacles, obstaclesOf } from "./rules.ts";
import type { ClosingBoard } from "./service.ts";

/** The model of `views/closings/new.ejs`: what is missing, or the form. */
export function presentClosing(
  event: EventRecord,
  board: ClosingBoard,
  state: FormState,
  wording: Wording,
) {
  const { texts, today } = wording;
  const { closings: words } = texts;
  const isCounted = event.closing === "head-count";
  const obstacles = obstaclesOf({ event, ...board, today });
  const back = paths.attendance(event.projectId, event.id);
  const page = presentFormPage(
    {
      title: words.title,
      lead: [
        leadOf(event, wording),
        ...(board.hasSheet && !isCounted ? [words.sheetAttached] : []),
      ],
      action: paths.eventClosing(event.projectId, event.id),
      sections: [{ rows: isCounted ? headFields(wording) : sheetFields(board, wording) }],
      submit: event.countsAsSupport && !isCounted ? words.submit : words.submitHeads,
      cancel: { href: isCounted ? paths.event(event.projectId, event.id) : back },
    },
    state,
    texts,
  );
  return {
    ...page,
    missing: hasObstacles(obstacles) ? presentMissing(event, obstacles, wording) : null,
    attach:
      board.hasSheet || isCounted
        ? null
        : {
            href: withQuery(paths.newDocument(event.projectId), {
              objectType: "event",
              objectId: event.id,
            }),
            label: words.attach,
          },
  };
}

function leadOf({ closing, countsAsSupport }: EventRecord, { texts }: Wording): string {
  const { lead, leadHeads, leadNoSupport } = texts.closings;
  if (closing === "head-count") return leadHeads;
  return countsAsSupport ? lead : leadNoSupport;
}

function headFields({ texts }: Wording): FieldDefinition[][] {
  const { headCount, headCountWomen, headCountWomenHint: hint } = texts.closings;
  return [
    [
      { type: "number", name: "headCount", label: headCount, width: "short", isRequired: true },
      { type: "number", name: "headCountWomen", label: headCountWomen, width: "short", hint },
    ],
  ];
}

function sheetFields({ hasSheet }: ClosingBoard, { texts }: Wording): FieldDefinition[] {
  const { sheetReason: label, sheetReasonHint: hint } = texts.closings;
  return hasSheet ? [] : [{ type: "textarea", name: "sheetReason", label, hint, rows: 2 }];
}

function presentMissing(
  { projectId, id }: EventRecord,
  { noSessions, ahead, undecided }: ReturnType<typeof obstaclesOf>,
  { texts, formats }: Wording,
) {
  const { closings: words } = texts;
  const items = [
    ...(noSessions ? [{ text: words.noSessions, href: paths.event(projectId, id) }] : []),
    ...ahead.map(({ heldOn }) => ({
      text: words.ahead(formats.date(heldOn)),
      href: paths.event(projectId, id),
    })),
    ...undecided.map((session) => ({
      text: words.undecided(formats.date(session.heldOn), session.undecided),
      href: paths.editAttendanceSession(projectId, id, session.id),
    })),
  ];
  return { title: words.missing, enter: words.enter, items };
}

export function presentReopening(event: EventRecord, state: FormState, { texts }: Wording) {
  const { closings: words } = texts;
  const reason: FieldDefinition = {
    type: "textarea",
    name: "reason",
    label: words.reason,
    rows: 2,
    isRequired: true,
  };
  return presentFormPage(
    {
      title: words.reopenTitle,
      lead: [words.reopenLead],
      action: paths.eventReopening(event.projectId, event.id),
      sections: [{ rows: [reason] }],
      submit: words.reopen,
      cancel: { href: paths.attendance(event.projectId, event.id) },
    },
    state,
    texts,
  );
}
