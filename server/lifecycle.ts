/** The one fact about the process itself that pages ask for: it has been told to stop. */
export const lifecycle = { isStopping: false };
