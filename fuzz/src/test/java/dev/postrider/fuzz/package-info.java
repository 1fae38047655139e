/** One class for each reader of foreign input: what must hold for every input, searched by coverage from the fixtures on. */
@NullMarked
package dev.postrider.fuzz;

import org.jspecify.annotations.NullMarked;
