/** Who may be where: the members of a conversation. */
@NullMarked
package dev.postrider.chat.room;

import org.jspecify.annotations.NullMarked;
