/** How often somebody may try to sign in, per address and per account. */
@NullMarked
package dev.postrider.auth.limit;

import org.jspecify.annotations.NullMarked;
