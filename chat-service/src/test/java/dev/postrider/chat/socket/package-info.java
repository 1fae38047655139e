/** What a client sees of a running node. */
@NullMarked
package dev.postrider.chat.socket;

import org.jspecify.annotations.NullMarked;
