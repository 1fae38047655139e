/** The least that could be done: what no chat suite on these parts can be faster than. */
@NullMarked
package dev.postrider.bench.limit;

import org.jspecify.annotations.NullMarked;
