/** Every route and every frame, tried by everybody there is to a room. */
@NullMarked
package dev.postrider.e2e.isolation;

import org.jspecify.annotations.NullMarked;
