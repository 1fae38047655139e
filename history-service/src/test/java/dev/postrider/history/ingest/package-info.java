/** Tests of this package's promises. */
@NullMarked
package dev.postrider.history.ingest;

import org.jspecify.annotations.NullMarked;
