/** One connected device in memory. */
@NullMarked
package dev.postrider.chat.session;

import org.jspecify.annotations.NullMarked;
