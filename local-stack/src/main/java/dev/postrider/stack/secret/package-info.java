/** Secrets of this installation: made once, kept with its data, readable by their owner only. */
@NullMarked
package dev.postrider.stack.secret;

import org.jspecify.annotations.NullMarked;
