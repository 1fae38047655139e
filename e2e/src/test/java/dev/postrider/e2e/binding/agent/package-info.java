/** Notes in running services which types Jackson binds. In no archive that is shipped. */
@NullMarked
package dev.postrider.e2e.binding.agent;

import org.jspecify.annotations.NullMarked;
