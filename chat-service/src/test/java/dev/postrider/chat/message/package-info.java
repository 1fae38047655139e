/** What is accepted, repeated, rejected or left open. */
@NullMarked
package dev.postrider.chat.message;

import org.jspecify.annotations.NullMarked;
