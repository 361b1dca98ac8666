/** Words of the page that waits for a file. */
export const preparedFiles = {
  waiting: "Soubor se připravuje. Jakmile bude hotový, stáhne se sám.",
  queued: "čeká, až na něj přijde řada",
  steps: (done: string, all: string) => `${done} z ${all}`,
  progress: "Hotovo:",
  hint: "Stránka se sama ptá každé dvě vteřiny. Můžete ji zavřít a vrátit se později, příprava pokračuje.",
  failed: "Soubor se nepodařilo připravit. Zkuste to znovu; když se to opakuje, ozvěte se správci.",
  lookAgain: "Podívat se hned",
  tryAgain: "Zkusit znovu",
};
