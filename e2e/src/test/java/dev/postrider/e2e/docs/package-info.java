/** The documents say what is so: links lead somewhere, classes named exist, every claim has a command. */
@NullMarked
package dev.postrider.e2e.docs;

import org.jspecify.annotations.NullMarked;
