/** The tables filled anew from the log are the live tables, whatever happens meanwhile. */
@NullMarked
package dev.postrider.history.rebuild;

import org.jspecify.annotations.NullMarked;
