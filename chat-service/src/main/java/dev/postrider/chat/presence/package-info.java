/** Tells people who is there and who is writing: perhaps late, perhaps never, but never about the wrong user. */
@NullMarked
package dev.postrider.chat.presence;

import org.jspecify.annotations.NullMarked;
