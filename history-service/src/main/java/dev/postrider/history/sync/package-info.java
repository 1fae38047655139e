/** Catch-up: all that changed after a cursor, from one consistent read. */
@NullMarked
package dev.postrider.history.sync;

import org.jspecify.annotations.NullMarked;
