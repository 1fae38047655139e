/** Knows who calls: verifies tokens against the keys in force and refuses ended sessions, without asking anybody. */
@NullMarked
package dev.postrider.base.identity;

import org.jspecify.annotations.NullMarked;
