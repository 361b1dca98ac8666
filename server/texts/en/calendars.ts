import type { Texts } from "../index.ts";

export const calendars: Texts["calendars"] = {
  title: "Calendar of events",
  tools: "View and movement of the calendar",
  views: { month: "Month", week: "Week" },
  previous: { month: "Previous month", week: "Previous week" },
  next: { month: "Next month", week: "Next week" },
  now: (date) => `Today ${date}`,
  today: "today",
  holiday: "public holiday",
  nothing: "No event takes place in this time.",
  more: (n) => `${n} more`,
  tentative: "not confirmed",
  internship: (until) => `internship until ${until}`,
  mine: "My events",
  filter: { who: "Responsible", project: "Project", kind: "Kind" },
  all: { who: "everybody", project: "all projects", kind: "all kinds" },
};
