/** Runs a command and gives the exit code. */
export type Run = () => Promise<number>;
