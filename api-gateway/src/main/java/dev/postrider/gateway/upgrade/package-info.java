/** A socket is let in only when all is well, and then is a pipe with back-pressure in both directions. */
@NullMarked
package dev.postrider.gateway.upgrade;

import org.jspecify.annotations.NullMarked;
