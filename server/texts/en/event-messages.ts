import type { Texts } from "../index.ts";
import { plural } from "../plural.ts";

const messagesOf = (n: number) => plural("en")(n, { one: "message", other: "messages" });

const peopleOf = (n: number) => plural("en")(n, { one: "person", other: "people" });

export const eventMessages: Texts["eventMessages"] = {
  title: "Messages",
  new: "Write to participants",
  automatic: {
    title: "What the system sends by itself",
    isOn: "An invitation on registration, changes and cancellations with a calendar attachment, a reminder 3 days and 1 day ahead, and thanks with a link to the certificate after closing (within 30 days of the event). Guests (lecturers, members of the body and those asked) are invited once you confirm the event. A message leaves 10 minutes after saving; until then it can be taken back.",
    isOnVeiled:
      "Whoever was invited before the event became confidential learns of a change, a cancellation and of being withdrawn: that it is and when, without its title, place and content. Nobody else gets anything.",
    isOff: "Nothing. You write to participants and guests yourself, by Write to participants.",
    guests: (names) => `Guests: ${names}.`,
    notInvited: (name) => `${name} (not invited yet)`,
    projectArchived: "Nothing: the project is archived.",
    turnOn: "Turn automatic messages on",
    turnOff: "Turn automatic messages off",
  },
  outlook: {
    title: "What will leave",
    empty: "Nothing yet.",
    people: (n) => `${n} ${peopleOf(n)}`,
    reminder: (of, days) =>
      days === 1 ? `Reminder a day before ${of}` : `Reminder ${days} days before ${of}`,
    thanks: "Thanks with the certificate",
    attended: "those who come",
    afterClosing: "the morning after the event is closed",
    certificates: "The certificate is ready",
    certified: "those who get one",
    tooLateToThank: (days) =>
      `once certificates are issued. Thanks do not leave by themselves: the event ended more than ${days} days ago. You may send them by hand.`,
    now: "as soon as possible",
    preview: "Recipients and wording",
  },
  failed: (n) =>
    `${n} ${messagesOf(n)} could not be sent. Mend the address and send again, or let people know in another way.`,
  resend: "Send again",
  resendOne: (what, to) => `Send again: ${what}, ${to}`,
  confidential:
    "The system does not write to people of a confidential event: a message would tell its title and who comes to it. Arrange things in person.",
  nothingNow: {
    held: "The event has been held. The next message may be sent once it is closed and there are certificates.",
    other: "In this state of the event there is nothing to send to participants.",
  },
  empty: "Nothing has been sent to people of this event yet.",
  columns: { recipient: "Recipient", message: "Message", state: "State", when: "When" },
  anonymised: "personal data deleted",
  count: (n) => `${n} ${messagesOf(n)}`,
  range: (from, to, n) => `${from}–${to} of ${n} ${messagesOf(n)}`,
  picker: {
    title: "Write to participants",
    kind: "Message",
    audience: "To",
    choose: "Choose",
    chooseOne: (name) => `Send: ${name}`,
    name: "Name",
    state: "State",
    email: "E-mail",
    noEmail: "no e-mail",
    recipients: "Recipients",
    nobody: "Nobody is in this choice.",
    withoutEmail: (n) => `Without e-mail: ${n}. Let them know in another way.`,
    preview: "Wording",
    onceADay: "The same message goes to one person once a day at most.",
    submit: "Send to those chosen",
  },
  kinds: {
    invitation: "Invitation",
    reminder: "Reminder",
    change: "Change of the event",
    "session-cancelled": "Cancellation of one day",
    cancelled: "Cancellation",
    withdrawn: "Withdrawal",
    waitlisted: "Move to the waiting list",
    "certificate-ready": "Certificate ready",
    thanks: "Thanks",
  },
  audiences: {
    all: "everybody",
    invited: "invited",
    registered: "registered",
    waiting: "waiting list",
    declined: "who declined",
    withdrawn: "withdrawn",
    attended: "who attended",
    absent: "who were absent",
    certified: "who have a certificate",
  },
  mail: {
    greeting: "Hello,",
    invitation: {
      subject: (title) => `Invitation: ${title}`,
      text: (title, when) =>
        `you are invited to the event “${title}”${when === null ? "" : `, ${when}`}. Please let us know whether you come.`,
    },
    invitationAs: {
      registered: (title, when) =>
        `you are registered for the event “${title}”${when === null ? "" : `, ${when}`}. If you cannot come, write to us.`,
      waiting: (title, when) =>
        `the event “${title}”${when === null ? "" : `, ${when},`} is full. You are on the waiting list: we shall let you know as soon as a place is free.`,
      guest: (title, when) =>
        `you are invited to the event “${title}”${when === null ? "" : `, ${when}`}. If you cannot come, write to us.`,
    },
    reminder: {
      subject: (title) => `Reminder: ${title}`,
      text: (title, when) =>
        `we remind you of the event “${title}”${when === null ? "" : `, ${when}`}, for which you are registered. If you cannot come, write to us: somebody waits for your place.`,
    },
    reminderGuest: (title, when) =>
      `we remind you of the event “${title}”${when === null ? "" : `, ${when}`}, to which you are invited. If you cannot come, write to us.`,
    change: {
      subject: (title) => `Change: ${title}`,
      text: (title, when) =>
        `the event “${title}” has changed. What holds now${when === null ? "" : `, ${when}`}:`,
    },
    "session-cancelled": {
      subject: (title) => `Day cancelled: ${title}`,
      text: (title, when) =>
        `one of the days of the event “${title}” is cancelled${when === null ? "" : `: ${when}`}. The others hold.`,
    },
    cancelled: {
      subject: (title) => `Cancelled: ${title}`,
      text: (title, when) =>
        `the event “${title}”${when === null ? "" : `, planned for ${when},`} is cancelled. We are sorry.`,
    },
    withdrawn: {
      subject: (title) => `Withdrawn: ${title}`,
      text: (title, when) =>
        `you are no longer expected at the event “${title}”${when === null ? "" : `, ${when}`}. If that is a mistake, write to us.`,
    },
    waitlisted: {
      subject: (title) => `You are on the waiting list: ${title}`,
      text: (title, when) =>
        `we have no place for you at the event “${title}”${when === null ? "" : `, ${when},`} for now: you have been moved to the waiting list. As soon as a place is free, we will let you know. If that is a mistake, write to us.`,
    },
    veiled: {
      title: "Event",
      kinds: {
        change: {
          subject: "A change of the event you are invited to",
          text: (when) =>
            `the event you are invited to has changed. What holds now${when === null ? "" : `, on ${when}`}:`,
        },
        "session-cancelled": {
          subject: "A cancelled day of the event you are invited to",
          text: (when) =>
            `one day of the event you are invited to is not held${when === null ? "" : `: ${when}`}. The other days stand.`,
        },
        cancelled: {
          subject: "The event you are invited to is cancelled",
          text: (when) =>
            `the event you are invited to${when === null ? "" : `, planned for ${when},`} is not held. We apologise.`,
        },
        withdrawn: {
          subject: "Withdrawn from an event",
          text: (when) =>
            `you are no longer expected at the event you were invited to${when === null ? "" : `, ${when}`}. If that is a mistake, write to us.`,
        },
        waitlisted: {
          subject: "You are on the waiting list",
          text: (when) =>
            `we have no place for you at the event you were invited to${when === null ? "" : `, ${when},`} for now: you have been moved to the waiting list. Should a place be free, we will arrange it in person.`,
        },
      },
      askForRest: "We will tell you the place and other details in person.",
    },
    "certificate-ready": {
      subject: (title) => `Your certificate is ready: ${title}`,
      text: (title, when) =>
        `your certificate of the event “${title}”${when === null ? "" : ` (${when})`} is ready. Arrange with us how to get it.`,
    },
    certificateHere: (title, when) =>
      `your certificate of the event “${title}”${when === null ? "" : ` (${when})`} is ready to be downloaded.`,
    thanks: {
      subject: (title) => `Thank you: ${title}`,
      text: (title, when) =>
        `thank you for coming to the event “${title}”${when === null ? "" : ` (${when})`}.`,
    },
    thanksCertified: (title, when) =>
      `thank you for coming to the event “${title}”${when === null ? "" : ` (${when})`}. You may download your certificate.`,
    certificate: "Get the certificate",
    certificateUntil: (date) => `The link is meant for you alone and holds until ${date}.`,
    calendarHere: (n) =>
      n === 1
        ? "The attachment puts the event into your calendar. Should it change, we shall send it again and the calendar will follow."
        : "The attachments put the days into your calendar. Should they change, we shall send them again and the calendar will follow.",
    calendarDropped: "The attachment takes the event out of your calendar.",
    when: (days) => `When: ${days}.`,
    venue: (place) => `Where: ${place}.`,
    online: (url) => `To join: ${url}`,
    goal: (goal) => `About: ${goal}`,
    contact: (who) => `Questions go to: ${who}.`,
    why: "You get this as a participant of an event of the project.",
    whyGuest:
      "You get this as a guest of an event of the project: a lecturer, a member of a body, or somebody asked to come.",
  },
  history: {
    "event-message.queued": "Message to participants",
    "event-message.resent": "Message sent again",
    "event-message.switched": "Automatic messages",
  },
  fields: { message: "Message", recipients: "Recipients", sendsMails: "Automatic messages" },
  fieldValues: {
    message: {
      invitation: "invitation",
      reminder: "reminder",
      change: "change of the event",
      cancelled: "cancellation",
      "certificate-ready": "certificate ready",
      "session-cancelled": "cancellation of one day",
      withdrawn: "withdrawal",
      waitlisted: "move to the waiting list",
      thanks: "thanks",
    },
  },
};
