/** What is wrong with outputs, remarks on them and required papers. Part of `errors`. */
export const outputErrors = {
  answerMissing: "Zdůvodněte, proč připomínka není akceptována celá.",
  commentNotYours: "Připomínku může upravit jen její autor, dokud není vypořádaná.",
  commentOpen: "Připomínka ještě vypořádaná není.",
};
