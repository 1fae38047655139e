/** Unsafe settings stop the start, each by its name. */
@NullMarked
package dev.postrider.base.start;

import org.jspecify.annotations.NullMarked;
