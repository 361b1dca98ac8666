import type { Texts } from "../index.ts";

export const flash: Texts["flash"] = {
  saved: "Saved.",
  savedBeyondDates: "Saved. The dates reach beyond the duration of the project.",
  created: "Created.",
  logWritten: "Written in the log.",
  archived: "Moved to the archive. It can be restored within 30 days.",
  restored: "Restored.",
  signedOut: "You are signed out.",
  keptForm: "Your session had ended meanwhile, but your text was kept. Check it and save.",
  resetMailed:
    "If there is an account with this e-mail, a link was sent to it. It is valid for 30 minutes.",
  passwordSet: "The password is set. Please sign in.",
  passwordChanged: "The password was changed and other devices are signed out.",
  signedOutElsewhere: "The device is signed out.",
  invited: "The invitation was sent.",
  deactivated: "Access has ended.",
  reactivated: "Access is restored.",
  signedOutEverywhere: "The user is signed out of all devices.",
  participantKnown: "This participant is in the project already.",
  removed: "Removed.",
  savedOnHoliday: "Saved. Mind that the day is a public holiday.",
  linkMade: "The link for the mentor is ready.",
  linkRevoked: "The link does not hold any more.",
  hoursConfirmed: "The hours are confirmed and counted as support.",
};
