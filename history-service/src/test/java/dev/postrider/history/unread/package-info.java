/** Unread and mentions, by their definition: what is drawn, what it means, and what everybody says of it. */
@NullMarked
package dev.postrider.history.unread;

import org.jspecify.annotations.NullMarked;
