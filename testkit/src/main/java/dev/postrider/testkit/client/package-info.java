/** A client that speaks the whole protocol against a running suite and remembers every frame. */
@NullMarked
package dev.postrider.testkit.client;

import org.jspecify.annotations.NullMarked;
