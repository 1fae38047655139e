/** The running suite: started once for all scenarios by the same command a user types, on ports and data of its own. */
@NullMarked
package dev.postrider.e2e.suite;

import org.jspecify.annotations.NullMarked;
