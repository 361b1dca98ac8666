import type { Texts } from "../index.ts";

export const planExports: Texts["planExports"] = {
  title: "Downloads",
  download: { pdf: "Download PDF", docx: "Download Word", xlsx: "Download Excel" },
};
