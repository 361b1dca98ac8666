import type { Texts } from "../index.ts";
import { plural } from "../plural.ts";

const until = (to: string | null) => (to === null ? "" : `, due ${to}`);

const thingsOf = (n: number) => plural("en")(n, { one: "thing", other: "things" });

export const notifications: Texts["notifications"] = {
  told: {
    assigned: (what, { to }) => `You now answer for: ${what}${until(to)}`,
    returned: (what, { to }) => `Returned for completion: ${what}${until(to)}`,
    moved: (what, { from, to }) =>
      `Deadline moved to ${to ?? ""}${from === null ? "" : ` (was ${from})`}: ${what}`,
    "event-cancelled": (what, { from, to }) =>
      `Event cancelled: ${what}${(from ?? to) === null ? "" : ` (${from ?? to})`}`,
    "event-moved": (what, { from, to }) =>
      from === to
        ? `Event hours changed: ${what} (${to})`
        : `Event rescheduled: ${what} – now ${to ?? "without a day"} (before ${from})`,
    mention: (what) => `You were mentioned: ${what}`,
    "handed-over": (what, { to }) => `Handed over to you: ${what}${until(to)}`,
    "taken-over": (what) => `Agenda of the project handed over: ${what}`,
  },
  things: {
    agenda: (n, project) => `${n} ${thingsOf(n)} in ${project}`,
    report: (n) => `implementation report no. ${n}`,
    change: (n, title) => `change no. ${n} – ${title}`,
    timesheet: (month) => `timesheet for ${month}`,
    logEntry: "an entry of the project log",
  },
  mail: {
    many: {
      assigned: (n) => `You now answer for ${n} ${thingsOf(n)}`,
      returned: (n) => `Returned for completion: ${n} ${thingsOf(n)}`,
      moved: (n) => `Deadlines moved: ${n}`,
      "event-cancelled": (n) => `Events cancelled: ${n}`,
      "event-moved": (n) => `Events rescheduled: ${n}`,
      mention: (n) => `You were mentioned: ${n}`,
      "handed-over": (n) => `Handed over to you: ${n} ${thingsOf(n)}`,
      "taken-over": (n) => `Agenda handed over: ${n}`,
    },
    subject: (project, title) => `[${project}] ${title}`,
    open: "Open in Osnova",
    why: {
      assigned: "You get this because you answer for it from now on.",
      returned: "You get this because you work on what was returned.",
      moved:
        "You get this because you answer for the deadline and at most three working days are left.",
      "event-cancelled": "You get this because you are in charge of the event or attend it.",
      "event-moved": "You get this because you are in charge of the event or attend it.",
      mention: "You get this because somebody has mentioned you.",
      "handed-over": "You get this because you have taken over the agenda.",
      "taken-over": "You get this because you manage the project.",
    },
  },
  by: (name) => `by ${name}`,
  takenFrom: (name) => `handed over by ${name}`,
  takenBy: (name) => `taken over by ${name}`,
  mentionHint: "Notify a colleague by @ and the whole name, such as @John Smith.",
  onBehalfOf: (name) => `for: ${name} (deputy)`,
};
