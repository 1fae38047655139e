/** REST calls stream to the part that answers them; what comes back says truly whether something may have been done. */
@NullMarked
package dev.postrider.gateway.forward;

import org.jspecify.annotations.NullMarked;
