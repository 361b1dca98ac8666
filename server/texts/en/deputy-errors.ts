import type { deputyErrors as czech } from "../cs/deputy-errors.ts";

export const deputyErrors: typeof czech = {
  deputyFromPast: "A deputy may begin today at the earliest.",
  deputyTooLong: "A deputy may stand in for a year at most. For longer, hand over what is owed.",
  deputyOverlaps: (name) =>
    `There is a deputy on some of those days already: ${name}. End that one first, or choose other days.`,
  deputyOver: "The deputy has ended already.",
  deputyJoinsTeam:
    "As a deputy you can neither give yourself a role in the project nor change yours.",
  deputyRemovesPerson:
    "You can neither remove the person you stand in for from the team nor change their role.",
  deputyTakesOver: "As a deputy you cannot hand things over to yourself. Choose somebody else.",
};
