/** Connections on which exactly the bytes of a test go out, whatever rule they break. */
@NullMarked
package dev.postrider.testkit.raw;

import org.jspecify.annotations.NullMarked;
