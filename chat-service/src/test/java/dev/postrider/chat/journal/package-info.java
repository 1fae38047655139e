/** Counting appends. */
@NullMarked
package dev.postrider.chat.journal;

import org.jspecify.annotations.NullMarked;
