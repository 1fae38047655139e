/** What people set for themselves alone: durable in their own stream, on all their devices. */
@NullMarked
package dev.postrider.chat.own;

import org.jspecify.annotations.NullMarked;
