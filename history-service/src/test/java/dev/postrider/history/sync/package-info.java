/** Tests of this package's promises. */
@NullMarked
package dev.postrider.history.sync;

import org.jspecify.annotations.NullMarked;
