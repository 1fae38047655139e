/** What operators are handed is held against what the code does. */
@NullMarked
package dev.postrider.deployment;

import org.jspecify.annotations.NullMarked;
