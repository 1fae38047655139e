/** The outside of the pure core, held in memory and moved by tests. */
@NullMarked
package dev.postrider.chat.fake;

import org.jspecify.annotations.NullMarked;
