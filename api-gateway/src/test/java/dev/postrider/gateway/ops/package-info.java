/** What operators are told, and what is refused to them. */
@NullMarked
package dev.postrider.gateway.ops;

import org.jspecify.annotations.NullMarked;
