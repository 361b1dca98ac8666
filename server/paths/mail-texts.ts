const text = (template: string, language: string) => `/admin/mail/texts/${template}/${language}`;

/** Addresses of the words of letters. */
export const mailTextPaths = {
  mailTexts: () => "/admin/mail/texts",
  mailText: text,
  mailTextLetter: (template: string, language: string) => `${text(template, language)}/letter`,
  mailTextSamples: (template: string, language: string) => `${text(template, language)}/samples`,
  mailTextRestoration: (template: string, language: string) =>
    `${text(template, language)}/restoration`,
};
