import type { Texts } from "../index.ts";

export const errors: Texts["errors"] = {
  summary: "The form was not saved. Please correct these fields",
  required: "Fill in this field.",
  oneValue: "Enter a single value.",
  unknownChoice: "Choose one of the options offered.",
  validDate: "Enter a real date, e.g. 1. 5. 2026.",
  validMonth: "Enter a month such as 2026-05.",
  endBeforeStart: "The end must not come before the start.",
  notInFuture: "The date must not be in the future.",
  notInPast: "The date must not be in the past.",
  outsideProject: "The date lies outside the project.",
  validNumber: "Enter a number, e.g. 1 234.5.",
  wholeNumber: "Enter a whole number.",
  tooManyDecimals: (n) => `Enter at most ${n} decimal places.`,
  validAmount: "Enter an amount in crowns, e.g. 15 795 600.05.",
  ambiguousAmount:
    "The amount is ambiguous: write the hellers (2 200.00) or thousands with a blank (2 200).",
  tooLong: (n) => `The text is too long, at most ${n} characters.`,
  atLeast: (n) => `Enter at least ${n}.`,
  atMost: (n) => `Enter at most ${n}.`,
  validEmail: "Enter an e-mail address, e.g. jana.novotna@kraj.cz.",
  validUrl: "Enter an address that starts with https://.",
  validIco: "Enter a company number (IČO) of eight digits; this one fails its check digit.",
  validRegistrationNumber: "Enter a registration number such as CZ.03.02.02/00/22_006/0001329.",
  taken: "This value is already used.",
  sharesOverWhole: "The shares add up to more than 100 %.",
  unusableText: "The text contains characters that cannot be stored.",
  wrongSignIn: "The e-mail or the password is wrong.",
  wrongPassword: "The password is wrong.",
  shortPassword: (n) => `The password needs at least ${n} characters.`,
  commonPassword: "This password is too well known, choose another.",
  passwordsDiffer: "The passwords differ.",
  percentNeedsOneActivity: "Progress can be recorded only with exactly one activity chosen.",
  nextStepBeforeEntry: "The next step cannot come before the entry itself.",
  nextStepMissing: "Say which step is due on this date.",
  milestoneMissing: "Choose the milestone that is done.",
  editedMeanwhile: "Somebody else has changed the record meanwhile. Compare both and save again.",
  theirValue: (value) =>
    value === ""
      ? "Cleared meanwhile by somebody else."
      : `Saved meanwhile by somebody else: ${value}`,
};
