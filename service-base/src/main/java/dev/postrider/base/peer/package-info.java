/** Calls between services, guarded by the service key. */
@NullMarked
package dev.postrider.base.peer;

import org.jspecify.annotations.NullMarked;
