/** Tests of this package's promises. */
@NullMarked
package dev.postrider.history;

import org.jspecify.annotations.NullMarked;
