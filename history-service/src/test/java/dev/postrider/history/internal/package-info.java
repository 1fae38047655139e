/** Tests of this package's promises. */
@NullMarked
package dev.postrider.history.internal;

import org.jspecify.annotations.NullMarked;
