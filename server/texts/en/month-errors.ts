import type { monthErrors as czech } from "../cs/month-errors.ts";

export const monthErrors: typeof czech = {
  monthRunning: "The month is not over yet; it can be closed from the first day of the next one.",
  monthClosed: "The month is closed already.",
  monthNotClosed: "The month is not closed.",
  monthMailed:
    "The summary has been mailed. The correction will show in the next month's summary; or reopen the month.",
  portfolioMonthClosed: "The month of all projects is closed already.",
  monthsStillOpen: "A project was reopened meanwhile. Please close the month once more.",
  confirmMissing: "Confirm that the month is to be closed with what is missing.",
  monthBeingMailed: "The summary is being mailed right now. Try again in a moment.",
  nothingMissing:
    "Nothing is missing in projects that are not closed; there is nothing to notify of.",
  nobodyToNudge: "Nobody to notify: the project has nobody else who could fill it in.",
};
