/** Tests of this package's promises. */
@NullMarked
package dev.postrider.history.fold;

import org.jspecify.annotations.NullMarked;
