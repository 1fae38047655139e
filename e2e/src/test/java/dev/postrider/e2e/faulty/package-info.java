/** A suite with the weaving agent, whose variant is chosen while it runs. */
@NullMarked
package dev.postrider.e2e.faulty;

import org.jspecify.annotations.NullMarked;
