/** Sockets, messages at intended times, and what became of each. */
@NullMarked
package dev.postrider.bench.load;

import org.jspecify.annotations.NullMarked;
