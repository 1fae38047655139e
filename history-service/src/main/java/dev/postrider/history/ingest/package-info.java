/** Takes chat.log into the database exactly once, and what cannot be used to chat.dead. */
@NullMarked
package dev.postrider.history.ingest;

import org.jspecify.annotations.NullMarked;
