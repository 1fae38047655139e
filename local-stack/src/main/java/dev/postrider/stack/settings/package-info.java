/** What one may change: every key with its meaning, read from a file and flags, unknown ones refused with a hint. */
@NullMarked
package dev.postrider.stack.settings;

import org.jspecify.annotations.NullMarked;
