/** Hostile clients against the running suite, at the gateway and at the doors behind it. */
@NullMarked
package dev.postrider.e2e.hostile;

import org.jspecify.annotations.NullMarked;
