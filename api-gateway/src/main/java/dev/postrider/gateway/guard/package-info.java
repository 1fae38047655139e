/** A request that passes the guard has one meaning, an allowed origin, a bounded body and, where needed, a good token. */
@NullMarked
package dev.postrider.gateway.guard;

import org.jspecify.annotations.NullMarked;
