/** When a message is accepted, repeated, rejected, or left without an answer. */
@NullMarked
package dev.postrider.chat.message;

import org.jspecify.annotations.NullMarked;
