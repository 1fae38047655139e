/** The processes of the suite: what each runs, with which settings, on which ports, and when it counts as ready. */
@NullMarked
package dev.postrider.stack.part;

import org.jspecify.annotations.NullMarked;
