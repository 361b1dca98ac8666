import type { Texts } from "../index.ts";

export const mails: Texts["mails"] = {
  frame: {
    productName: "Osnova",
    linkHint: "If the button does not work, copy this address into your browser:",
  },
};
