/** Why a report, its texts or a step of it was refused. */
export const reportErrors = {
  reportExists: "This period has a report already.",
  reportLocked:
    "Texts of the report are not edited in this state. Send it back to be reworked first.",
  textsTooLong: "Some texts are longer than IS KP21+ takes. Shorten them first.",
  submitIncomplete: "Confirm that you know what the report lacks.",
  beforeSubmission: "The date must not be before the submission.",
  noNewerDraft: "The newer draft is no longer there. Reload the page.",
};
