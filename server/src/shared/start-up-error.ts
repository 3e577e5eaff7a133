/** A start that cannot go on, with the one sentence that tells its owner what to do. */
export class StartUpError extends Error {}
