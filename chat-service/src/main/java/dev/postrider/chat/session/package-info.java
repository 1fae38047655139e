/** One connected device: what it may be sent, in bounded memory, and when it is given up. */
@NullMarked
package dev.postrider.chat.session;

import org.jspecify.annotations.NullMarked;
