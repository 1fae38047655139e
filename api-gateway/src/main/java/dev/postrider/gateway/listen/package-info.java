/** One listener, in which every request passes the same checks in the same order before anything behind it hears of it. */
@NullMarked
package dev.postrider.gateway.listen;

import org.jspecify.annotations.NullMarked;
