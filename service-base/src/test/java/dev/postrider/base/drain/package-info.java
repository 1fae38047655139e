/** A node leaves in order: nobody loses a frame, nobody waits long. */
@NullMarked
package dev.postrider.base.drain;

import org.jspecify.annotations.NullMarked;
