/** The keys that sign, made, sealed, published and replaced in time. */
@NullMarked
package dev.postrider.auth.key;

import org.jspecify.annotations.NullMarked;
