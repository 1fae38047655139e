/** A node leaves in order: nobody loses a frame, nobody waits long. */
@NullMarked
package dev.postrider.chat.drain;

import org.jspecify.annotations.NullMarked;
