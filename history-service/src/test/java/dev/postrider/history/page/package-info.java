/** Tests of this package's promises. */
@NullMarked
package dev.postrider.history.page;

import org.jspecify.annotations.NullMarked;
