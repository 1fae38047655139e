/** Fills all tables anew from the log beside the live ones, proves them equal, and puts them in their place in one step. */
@NullMarked
package dev.postrider.history.rebuild;

import org.jspecify.annotations.NullMarked;
