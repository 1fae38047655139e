/** One table tells for every path and method which part answers it. */
@NullMarked
package dev.postrider.gateway.route;

import org.jspecify.annotations.NullMarked;
