/** One chat node put together from its parts, started and stopped in order. */
@NullMarked
package dev.postrider.chat.node;

import org.jspecify.annotations.NullMarked;
