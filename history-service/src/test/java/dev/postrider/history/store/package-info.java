/** Tests of this package's promises. */
@NullMarked
package dev.postrider.history.store;

import org.jspecify.annotations.NullMarked;
