import { requestStatements } from "../server/features/card-statements/requests/service.ts";
import { pragueTime } from "../server/values/calendar-date.ts";
import { isWorkingDay } from "../server/values/working-days.ts";
import type { Job } from "./job.ts";

/** Once a working day before anybody's hour: owners of plan cards of whom a word for the past year is awaited. */
export const remindOfCardsJob: Job = {
  name: "remind-of-cards",
  dueKey({ clock }) {
    const today = clock.today();
    return isWorkingDay(today) && pragueTime(clock.now()) >= "00:30" ? today : undefined;
  },
  run: async (deps) => `${await requestStatements(deps)} letters to owners of cards made`,
};
