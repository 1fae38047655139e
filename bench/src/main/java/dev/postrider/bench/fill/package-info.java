/** A past that nobody had to live through: messages in the log, and rows in history's tables. */
@NullMarked
package dev.postrider.bench.fill;

import org.jspecify.annotations.NullMarked;
