/** What operators are told, and what is refused to them. */
@NullMarked
package dev.postrider.chat.ops;

import org.jspecify.annotations.NullMarked;
