import type { Texts } from "../index.ts";

export const internshipConfirmations: Texts["internshipConfirmations"] = {
  links: {
    title: "Send hours to the mentor",
    lead: (host, hours) => `${host}: ${hours} h to be confirmed.`,
    explanation:
      "A link is made by which the mentor, without signing in, sees days and hours and confirms them or objects. An earlier link without an answer ceases to hold.",
    answerBy: "Holds until",
    isMailed: (email) => `Send the link by e-mail to ${email}`,
    notMailed: "The link cannot be mailed: the mentor has no e-mail or did not agree to it.",
    submit: "Make the link",
  },
  ownConfirmation: {
    title: "Confirm hours for the mentor",
    lead: (host, hours, days) => `${host}: ${hours} h, ${days}.`,
    reason: "Reason",
    reasonHint: "What proves the hours, e.g. “signed timesheet of the host, on file”.",
    submit: "Confirm hours",
  },
  confirmation: {
    title: "Confirmation of internship hours",
    intro: (host) => `Host: ${host}`,
    project: (title) => `Project: ${title}`,
    explanation:
      "Please confirm that the trainees spent these hours with you. The confirmation is kept as evidence of the project.",
    notice:
      "We keep your name, the time and the answer. They prove support from the European Social Fund Plus; nobody else is given them.",
    trainee: "Trainee",
    day: "Day",
    hours: "Hours",
    total: "Total",
    answer: "Your answer",
    confirmed: "The hours are right, I confirm them",
    objected: "The hours are not right",
    name: "Your full name",
    note: "Note",
    noteHint: "If the hours are not right, please say what should be different.",
    submit: "Send the answer",
    until: (date) => `The link holds until ${date}.`,
    nothing: "There are no hours to be confirmed now.",
    thanks: "Thank you",
    thanksConfirmed: "Your confirmation is saved. You can close the page.",
    thanksObjected:
      "Your objections are saved, the coordinator of the project will be in touch. You can close the page.",
    dead: {
      title: "The link does not hold any more",
      answered: "Somebody has answered by this link already.",
      revoked: "The link was replaced by another one or revoked by the coordinator.",
      expired: "The time for an answer has passed.",
      unknown: "The link is incomplete or does not exist any more.",
      advice: "Ask the coordinator of the project for a new one.",
    },
  },
  mail: {
    subject: "Please confirm internship hours",
    greeting: "Hello,",
    text: (host, project) =>
      `please confirm the hours that trainees of the project ${project} spent with you (${host}).`,
    how: "The page shows days and hours. You confirm them without signing in, or object.",
    button: "See and confirm the hours",
    note: (date) => `The link holds until ${date}. Please do not forward it.`,
    why: "You get this message because you are the mentor of an internship and agreed to get the link.",
  },
};
