/** Tests of this package's promises. */
@NullMarked
package dev.postrider.history.ops;

import org.jspecify.annotations.NullMarked;
