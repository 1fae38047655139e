/** What operators see and what the node is configured by. */
@NullMarked
package dev.postrider.chat.ops;

import org.jspecify.annotations.NullMarked;
