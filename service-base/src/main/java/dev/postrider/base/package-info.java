/** What every service does alike, so that each promise of this kind is kept in one place. */
@NullMarked
package dev.postrider.base;

import org.jspecify.annotations.NullMarked;
