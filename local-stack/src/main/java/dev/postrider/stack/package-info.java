/** Starts the whole suite on one machine without Docker, watches it, and stops it again. */
@NullMarked
package dev.postrider.stack;

import org.jspecify.annotations.NullMarked;
