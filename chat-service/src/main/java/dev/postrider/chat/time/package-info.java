/** Time as the pure core sees it: given, never taken, so that a simulator can play it. */
@NullMarked
package dev.postrider.chat.time;

import org.jspecify.annotations.NullMarked;
