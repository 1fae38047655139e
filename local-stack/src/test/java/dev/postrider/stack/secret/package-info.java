@NullMarked
package dev.postrider.stack.secret;

import org.jspecify.annotations.NullMarked;
