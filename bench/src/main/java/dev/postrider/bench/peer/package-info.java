/** Other chat servers as peers: their processes, their protocols as a device speaks them, and what a crash takes. */
@NullMarked
package dev.postrider.bench.peer;

import org.jspecify.annotations.NullMarked;
