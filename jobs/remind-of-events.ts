import { REMINDS_AT, remindOfEvents } from "../server/features/event-messages/reminders/service.ts";
import { pragueTime } from "../server/values/calendar-date.ts";
import type { Job } from "./job.ts";

/** Once a day: participants and guests of events that begin in three days or tomorrow. */
export const remindOfEventsJob: Job = {
  name: "remind-of-events",
  dueKey: ({ clock }) => (pragueTime(clock.now()) >= REMINDS_AT ? clock.today() : undefined),
  run: async (deps) => `${await remindOfEvents(deps)} reminders of events made`,
};
