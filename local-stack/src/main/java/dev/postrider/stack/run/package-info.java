/** The life of a stack: start in order, watch, restart with growing delay, stop in order. */
@NullMarked
package dev.postrider.stack.run;

import org.jspecify.annotations.NullMarked;
