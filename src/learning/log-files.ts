/** The log in a data folder: one JSON line an event. */
export const LOG_NAME = 'learning.jsonl';

/**
 * Where this version writes when the log holds lines of a newer one, which it must not write among. Both files
 * together are the record.
 */
export const OLDER_LOG_NAME = 'learning.v1.jsonl';

/** The files of a data folder that are the record, in the order they are read. */
export const LOG_NAMES = [LOG_NAME, OLDER_LOG_NAME] as const;
