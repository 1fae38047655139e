/** Messages that members flagged, and what administrators decide about them. */
@NullMarked
package dev.postrider.chat.flag;

import org.jspecify.annotations.NullMarked;
