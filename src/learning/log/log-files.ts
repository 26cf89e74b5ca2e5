/** The file in the data folder in which everything a learner does is kept. */
export const LOG_NAME = 'learning.jsonl';

/**
 * Where this version writes when LOG_NAME holds lines of a newer one, which it must not touch: both are read, by this
 * version and by later ones.
 */
export const OLDER_LOG_NAME = 'learning.v1.jsonl';

/** The files of a data folder that together are the record, in the order they are read. */
export const LOG_NAMES = [LOG_NAME, OLDER_LOG_NAME] as const;
