/** The house rules that a machine can check, with messages that say the mend. */
@NullMarked
package dev.postrider.testkit.architecture;

import org.jspecify.annotations.NullMarked;
