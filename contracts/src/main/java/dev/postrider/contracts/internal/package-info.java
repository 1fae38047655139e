/** Bodies of the calls between services, guarded by the service key and never forwarded by the gateway. */
@NullMarked
package dev.postrider.contracts.internal;

import org.jspecify.annotations.NullMarked;
