/** Mails that leave the system; the pages on which administrators watch them are in `outbox`. */
export const mails = {
  frame: {
    productName: "Osnova",
    linkHint: "Pokud tlačítko nefunguje, zkopírujte do prohlížeče tuto adresu:",
  },
};
