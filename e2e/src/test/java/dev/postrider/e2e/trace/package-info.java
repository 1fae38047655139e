/** Somebody who collects traces, and what they were told. */
@NullMarked
package dev.postrider.e2e.trace;

import org.jspecify.annotations.NullMarked;
