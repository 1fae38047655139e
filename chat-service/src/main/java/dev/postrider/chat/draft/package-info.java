/** Keeps what somebody has not sent yet: private, on every device of theirs, for 30 days, never in the log. */
@NullMarked
package dev.postrider.chat.draft;

import org.jspecify.annotations.NullMarked;
