/** Conversations and their pages for members, from the database, and from Redis while that is away. */
@NullMarked
package dev.postrider.history.page;

import org.jspecify.annotations.NullMarked;
