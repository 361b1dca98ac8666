import type { Texts } from "../index.ts";

export const accounts: Texts["accounts"] = {
  resetRequest: {
    title: "Forgotten password",
    intro: "Enter your e-mail. We will send you a link by which you set a new password.",
    submit: "Send the link",
    back: "Back to sign-in",
  },
  newPassword: {
    titles: { invitation: "Welcome to Osnova", reset: "New password" },
    intro: (name, email) => `${name}, set the password of your account ${email}.`,
    password: "New password",
    passwordAgain: "New password again",
    hint: (n) => `At least ${n} characters. A sentence of a few words works well, blanks included.`,
    submit: "Set the password",
  },
  deadLink: {
    title: "The link is no longer valid",
    sentence: "The link was used, has expired, or is not complete.",
    advice:
      "Ask for a new one. An administrator renews invitations; a link for a new password you can send yourself.",
    reset: "Send a link for a new password",
  },
  profile: {
    title: "Profile and settings",
    tabs: {
      profile: "Profile",
      notifications: "Notifications",
      calendar: "Calendar",
      deputy: "Deputy",
    },
    name: "Name",
    language: "Language",
    theme: "Appearance",
    themes: { auto: "As the system", light: "Light", dark: "Dark" },
    hasShortcuts: "Keyboard shortcuts",
    shortcutsHint: "The ? key lists them. With a screen reader they are better switched off.",
    submit: "Save settings",
    password: "Password",
    passwordHint: "After a change of password all other devices are signed out.",
    changePassword: "Change password",
    currentPassword: "Present password",
    sessions: "Signed-in devices",
    thisSession: "this device",
    unknownDevice: "Unknown device",
    sessionNote: (since, lastSeen, address) =>
      `Signed in ${since}, last seen ${lastSeen}${address === "" ? "" : `, address ${address}`}`,
    closeSession: "Sign out",
    closeOthers: "Sign out all others",
  },
  mails: {
    greeting: (name) => `Dear ${name},`,
    invitation: {
      subject: "Invitation to Osnova",
      text: (inviter) =>
        inviter === null
          ? "you have a new account in Osnova, the system in which the region runs its projects."
          : `${inviter} has opened an account for you in Osnova, the system in which the region runs its projects.`,
      next: "Set your password and sign in:",
      button: "Set the password",
      note: (until) => `The link is valid until ${until} and works once.`,
      why: "You receive this e-mail because an administrator has opened an account for you.",
    },
    reset: {
      subject: "New password for Osnova",
      text: "somebody, probably you, has asked for a new password of your account in Osnova.",
      next: "You can set a new password here:",
      button: "Set a new password",
      note: (until) =>
        `The link is valid until ${until} and works once. If you did not ask for it, do nothing: your present password stays.`,
      why: "You receive this e-mail because somebody entered your address on the page Forgotten password.",
    },
    changed: {
      subject: "Your password for Osnova was changed",
      text: "the password of your account in Osnova has just been changed and other devices were signed out.",
      next: "If it was not you, set a new password at once and tell the administrator.",
      button: "Set a new password",
      why: "We report every change of a password, so that the owner of the account notices a stranger.",
    },
  },
  history: {
    "session.opened": "Signed in",
    "session.refused": "Sign-in refused",
    "session.closed": "Signed out",
    "sessions.closed": "Other devices signed out",
    "password.reset-requested": "New password asked for",
    "password.set": "Password set by a link",
    "password.changed": "Password changed",
    "profile.edited": "Profile edited",
    "access.denied": "Access denied",
  },
  fields: {
    name: "Name",
    theme: "Appearance",
    hasShortcuts: "Keyboard shortcuts",
    digestsEnabled: "Daily overview by e-mail",
    digestAt: "Time of the daily overview",
    address: "Address of the page",
  },
  fieldValues: {
    theme: { auto: "as the system", light: "light", dark: "dark" },
    language: { cs: "Czech", en: "English" },
  },
};
