/** Append to the log; from the hand-over on there is acknowledged and unknown, nothing else. */
@NullMarked
package dev.postrider.chat.journal;

import org.jspecify.annotations.NullMarked;
