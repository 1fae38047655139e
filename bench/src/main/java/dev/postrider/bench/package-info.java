/** {@code ./dev bench}: how fast, at what cost, with what loss. */
@NullMarked
package dev.postrider.bench;

import org.jspecify.annotations.NullMarked;
