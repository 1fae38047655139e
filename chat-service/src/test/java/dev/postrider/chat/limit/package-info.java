/** How fast somebody may talk. */
@NullMarked
package dev.postrider.chat.limit;

import org.jspecify.annotations.NullMarked;
