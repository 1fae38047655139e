/** The suite under load: a stack of its own, and what its processes cost. */
@NullMarked
package dev.postrider.bench.suite;

import org.jspecify.annotations.NullMarked;
