import type { Texts } from "../index.ts";

export const access: Texts["access"] = {
  roles: {
    administrator: "administrator",
    management: "management",
    auditor: "auditor",
    founder: "project founder",
    manager: "project manager",
    coordinator: "coordinator",
    finance: "finance officer",
    reader: "reader",
  },
  user: "user",
  signIn: {
    title: "Sign in",
    email: "E-mail",
    password: "Password",
    submit: "Sign in",
    failed: "Signing in failed",
    forgotten: "Forgotten password",
    sessionEnded: "Your session has ended. After signing in you will go on where you stopped.",
    formKept: "Your session has ended. The form was kept and will be there after you sign in.",
    demoTitle: "Users of the demonstration",
    demoHint: "All have the password",
  },
  keptForm: {
    advice: "The text was kept. Open the form again, check it and save it.",
    open: "Open the form again",
  },
  waitFor: (seconds) =>
    seconds < 60 ? `Try again in ${seconds} s.` : `Try again in ${Math.ceil(seconds / 60)} min.`,
  pages: {
    notFound: {
      title: "Page not found",
      sentence: "The page does not exist, or it is not open to you.",
      advice: "Check the address, or go on from the list of projects.",
    },
    fileGone: {
      title: "The file is missing from the storage",
      sentence:
        "The record of the file is here, the file is not on the disk. The administrator has been told.",
      advice:
        "It can be restored from a backup. A certificate may be issued again, a document uploaded as a new version.",
    },
    forbidden: {
      title: "You may not do this",
      sentence: "Your role does not allow this step.",
      advice: "Ask the project's manager or the administrator.",
    },
    staleForm: {
      title: "The form is no longer valid",
      sentence: "The page was open for too long or in another window.",
      advice: "Go back, reload the page and send the form again.",
    },
    conflict: {
      title: "This step cannot be taken now",
      sentence: "The record has changed meanwhile.",
      advice: "Reload the page and look at its present state.",
    },
    tooMany: {
      title: "Too many attempts",
      sentence: "Too many requests came from this address or account.",
      advice: "Wait a moment and try again.",
    },
    badRequest: {
      title: "The request cannot be read",
      sentence: "The browser sent something the system cannot read.",
      advice: "Go back and try again.",
    },
    tooLarge: {
      title: "Too much content",
      sentence: "The text or file sent is larger than the system accepts.",
      advice: "Shorten the text or make the file smaller.",
    },
    busy: {
      title: "The database is busy",
      sentence: "Nothing was saved.",
      advice: "Go back and send the form again in a moment.",
    },
    full: {
      title: "The disk is full",
      sentence: "Nothing was saved. Reading still works.",
      advice: "Tell the administrator and send the form later.",
    },
    failure: {
      title: "Something went wrong",
      sentence: "The fault is ours and has been recorded.",
      advice: "Try again; if it happens again, tell the administrator the request number.",
    },
  },
};
