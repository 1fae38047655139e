/** The table, taking a channel, and delivery, step by step. */
@NullMarked
package dev.postrider.chat.channel;

import org.jspecify.annotations.NullMarked;
