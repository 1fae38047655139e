/** Scenarios in domain words against the running suite: real processes, real broker, real database, real browser. */
@NullMarked
package dev.postrider.e2e;

import org.jspecify.annotations.NullMarked;
