import type { Texts } from "../index.ts";

export const preparedFiles: Texts["preparedFiles"] = {
  waiting: "The file is being prepared. It downloads by itself once it is ready.",
  queued: "waiting for its turn",
  steps: (done, all) => `${done} of ${all}`,
  progress: "Done:",
  hint: "This page looks by itself every two seconds. You can close it and come back later; the work goes on.",
  failed: "The file could not be prepared. Try again; if it keeps failing, tell the administrator.",
  lookAgain: "Look now",
  tryAgain: "Try again",
};
