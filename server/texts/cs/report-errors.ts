/** Why a report, its texts or a step of it was refused. */
export const reportErrors = {
  reportExists: "Za toto období už zpráva je.",
  reportLocked: "Texty zprávy se v tomto stavu neupravují. Nejdřív ji vraťte k dopracování.",
  textsTooLong: "Některé texty jsou delší, než IS KP21+ přijme. Nejdřív je zkraťte.",
  submitIncomplete: "Potvrďte, že víte, co ve zprávě chybí.",
  beforeSubmission: "Datum nesmí být před podáním zprávy.",
  noNewerDraft: "Novější návrh už tu není. Obnovte stránku.",
};
