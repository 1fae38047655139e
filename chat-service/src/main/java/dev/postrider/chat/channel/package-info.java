/** Per-user channels: who serves what, taking one without a gap, publishing and delivering. */
@NullMarked
package dev.postrider.chat.channel;

import org.jspecify.annotations.NullMarked;
