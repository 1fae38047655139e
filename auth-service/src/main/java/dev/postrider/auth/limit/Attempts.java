package dev.postrider.auth.limit;

/**
 * What a window says of one attempt.
 *
 * @param limit attempts the window takes
 * @param left attempts that remain in it
 * @param waitMillis until the oldest attempt falls out of it
 */
record Attempts(boolean allowed, int limit, int left, long waitMillis) {}
