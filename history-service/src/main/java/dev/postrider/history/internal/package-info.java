/** What chat-service asks: who holds this id, and whose message is this. */
@NullMarked
package dev.postrider.history.internal;

import org.jspecify.annotations.NullMarked;
