/** A clock and a scheduler that move when a test says so. */
@NullMarked
package dev.postrider.testkit.time;

import org.jspecify.annotations.NullMarked;
