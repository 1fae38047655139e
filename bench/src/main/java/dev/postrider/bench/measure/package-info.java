/** From what happened to figures: latency, processor, memory, rows. */
@NullMarked
package dev.postrider.bench.measure;

import org.jspecify.annotations.NullMarked;
