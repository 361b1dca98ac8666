/** More people than these nobody looks through: a narrower search is asked for. */
export const PAGE_SIZE_OF_REGISTRY = 50;
