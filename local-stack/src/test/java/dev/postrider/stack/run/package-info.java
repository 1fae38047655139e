@NullMarked
package dev.postrider.stack.run;

import org.jspecify.annotations.NullMarked;
